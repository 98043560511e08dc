using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>
/// Entries of the audit trail by or about the person. What they did to others' records is given without whom and what; what was done to
/// theirs with its values, unless those speak of others too. Safeguarding and legal holds are never part of it.
/// </summary>
internal static class AuditParts
{
    private const string Others = "(holds other people's data)";
    private static readonly string[] ExemptClauses = ["SAF-1", "SAF-2", "SAF-3"];

    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var trail = new List<object>();
        var values = new List<object>();
        var names = source.Traces.Versions.SelectMany(static v => new[] { v.UserPrincipalName, v.DisplayName }).Append(source.PersonId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var accounts = source.Traces.Versions.SelectMany(PeopleHistory.LoginsOf).Select(PersonNames.IdOfAccount).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in source.Context.Store.Audit.Read().Where(static r => !IsExempt(r)))
        {
            var isBy = source.IsThem(row.OperatorId) || accounts.Contains(row.OperatorId);
            var isAbout = Speaks(row.Subject, names) || Speaks(row.Before, names) || Speaks(row.After, names);
            if (!isBy && !isAbout)
            {
                continue;
            }

            trail.Add(new
            {
                row.Sequence,
                At = source.Local(row.At),
                row.Command,
                row.Clause,
                Part = (isBy, isAbout) switch { (true, true) => "By and about you", (true, false) => "By you", _ => "About you" },
                By = isBy ? "you" : source.Redactor.Name(row.OperatorId),
                Subject = isAbout && !source.Redactor.SpeaksOfOthers(row.Subject) ? row.Subject : null,
            });
            if (isAbout && (row.Before ?? row.After) is not null)
            {
                values.Add(new { row.Sequence, Before = Shown(row.Before, source), After = Shown(row.After, source) });
            }
        }

        yield return source.Part(DataClassName.AuditTrail, trail);
        yield return source.Part(DataClassName.AuditValues, values);
    }

    private static bool IsExempt(AuditRow row) =>
        ExemptClauses.Contains(row.Clause, StringComparer.Ordinal) || row.Command.EndsWith("-PolicyLegalHold", StringComparison.Ordinal);

    private static bool Speaks(string? text, HashSet<string> names) => text is not null && names.Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value where it is about the person alone: a list of many people's states is not taken apart, it is left out.</summary>
    private static string? Shown(string? value, PersonDataSource source) => value is null ? null : source.Redactor.SpeaksOfOthers(value) ? Others : value;
}
