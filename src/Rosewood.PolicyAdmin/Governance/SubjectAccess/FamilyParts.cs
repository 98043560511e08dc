using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What ties the person to families, without saying to which.</summary>
internal static class FamilyParts
{
    private const string AFamily = "a family";

    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var store = source.Context.Store;
        yield return Links(source, DataClassName.Declarations, FamilyLinkKind.RelationshipDeclaration);
        yield return Links(source, DataClassName.ContactAgreements, FamilyLinkKind.FamilyContactAgreement);
        yield return source.Part(DataClassName.TextMessages, store.TextMessages.Load(0, long.MaxValue).Where(m => source.IsThem(m.PersonId)).Select(object (m) => new
        {
            At = source.Local(m.UtcTicks),
            To = m.Families.Count > 0 ? AFamily : "a number",
            Received = m.IsReceived,
            m.Status,
            m.Parts,
        }));
    }

    private static PersonDataPart Links(PersonDataSource source, DataClassName name, FamilyLinkKind kind)
    {
        var all = source.Context.Store.FamilyLinks.LoadAll().Where(l => l.Fact.Kind == kind).ToList();
        var theirs = all.Where(l => source.IsThem(l.Fact.PersonId)).Select(object (l) => new
        {
            Part = "About you",
            l.Fact.Id,
            Family = AFamily,
            From = source.Local(l.Fact.From),
            Until = source.Local(l.Fact.Until),
            l.Fact.Text,
            l.Fact.Boundaries,
            l.Fact.Services,
            l.Fact.ReviewDate,
            AsRecorded = l.Updates.Count == 0 ? null : new { Until = source.Local(l.Original.Until), l.Original.Boundaries, l.Original.Services, l.Original.ReviewDate },
            AgreedAnew = l.Updates.Select(u => new
            {
                At = source.Local(u.At),
                u.Reason,
                u.ReviewDate,
                u.Boundaries,
                Until = source.Local(u.Until),
                u.Services,
                Leader = source.Redactor.Name(u.LeaderId),
                RecordedBy = source.Redactor.Name(u.By),
            }).ToList(),
            Leader = source.Redactor.Name(l.Fact.LeaderId),
            RecordedBy = source.Redactor.Name(l.Fact.RecordedBy),
            RecordedAt = source.Local(l.Fact.RecordedAt),
            ClosedAt = source.Local(l.Ending?.At),
            ClosedBy = source.Redactor.Name(l.Ending?.By),
            ClosedReason = l.Ending?.Reason,
        });
        var decided = all.Where(l => !source.IsThem(l.Fact.PersonId) && IsBy(source, l))
            .Select(object (l) => new { Part = "Agreed or recorded by you, about somebody else", l.Fact.Id, RecordedAt = source.Local(l.Fact.RecordedAt) });
        return source.Part(name, theirs.Concat(decided));
    }

    private static bool IsBy(PersonDataSource source, RecordedFamilyLink link) =>
        source.IsThem(link.Original.LeaderId) || source.IsThem(link.Original.RecordedBy) || source.IsThem(link.Ending?.By)
        || link.Updates.Any(u => source.IsThem(u.LeaderId) || source.IsThem(u.By));
}
