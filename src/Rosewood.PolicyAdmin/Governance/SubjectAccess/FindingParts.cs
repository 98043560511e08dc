using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>Findings about the person, and their dismissals.</summary>
internal static class FindingParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var store = source.Context.Store;
        var names = source.Traces.All;
        var logins = store.SignInReviews.All(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            .SelectMany(static r => r.Content.Findings.Select(f => (r.At, Finding: f)))
            .Where(f => names.Contains(f.Finding.SubjectId))
            .Select(object (f) => new { ReviewedAt = source.Local(f.At), f.Finding });
        yield return source.Part(DataClassName.SignInReviews, logins);
        yield return source.Part(DataClassName.CorrespondenceReviews, store.CorrespondenceReviews.Of(source.PersonId)
            .Select(object (f) => new { ReviewedAt = source.Local(f.At), f.Finding.Kind, f.Finding.When, f.Finding.LastSeen, f.Finding.Count, Family = f.Finding.Family is null ? null : "a family", f.Finding.Confidence, f.Finding.Clause, f.Finding.DeclaredAs }));
        var all = store.Suppressions.LoadAll();
        var theirs = all.Where(s => source.IsThem(s.Fact.PersonId) || (s.Fact.Login is { } login && names.Contains(login))).Select(object (s) => new
        {
            Part = "About you",
            s.Fact.Id,
            s.Fact.Finding,
            s.Fact.Evidence,
            s.Fact.Reason,
            AuthorisedBy = source.Redactor.Name(s.Fact.AuthoriserId),
            AddedBy = source.Redactor.Name(s.Fact.AddedBy),
            AddedAt = source.Local(s.Fact.AddedAt),
            Until = source.Local(s.Fact.Until),
            RemovedAt = source.Local(s.Ending?.At),
            RemovedReason = s.Ending?.Reason,
        });
        var decided = all.Where(s => !source.IsThem(s.Fact.PersonId) && (source.IsThem(s.Fact.AuthoriserId) || source.IsThem(s.Fact.AddedBy)))
            .Select(object (s) => new { Part = "Decided or recorded by you, about somebody else", s.Fact.Id, AddedAt = source.Local(s.Fact.AddedAt) });
        yield return source.Part(DataClassName.Dismissals, theirs.Concat(decided));
    }
}
