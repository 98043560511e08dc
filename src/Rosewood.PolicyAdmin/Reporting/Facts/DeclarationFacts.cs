using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>Declared relationships and agreed contacts as they stand when the report is made (REL-1, REL-2).</summary>
/// <param name="Entries">Every entry that counts now or ended since the period began.</param>
/// <param name="MayName">Whether whoever makes the report may read the registers: else nobody in them is named.</param>
internal sealed record DeclarationFacts(IReadOnlyList<DeclarationFact> Entries, bool MayName)
{
    /// <summary>Reads both registers. That names were read belongs in the audit trail, with the report's own entry.</summary>
    public static DeclarationFacts Load(CommandContext context, PeopleHistory people, ReportPeriod period)
    {
        var now = context.Now;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, context.Workspace.Zone).DateTime);
        var entries = context.Store.FamilyLinks.LoadAll()
            .Where(e => e.EndTicks > period.From.UtcTicks)
            .Select(e => new DeclarationFact(
                e.Fact.Id,
                e.Fact.Kind,
                e.StatusAt(now.UtcTicks),
                e.Fact.PersonId,
                PersonNames.Show(people, e.Fact.PersonId, now.UtcTicks),
                e.Fact.ReviewDate,
                IsOverdue: e.StatusAt(now.UtcTicks) == FamilyLinkStatus.Active && e.Fact.ReviewDate < today,
                IsNew: e.Fact.RecordedAt >= period.From && e.Fact.RecordedAt < period.Until));
        return new DeclarationFacts([.. entries], context.Operator.Roles.Overlaps(FamilyLinkBook.Readers));
    }
}

/// <summary>An entry of a register, without the family and without what was written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which register.</param>
/// <param name="Status">How it stands.</param>
/// <param name="PersonId">The member of staff.</param>
/// <param name="Person">Their name.</param>
/// <param name="ReviewDate">The day on which it is looked at again, or null.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
/// <param name="IsNew">Whether it was recorded in the period.</param>
internal sealed record DeclarationFact(string Id, FamilyLinkKind Kind, FamilyLinkStatus Status, string PersonId, string Person, DateOnly? ReviewDate, bool IsOverdue, bool IsNew);
