using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>
/// Records that filtering and monitoring were reviewed, by whom and with what outcome, and which gaps SLT accepted (GOV-1): the Department
/// for Education's standards ask for it once a year, by a senior leader with the safeguarding lead and the IT provider.
/// </summary>
/// <example><code>Register-FilteringReview -ReviewedBy head,'Nell Ames' -Outcome 'Filtering holds; report read each week'</code>Took place today.</example>
/// <example><code>Register-FilteringReview -ReviewedBy deputy -On 2026-11-20 -Outcome 'Two gaps' -AcceptedGap 'No decryption of banking sites' -AcceptedBy head</code>Took place on a day, with a gap that the head accepted.</example>
public sealed class RegisterFilteringReview : PolicyRequest
{
    /// <summary>Who took part: login names, UPNs, full names or roles; one of SLT at least.</summary>
    public string[] ReviewedBy { get; set; } = [];

    /// <summary>What it came to, in a sentence.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>When it took place, school local time. Default: now.</summary>
    public TimeInput? On { get; set; }

    /// <summary>Gaps that stay for now, each in a sentence.</summary>
    public string[] AcceptedGap { get; set; } = [];

    /// <summary>The SLT member who accepted them.</summary>
    public string? AcceptedBy { get; set; }

    /// <summary>The day on which the next is due, later than this one. Default: a year after it.</summary>
    public TimeInput? NextReview { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.Require(nameof(Outcome), Outcome, "Filtering holds; report read each week");
        foreach (var gap in AcceptedGap)
        {
            RegisterText.Require(nameof(AcceptedGap), gap, "No decryption of banking sites");
        }

        if (AcceptedGap.Length > 0 != AcceptedBy is { Length: > 0 })
        {
            throw new Fault("FilteringReviewGapUnowned", FaultKind.InvalidArgument, nameof(AcceptedBy), "A gap stays on somebody's word: give -AcceptedGap and -AcceptedBy together.").ToException();
        }
    }
}

/// <summary>Runs <see cref="RegisterFilteringReview"/>.</summary>
internal sealed class RegisterFilteringReviewHandler : CommandHandler<RegisterFilteringReview>
{
    public override Task HandleAsync(RegisterFilteringReview request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var at = request.On?.ToStart(zone).ToUniversalTime() ?? context.Now;
        if (at > context.Now)
        {
            throw new Fault("FilteringReviewInFuture", FaultKind.InvalidArgument, nameof(request.On), "A review is recorded when it has taken place. Give a -On that is not later than now.").ToException();
        }

        var reviewers = request.ReviewedBy.Select(r => people.Resolve(r, context.Now.UtcTicks)).DistinctBy(static p => p.Id, StringComparer.Ordinal).ToList();

        // Who has left since took part all the same, and a role may be on the roster later than in the school.
        if (!reviewers.Exists(p => people.IsSeniorLeader(p, at.UtcTicks) || (people.At(p.Id, at.UtcTicks) is { } then && people.IsSeniorLeader(then, at.UtcTicks))))
        {
            throw NotSlt(nameof(request.ReviewedBy), "None of those named was of the senior leadership team on that day, and one of it has to take part.");
        }

        var acceptedBy = request.AcceptedBy is { Length: > 0 } typed ? people.Resolve(typed, context.Now.UtcTicks) : null;
        if (acceptedBy is not null && !people.IsSeniorLeader(acceptedBy, context.Now.UtcTicks))
        {
            throw NotSlt(acceptedBy.DisplayName, $"{acceptedBy.DisplayName} is not of the senior leadership team, and only one of it accepts a gap.");
        }

        var day = RegisterPeriod.Day(at, zone);
        var next = request.NextReview is { } given ? RegisterPeriod.Day(given.ToStart(zone), zone) : day.AddYears(1);
        if (next <= day)
        {
            throw new Fault("FilteringReviewNextNotLater", FaultKind.InvalidArgument, nameof(request.NextReview), "The next review would not be later than this one. Give a later -NextReview, or leave it out for a year from this one.").ToException();
        }

        if (sink.ShouldProcess(string.Join(", ", reviewers.Select(static p => p.DisplayName)), "Record the review of filtering and monitoring"))
        {
            sink.Write(Record(request, context, at, reviewers, acceptedBy, next, people));
        }

        return Task.CompletedTask;
    }

    private static FilteringReview Record(RegisterFilteringReview request, CommandContext context, DateTimeOffset at, List<Person> reviewers, Person? acceptedBy, DateOnly next, PeopleHistory people)
    {
        using var change = context.BeginChange();
        var fact = new FilteringReviewFact(
            context.Store.FilteringReviews.NextId(change),
            at,
            [.. reviewers.Select(static p => p.Id)],
            RegisterText.Read(nameof(request.Outcome), request.Outcome)!,
            [.. request.AcceptedGap.Select(static g => RegisterText.Read(nameof(request.AcceptedGap), g)!)],
            acceptedBy?.Id,
            next,
            context.Operator.Id,
            change.Origin.At);
        context.Store.FilteringReviews.Add(change, fact);
        change.Audit("GOV-1", fact.Id, before: null, fact);
        change.Commit();
        return FilteringReview.Of(fact, people, context);
    }

    private static FaultException NotSlt(string target, string what) =>
        new Fault("FilteringReviewerNotSlt", FaultKind.NotAuthorised, target, $"{what} Name a member of it.").ToException();
}
