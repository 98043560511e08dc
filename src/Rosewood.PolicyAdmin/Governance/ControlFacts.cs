using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Reading;
using Rosewood.PolicyAdmin.Correspondence.Reviews;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Phones;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Rulings;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>What the workspace shows of its own work: the ground on which each control's status is said.</summary>
internal sealed class ControlFacts
{
    private readonly IReadOnlyList<AuditActivity> _activity;
    private readonly TimeZoneInfo _zone;

    public ControlFacts(CommandContext context, AuditProof proof)
    {
        Config = context.Config;
        _zone = context.Workspace.Zone;
        LastEntryAt = context.Store.Audit.LatestAt();
        Visits = context.Store.Evidence.Visits();
        Proved = context.Config.Enforcement.Targets
            .Where(static t => t.Enabled && t.Kind != EnforcementTargetKind.Group)
            .Select(t => (t.Name, At: context.Store.Enforcement.LastProved(t.Name), FailedAt: context.Store.Enforcement.LastFailed(t.Name)))
            .Where(static t => t.At is not null && !(t.FailedAt >= t.At))
            .OrderBy(static t => t.At)
            .Select(static t => (t.Name, t.At!.Value))
            .ToList();
        _activity = context.Store.Audit.Activity();
        FamilyLinks = context.Store.FamilyLinks.LoadAll();
        Now = context.Now;
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, context.Workspace.Zone).DateTime);
        var people = context.LoadPeople();
        Staff = AcknowledgementRegister.Staff(people, context.Now.UtcTicks);
        Acknowledgements = new AcknowledgementRegister(context.Store.Acknowledgements.LoadAll(), context.Config.Registers, Today);
        Rulings = context.Store.Rulings.LoadAll();
        Recruitment = [.. context.Store.Recruitment.LoadAll().Select(static r => r.Fact)];
        WorkPhones = WorkPhoneReader.Read(context, out var blind);
        PhonesBlind = blind;
        SignInReviews = AgedEvidence.OfReviews(context.Store.SignInReviews.Looked().Select(static r => (r.At, r.SignInsUntil)), context.Now);
        var mailReviews = context.Store.CorrespondenceReviews.Looked();
        MailReviews = AgedEvidence.OfReviews(mailReviews.Select(static r => (r.At, MailUntil(r))), context.Now);
        SignatureReview = mailReviews.LastOrDefault(static r => TextsOf(r).Any());
        RetentionRun = RetentionState.LastRun(context.Store);
        LegalHolds = context.Store.LegalHolds.InForce().Count;
        Proof = proof;
        Texts = context.Store.TextMessages.Messages();
        Incidents = context.Store.Incidents.LoadAll();
        Safeguarding = new SafeguardingFacts(context);
        TextImports = AgedEvidence.Of(context.Store.TextMessages.Imports(), context.Now);
    }

    public PolicyConfig Config { get; }

    /// <summary>The school's day of an instant, as text.</summary>
    public string Day(DateTimeOffset? at) => at is { } instant
        ? TimeZoneInfo.ConvertTime(instant, _zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "a time that is not known";

    /// <summary>When the audit trail was last written.</summary>
    public DateTimeOffset? LastEntryAt { get; }

    public Evidence Visits { get; }

    /// <summary>
    /// The enabled targets that were shown to block, and when last, where no test has failed since; the latest last. A group only exempts its members
    /// from what something else blocks, and proves nothing.
    /// </summary>
    public IReadOnlyList<(string Target, DateTimeOffset At)> Proved { get; }

    /// <summary>Reviews of sign-ins for shared logins that looked at sign-ins, with the newest sign-in that one of them had.</summary>
    public AgedEvidence SignInReviews { get; }

    /// <summary>What ties staff to families, as recorded.</summary>
    public IReadOnlyList<RecordedFamilyLink> FamilyLinks { get; }

    /// <summary>The instant at which this is said.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Its day, in the school.</summary>
    public DateOnly Today { get; }

    /// <summary>Reviews of correspondence that looked at mail, with the newest message that one of them had.</summary>
    public AgedEvidence MailReviews { get; }

    /// <summary>The newest review of correspondence that looked through texts for private numbers; null: none did.</summary>
    public CorrespondenceReview? SignatureReview { get; }

    /// <summary>When retention last ran to its end; null: never.</summary>
    public DateTimeOffset? RetentionRun { get; }

    /// <summary>How many legal holds are in force.</summary>
    public int LegalHolds { get; }

    /// <summary>The audit trail's proof.</summary>
    public AuditProof Proof { get; }

    /// <summary>Recorded texts, with when the last was sent.</summary>
    public Evidence Texts { get; }

    /// <summary>Incidents, oldest first.</summary>
    public IReadOnlyList<RecordedIncident> Incidents { get; }

    /// <summary>Who answers incidents, and the keys to concerns.</summary>
    public SafeguardingFacts Safeguarding { get; }

    /// <summary>Whether the number of concerns, and when the last was, may be said.</summary>
    public bool CountsConcerns { get; init; } = true;

    /// <summary>Imports of texts, with when the newest was.</summary>
    public AgedEvidence TextImports { get; }

    /// <summary>Who is employed today.</summary>
    public IReadOnlyList<Person> Staff { get; }

    /// <summary>Acknowledgements of the policy.</summary>
    public AcknowledgementRegister Acknowledgements { get; }

    /// <summary>Rulings of SLT.</summary>
    public IReadOnlyList<RecordedRuling> Rulings { get; }

    /// <summary>Interviews.</summary>
    public IReadOnlyList<RecruitmentFact> Recruitment { get; }

    /// <summary>Work numbers, and whose is missing.</summary>
    public IReadOnlyList<WorkPhone> WorkPhones { get; }

    /// <summary>Why families' numbers could not be compared with them; null where they could.</summary>
    public Fault? PhonesBlind { get; }

    /// <summary>What a command has done, by its entries in the audit trail.</summary>
    public Evidence Done(string command)
    {
        var entries = _activity.Where(a => a.Command.Equals(command, StringComparison.OrdinalIgnoreCase)).ToList();
        return entries.Count == 0 ? default : new Evidence(entries.Sum(static a => a.Count), entries.Max(static a => a.LastAt));
    }

    /// <summary>The newest message that a review looked at; null where it saw none. Rules and mailboxes tell of ways that mail may go, and show no mail.</summary>
    private static DateTimeOffset? MailUntil(CorrespondenceReview review)
    {
        var last = review.Content.Sources.Where(static s => s.Records > 0 && IsMail(s.Kind)).Max(static s => s.Until);
        return review.Content.Until < last ? review.Content.Until : last;
    }

    /// <summary>The exports with texts that a review looked through.</summary>
    public static IEnumerable<CorrespondenceReviewSource> TextsOf(CorrespondenceReview review) =>
        review.Content.Sources.Where(static s => s.Records > 0 && s.Kind.StartsWith(MailShape.Text.Kind, StringComparison.Ordinal));

    private static bool IsMail(string kind) =>
        kind.StartsWith(MailShape.Trace.Kind, StringComparison.Ordinal) || kind.StartsWith(MailShape.Header.Kind, StringComparison.Ordinal);
}

/// <summary>What was found for a clause.</summary>
internal readonly record struct ControlFinding(ControlStatus Status, string Evidence, DateTimeOffset? At = null);
