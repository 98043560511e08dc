using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>Grants to the person, those that they decided, and tests and lists that have them.</summary>
internal static class AccessParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var store = source.Context.Store;
        var grants = store.Grants.Load().All;
        var theirs = grants.Where(g => source.IsThem(g.Fact.PersonId)).Select(object (g) => new
        {
            Part = "Granted to you",
            g.Fact.Id,
            g.Fact.Services,
            g.Fact.DeviceClasses,
            g.Fact.DeviceNames,
            From = source.Local(g.Fact.From),
            Until = source.Local(g.Fact.Until),
            g.Fact.Reason,
            g.Fact.Reference,
            AuthorisedBy = source.Redactor.Name(g.Fact.AuthoriserId),
            GrantedBy = source.Redactor.Name(g.Fact.GrantedBy),
            GrantedAt = source.Local(g.Fact.GrantedAt),
            EndedAt = source.Local(g.Ending?.At),
            EndedBy = source.Redactor.Name(g.Ending?.By),
            EndedReason = g.Ending?.Reason,
            AnsweredAt = source.Local(g.Answer?.At),
            g.Answer?.Refused,
        });
        var decided = grants.Where(g => !source.IsThem(g.Fact.PersonId) && IsBy(source, g)).Select(object (g) => new
        {
            Part = "Decided or recorded by you, for somebody else",
            g.Fact.Id,
            GrantedAt = source.Local(g.Fact.GrantedAt),
        });
        yield return source.Part(DataClassName.Grants, theirs.Concat(decided));
        yield return source.Part(DataClassName.BlockRecords, store.Enforcement.Tests().Where(t => IsTheirs(source, t.User) || IsTheirs(source, t.By)).Select(t => t with { At = source.Local(t.At) }));
        yield return source.Part(DataClassName.ReportMails, store.ReportMails.All()
            .Where(m => m.Recipients.Append(m.Sender).Any(r => IsTheirs(source, r)))
            .Select(object (m) => new { m.Id, m.State, At = source.Local(m.At), m.File, To = "you" }));
        yield return source.Part(DataClassName.FilteringReviews, store.FilteringReviews.LoadAll()
            .Where(r => r.ReviewerIds.Append(r.AcceptedById).Append(r.RecordedBy).Any(source.IsThem))
            .Select(object (r) => new { r.Id, At = source.Local(r.At), r.Outcome, AcceptedByYou = source.IsThem(r.AcceptedById) }));
    }

    private static bool IsBy(PersonDataSource source, Grant grant) =>
        source.IsThem(grant.Fact.AuthoriserId) || source.IsThem(grant.Fact.GrantedBy) || source.IsThem(grant.Ending?.By) || source.IsThem(grant.Answer?.By);

    private static bool IsTheirs(PersonDataSource source, string? text) => text is not null
        && (source.Traces.All.Contains(text) || source.Traces.All.Contains(LoginName.Normalize(text)));
}
