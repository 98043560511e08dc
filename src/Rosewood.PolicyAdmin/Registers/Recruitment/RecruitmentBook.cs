using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Files;

namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>The register of interviews: checks, records, adds, and tells the audit trail who read it.</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
internal sealed class RecruitmentBook(CommandContext context, PeopleHistory people)
{
    private const string Clause = "REC-1";

    /// <summary>The file's columns.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } = RegisterFile.Columns(
        [new("Candidate", Required: true, "Name"), new("Post", Required: true), new("InterviewDate", Required: true, "Interview")],
        ["SocialMediaDiscussed", "PostsLookedThrough", "Outcome", "OutcomeDate", "User"],
        ["Id", "KeepUntil", "RecordedBy", "RecordedAt"]);

    /// <summary>A row as a person would have typed it.</summary>
    public static RegisterRecruitmentRecord Of(RegisterRow row)
    {
        var request = new RegisterRecruitmentRecord
        {
            Candidate = row.Text("Candidate") ?? "",
            Post = row.Text("Post") ?? "",
            InterviewDate = row.Time("InterviewDate"),
            SocialMediaDiscussed = row.Flag("SocialMediaDiscussed"),
            PostsLookedThrough = row.Flag("PostsLookedThrough"),
            Outcome = row.Word<RecruitmentOutcome>("Outcome"),
            OutcomeDate = row.Time("OutcomeDate"),
            User = row.Text("User"),
        };
        if (row.Text("InterviewDate") is null)
        {
            row.Guard.Check<object>("InterviewDate", static () => throw RegisterFaults.TextMissing("InterviewDate", "2026-05-12").ToException());
        }

        return request;
    }

    /// <summary>The record that a request makes, without its id; null where the guard has taken note of a problem.</summary>
    public RecruitmentFact? Draft(RegisterRecruitmentRecord request, RegisterGuard guard)
    {
        var zone = context.Workspace.Zone;
        var candidate = guard.Check("Candidate", () => RegisterText.Require("Candidate", request.Candidate, "Zoë O'Hara"));
        var post = guard.Check("Post", () => RegisterText.Require("Post", request.Post, "Class teacher"));
        var interview = guard.Check("InterviewDate", () => RegisterPeriod.PastDay("InterviewDate", request.InterviewDate, context.Now, zone));
        var person = guard.Check("User", () => PersonOf(request, except: null));
        var outcome = OutcomeOf(request) ?? RecruitmentOutcome.Open;
        var decided = guard.Check<DateOnly?>("OutcomeDate", () => outcome == RecruitmentOutcome.Open ? null : RegisterPeriod.PastDay("OutcomeDate", request.OutcomeDate, context.Now, zone));
        return guard.HasFailed ? null : new RecruitmentFact
        {
            Id = "",
            Candidate = candidate!,
            Post = post!,
            InterviewDate = interview,
            SocialMediaDiscussed = request.SocialMediaDiscussed,
            PostsLookedThrough = request.PostsLookedThrough,
            Outcome = outcome,
            OutcomeDate = decided,
            PersonId = person?.Id,
            RecordedBy = context.Operator.Id,
            RecordedAt = context.Now,
        };
    }

    /// <summary>Appends records: all or none.</summary>
    /// <param name="drafts">What was checked.</param>
    /// <param name="leavesKnown">Whether those that the register has already are left out.</param>
    /// <returns>What was recorded.</returns>
    public IReadOnlyList<RecruitmentFact> Record(IReadOnlyList<RecruitmentFact> drafts, bool leavesKnown)
    {
        using var change = context.BeginChange();
        var known = context.Store.Recruitment.LoadAll().Select(static r => KeyOf(r.Fact)).ToHashSet();
        var made = new List<RecruitmentFact>();
        foreach (var draft in drafts.Where(d => known.Add(KeyOf(d)) || !leavesKnown))
        {
            var fact = draft with { Id = context.Store.Recruitment.NextId(change), RecordedAt = change.Origin.At };
            context.Store.Recruitment.Add(change, fact);
            change.Audit(Clause, Subject(fact.Id, fact.PersonId), before: null, Trace(fact));
            made.Add(fact);
        }

        if (made.Count > 0)
        {
            change.Commit();
        }

        return made;
    }

    /// <summary>A record by its id.</summary>
    /// <exception cref="FaultException"><c>RegisterEntryNotFound</c>.</exception>
    public RecordedRecruitment Find(string id) =>
        context.Store.Recruitment.LoadAll().FirstOrDefault(r => string.Equals(r.Fact.Id, id.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw RegisterFaults.NotFound(id.Trim()).ToException();

    /// <summary>Appends to a record.</summary>
    public RecordedRecruitment Update(RegisterRecruitmentRecord request)
    {
        using var change = context.BeginChange();
        var record = Find(request.Id);
        var outcome = OutcomeOf(request);
        var update = new RecruitmentUpdate
        {
            RecordId = record.Fact.Id,
            At = change.Origin.At,
            By = context.Operator.Id,
            SocialMediaDiscussed = request.SocialMediaDiscussed,
            PostsLookedThrough = request.PostsLookedThrough,
            Outcome = outcome,
            OutcomeDate = outcome is null or RecruitmentOutcome.Open ? null : RegisterPeriod.PastDay("OutcomeDate", request.OutcomeDate, context.Now, context.Workspace.Zone),
            PersonId = PersonOf(request, record.Fact.Id)?.Id,
        };
        context.Store.Recruitment.Add(change, update);
        change.Audit(Clause, Subject(record.Fact.Id, update.PersonId ?? record.Fact.PersonId), Trace(record.Fact), Trace(update.ApplyTo(record.Fact)));
        change.Commit();
        return new RecordedRecruitment(record.Original, [.. record.Updates, update]);
    }

    /// <summary>All records; that somebody read them goes into the audit trail.</summary>
    public IReadOnlyList<RecordedRecruitment> Read(Func<RecruitmentFact, bool> wanted)
    {
        var records = context.Store.Recruitment.LoadAll().Where(r => wanted(r.Fact)).ToList();
        using var change = context.BeginChange();
        change.Audit(Clause, "read", before: null, new { Entries = records.ConvertAll(static r => r.Fact.Id) });
        change.Commit();
        return records;
    }

    private static RecruitmentOutcome? OutcomeOf(RegisterRecruitmentRecord request) => request.Outcome ?? (request.User is null ? null : RecruitmentOutcome.Appointed);

    /// <summary>What the trail keeps, longer than the register keeps a candidate: nobody's name, and not what became of whom.</summary>
    private static object Trace(RecruitmentFact fact) => new { fact.InterviewDate, fact.SocialMediaDiscussed, fact.PostsLookedThrough, Decided = fact.Outcome != RecruitmentOutcome.Open };

    private static string Subject(string id, string? personId) => personId is null ? id : $"{id} {personId}";

    private static (string Candidate, string Post, DateOnly InterviewDate) KeyOf(RecruitmentFact fact) => (fact.Candidate, fact.Post, fact.InterviewDate);

    private Person? PersonOf(RegisterRecruitmentRecord request, string? except)
    {
        if (request.User is not { Length: > 0 } user)
        {
            return null;
        }

        if (OutcomeOf(request) is not RecruitmentOutcome.Appointed)
        {
            throw RegisterFaults.OutcomeNeedsPerson().ToException();
        }

        var person = people.Resolve(user, context.Now.UtcTicks);
        var other = context.Store.Recruitment.LoadAll().FirstOrDefault(r => string.Equals(r.Fact.PersonId, person.Id, StringComparison.Ordinal) && !string.Equals(r.Fact.Id, except, StringComparison.Ordinal));

        // The same interview read from a file again is no other one: it is passed over when it is recorded.
        return other is null || (except is null && string.Equals(other.Fact.Candidate, PlainText.Clean(request.Candidate), StringComparison.Ordinal)) ? person : throw RegisterFaults.PersonLinkedTwice(person, other.Fact.Id).ToException();
    }
}
