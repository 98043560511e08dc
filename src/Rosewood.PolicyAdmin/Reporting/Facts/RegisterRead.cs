using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>Who read a sensitive register, how often.</summary>
/// <param name="Reader">By name where they hold a role that may; else what the account is.</param>
/// <param name="Roles">Their roles when the report is made, in words.</param>
/// <param name="Command">With which command.</param>
/// <param name="Clause">The register's clause.</param>
/// <param name="Count">How often.</param>
/// <param name="Last">When last.</param>
internal sealed record RegisterRead(string Reader, string Roles, string Command, string Clause, int Count, DateTimeOffset Last)
{
    /// <summary>The subject of an entry in the audit trail that says that a register was read.</summary>
    public const string Subject = "read";

    /// <summary>Reads the audit trail.</summary>
    public static IReadOnlyList<RegisterRead> Load(CommandContext context, PeopleHistory people, ReportPeriod period) =>
    [
        .. context.Store.Audit.Read(period.From, period.Until)
            .Where(static r => string.Equals(r.Subject, Subject, StringComparison.Ordinal))
            .GroupBy(static r => (r.OperatorId, r.Command, r.Clause))
            .Select(g =>
            {
                var person = people.At(g.Key.OperatorId, context.Now.UtcTicks);
                var isHolder = person is not null && person.Roles.Overlaps(CommandTable.Readers);
                return new RegisterRead(
                    isHolder ? PersonNames.Show(people, person!, context.Now.UtcTicks) : "an account without a role",
                    isHolder ? ReportWords.List([.. person!.Roles.Select(static r => r.ToString())]) : "none",
                    g.Key.Command,
                    g.Key.Clause,
                    g.Count(),
                    TimeZoneInfo.ConvertTime(g.Max(static r => r.At), context.Workspace.Zone));
            })
            .OrderByDescending(static r => r.Count)
            .ThenBy(static r => r.Reader, StringComparer.Ordinal)
            .ThenBy(static r => r.Command, StringComparer.Ordinal),
    ];
}
