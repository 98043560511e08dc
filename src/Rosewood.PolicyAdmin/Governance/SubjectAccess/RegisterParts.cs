using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What the registers hold of the person: what they acknowledged, their interview, what they ruled, and closed incidents that concern them.</summary>
internal static class RegisterParts
{
    public static IEnumerable<PersonDataPart> Read(PersonDataSource source)
    {
        var store = source.Context.Store;
        yield return source.Part(DataClassName.Acknowledgements, store.Acknowledgements.LoadAll().Where(a => source.IsThem(a.PersonId)).Select(object (a) => new
        {
            a.Id,
            a.Date,
            a.Version,
            a.Statements,
            RecordedBy = source.Redactor.Name(a.RecordedBy),
            RecordedAt = source.Local(a.RecordedAt),
        }));
        yield return Interviews(source, DataClassName.RecruitmentRecords, static outcome => outcome is not (RecruitmentOutcome.Unsuccessful or RecruitmentOutcome.Withdrawn));
        yield return Interviews(source, DataClassName.UnsuccessfulCandidates, static outcome => outcome is RecruitmentOutcome.Unsuccessful or RecruitmentOutcome.Withdrawn);
        yield return source.Part(DataClassName.Rulings, store.Rulings.LoadAll().Where(r => source.IsThem(r.Fact.LeaderId)).Select(object (r) => new
        {
            Part = "Decided by you",
            r.Fact.Id,
            r.Fact.Subject,
            r.Fact.Ruling,
            r.Fact.System,
            From = source.Local(r.Fact.From),
            Until = source.Local(r.Fact.Until),
            r.Fact.Reason,
        }));
        yield return source.Part(DataClassName.SafeguardingKeys, store.SafeguardingKeys.LoadAll().Where(k => source.IsThem(k.PersonId)).Select(object (k) => new
        {
            Part = "Made and kept by you",
            k.Id,
            k.Kind,
            k.Fingerprint,
            RegisteredAt = source.Local(k.At),
            RetiredAt = source.Local(k.EndedAt),
        }));
        yield return Incidents(source);
    }

    private static PersonDataPart Interviews(PersonDataSource source, DataClassName name, Predicate<RecruitmentOutcome> isOfIt) =>
        source.Part(name, source.Context.Store.Recruitment.LoadAll().Select(static r => r.Fact).Where(f => source.IsThem(f.PersonId) && isOfIt(f.Outcome)).Select(object (f) => new
        {
            f.Id,
            f.Post,
            f.InterviewDate,
            f.SocialMediaDiscussed,
            f.PostsLookedThrough,
            f.Outcome,
            f.OutcomeDate,
            RecordedBy = source.Redactor.Name(f.RecordedBy),
        }));

    /// <summary>Closed ones alone, and none of a type whose material is preserved and not opened: what is still looked into, or is about a child, is withheld, and said so to everybody alike.</summary>
    private static PersonDataPart Incidents(PersonDataSource source) =>
        source.Part(DataClassName.Incidents, source.Context.Store.Incidents.LoadAll()
            .Where(i => (i.PersonIds.Any(source.IsThem) || i.Fact.Logins.Any(source.Traces.All.Contains)) && i.Status == IncidentStatus.Closed && i.Types.All(static t => IncidentRoutes.Of(t) is { IsWithheld: false, Clause: not "RES-1" }))
            .Select(object (i) => new
            {
                i.Fact.Id,
                i.Type,
                i.Misuse,
                i.Nature,
                i.Severity,
                i.Fact.Summary,
                i.Fact.Occurred,
                i.Fact.Clause,
                i.Outcome,
                OpenedAt = source.Local(i.Fact.OpenedAt),
                ClosedAt = source.Local(i.ChangedAt),
                Reasons = i.Updates.Select(static u => u.Reason).ToList(),
            }));
}
