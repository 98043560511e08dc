using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>What of an entry in the audit trail its reader may see.</summary>
/// <param name="context">The command, whose operator reads.</param>
internal sealed class AuditSight(CommandContext context)
{
    private readonly Operator _reader = context.Operator;
    private readonly IReadOnlyList<string> _ownHolds =
        [.. context.Store.LegalHolds.LoadAll().Select(static h => h.Fact).Where(f => f.PersonId is { } id && string.Equals(id, context.Operator.Person?.Id, StringComparison.Ordinal)).Select(static f => f.Id)];

    private readonly IReadOnlySet<string>? _knownConcerns = context.Operator.Roles.Overlaps(KnownConcerns.Watched) ? KnownConcerns.Of(context, context.Operator.Person?.Id) : null;

    /// <summary>
    /// Whether the reader learns no more than that there is an entry: it is about a hold on their own records, or about a concern that their
    /// key does not open and that may be about them. Both look alike.
    /// </summary>
    public bool IsWithheld(AuditRow row) => IsHoldOfReader(row) || IsConcernOfOthers(row);

    /// <summary>Whether its values, and whom it is about, are for others: those who may read the register behind it.</summary>
    public bool IsHidden(AuditRow row) => ReadersOf(row) is { } readers && !_reader.Roles.Overlaps(readers);

    /// <summary>Who may read the register behind an entry; null: whoever reads the trail.</summary>
    private static RoleSet? ReadersOf(AuditRow row) => IsHold(row) ? CommandTable.HoldKeepers : row.Clause switch
    {
        "SAF-1" => RoleSet.Of(Role.SafeguardingLead),
        "REL-1" or "REL-2" => FamilyLinkBook.Readers,
        "REC-1" => RecruitmentRules.Keepers,
        _ => null,
    };

    private static bool IsHold(AuditRow row) => row.Command.EndsWith("-PolicyLegalHold", StringComparison.Ordinal);

    private bool IsHoldOfReader(AuditRow row) => IsHold(row) && _reader.Person is { } person && !IsByReader(row)
        && (row.Subject.EndsWith(' ' + person.Id, StringComparison.Ordinal) || _ownHolds.Any(h => row.Subject.StartsWith(h, StringComparison.Ordinal) || Names(row.Before, h) || Names(row.After, h)));

    private bool IsConcernOfOthers(AuditRow row) => _knownConcerns is { } known && row.Command.EndsWith("-SafeguardingConcern", StringComparison.Ordinal)
        && !known.Contains(row.Subject) && !IsByReader(row);

    private bool IsByReader(AuditRow row) => string.Equals(row.OperatorId, _reader.Id, StringComparison.Ordinal);

    private static bool Names(string? json, string id) => json?.Contains($"\"{id}\"", StringComparison.Ordinal) == true;
}
