using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.Correspondence.Reviews;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>What the newest review of correspondence that reaches into the period looked at and found.</summary>
/// <param name="ReviewId">The review; null: none reaches into the period.</param>
/// <param name="ReviewedAt">When it was run.</param>
/// <param name="Kinds">How many findings of each kind.</param>
/// <param name="Findings">Those about members of staff that are more than possible, the surest first.</param>
/// <param name="Possible">How many are only possible.</param>
/// <param name="OfNobody">How many are about mailboxes that are nobody's personally.</param>
/// <param name="Blind">What could not be seen, in sentences that name nobody.</param>
internal sealed record CorrespondenceFacts(
    string? ReviewId,
    DateTimeOffset? ReviewedAt,
    IReadOnlyDictionary<CorrespondenceKind, int> Kinds,
    IReadOnlyList<NamedFinding> Findings,
    int Possible,
    int OfNobody,
    IReadOnlyList<string> Blind)
{
    private static readonly CorrespondenceFacts NotReviewed = new(ReviewId: null, ReviewedAt: null, new Dictionary<CorrespondenceKind, int>(), [], 0, 0, []);

    /// <summary>The kinds for which nothing was given in which they could have been seen.</summary>
    public IReadOnlyList<CorrespondenceKind> NotLookedFor { get; init; } = [];

    /// <summary>Reads the reviews that were kept.</summary>
    public static CorrespondenceFacts Load(CommandContext context, PeopleHistory people, ReportPeriod period)
    {
        var reviews = context.Store.CorrespondenceReviews;
        if (reviews.Looked().LastOrDefault(r => Touches(r, period)) is not { } looked)
        {
            return NotReviewed;
        }

        var zone = context.Workspace.Zone;
        var findings = reviews.FindingsOf(looked.Id)
            .Where(static f => f.Confidence >= CorrespondenceWeights.Shown)
            .Select(f => new NamedFinding(
                PersonNames.Show(people, f.PersonId, looked.At.UtcTicks),
                f.PersonId,
                Words(f.Kind),
                f.Family is null ? "" : "a family",
                f.Count,
                Local(f.When),
                Local(f.LastSeen),
                f.Confidence,
                f.DeclaredAs));
        return new CorrespondenceFacts(
            looked.Id,
            TimeZoneInfo.ConvertTime(looked.At, zone),
            looked.Content.Kinds,
            [.. findings.OrderByDescending(static f => f.Confidence).ThenBy(static f => f.Person, StringComparer.Ordinal)],
            looked.Content.Possible,
            looked.Content.OfNobody,
            looked.Content.Blind)
        {
            NotLookedFor = looked.Content.NotLookedFor,
        };

        DateTimeOffset? Local(DateTimeOffset? at) => at is { } moment ? TimeZoneInfo.ConvertTime(moment, zone) : null;
    }

    /// <summary>A kind in words.</summary>
    public static string Words(CorrespondenceKind kind) => kind switch
    {
        CorrespondenceKind.PersonalAddress => "A personal address among families",
        CorrespondenceKind.ExternalForward => "A mailbox that sends its mail on to an outside address",
        CorrespondenceKind.InboxRuleForward => "An inbox rule that sends mail on to an outside address",
        CorrespondenceKind.SelfForward => "Family mail sent to one’s own personal address",
        CorrespondenceKind.OffSystemThread => "A family answers a message that the school never sent",
        CorrespondenceKind.PersonalWebmail => "Personal web mail on a school device",
        CorrespondenceKind.NoOfficialCorrespondence => "No official mail with families over a term",
        CorrespondenceKind.PersonalNumber => "A private phone number in messages to people outside",
        _ => kind.ToString(),
    };

    // Settings have no time; a review of settings alone counts for the time in which it was run.
    private static bool Touches(CorrespondenceReview review, ReportPeriod period)
    {
        var from = review.Content.From ?? review.Content.Sources.Min(static s => s.From) ?? review.At;
        var until = review.Content.Until ?? review.Content.Sources.Max(static s => s.Until) ?? review.At;
        return from < period.Until && until >= period.From;
    }
}
