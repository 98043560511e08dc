using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>A link between a member of staff and a family as it was recorded; never edited afterwards.</summary>
public sealed record FamilyLinkFact
{
    /// <summary>Its id: <c>R-0001</c> of a declaration, <c>F-0001</c> of an agreement.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required FamilyLinkKind Kind { get; init; }

    /// <summary>The member of staff.</summary>
    public required string PersonId { get; init; }

    /// <summary>The family, by the school's id.</summary>
    public required string FamilyId { get; init; }

    /// <summary>First instant at which it counts.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant at which it no longer counts; null when it goes on until it is closed.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A declaration: what they are to each other. An agreement: why the contact is needed for the child.</summary>
    public required string Text { get; init; }

    /// <summary>A declaration: what was agreed, such as not teaching that child; null where nothing was.</summary>
    public string? Boundaries { get; init; }

    /// <summary>An agreement: the services it is about; empty: all.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>A declaration: the day on which it is looked at again.</summary>
    public DateOnly? ReviewDate { get; init; }

    /// <summary>The SLT member to whom it was declared, or who agreed.</summary>
    public required string LeaderId { get; init; }

    /// <summary>The operator who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A link's end before its time.</summary>
/// <param name="LinkId">Which.</param>
/// <param name="At">When; it no longer counts from then on.</param>
/// <param name="By">The operator who closed it.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record FamilyLinkEnding(string LinkId, DateTimeOffset At, string By, string? Reason);

/// <summary>What was agreed anew about an entry; null where it stays as it was.</summary>
public sealed record FamilyLinkUpdate
{
    /// <summary>Which entry.</summary>
    public required string LinkId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The operator who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>The SLT member who stands behind it.</summary>
    public required string LeaderId { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>A declaration: the next day of review.</summary>
    public DateOnly? ReviewDate { get; init; }

    /// <summary>A declaration: what was agreed now.</summary>
    public string? Boundaries { get; init; }

    /// <summary>An agreement: first instant at which it no longer counts.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>An agreement: the services it is about now; empty: all.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>An entry with this applied.</summary>
    internal FamilyLinkFact ApplyTo(FamilyLinkFact fact) => fact with
    {
        ReviewDate = ReviewDate ?? fact.ReviewDate,
        Boundaries = Boundaries ?? fact.Boundaries,
        Until = Until ?? fact.Until,
        Services = Services ?? fact.Services,
    };
}

/// <summary>A link with what was appended to it later.</summary>
/// <param name="Original">As recorded.</param>
/// <param name="Ending">Its end before its time, or null.</param>
public sealed record RecordedFamilyLink(FamilyLinkFact Original, FamilyLinkEnding? Ending)
{
    /// <summary>What was agreed anew, oldest first.</summary>
    public IReadOnlyList<FamilyLinkUpdate> Updates { get; init; } = [];

    /// <summary>As it stands now.</summary>
    public FamilyLinkFact Fact => field ??= Updates.Aggregate(Original, static (fact, update) => update.ApplyTo(fact));

    /// <summary>The SLT member who stands behind it as it stands now.</summary>
    public string LeaderId => Updates is [.., var last] ? last.LeaderId : Original.LeaderId;

    /// <summary>First UTC tick at which it no longer counts; <see cref="long.MaxValue"/> when it goes on.</summary>
    public long EndTicks => Math.Min(Fact.Until?.UtcTicks ?? long.MaxValue, Ending?.At.UtcTicks ?? long.MaxValue);

    /// <summary>
    /// The day from which the time of its retention counts: that of its end, or the last day of the member of staff, with whom what was not
    /// closed is over; of somebody whom the roster no longer has, the day on which it was recorded. Null while it goes on.
    /// </summary>
    /// <param name="people">The roster, which gives the school's days.</param>
    internal DateOnly? LastDay(PeopleHistory people)
    {
        var ended = EndTicks == long.MaxValue ? DateOnly.MaxValue : people.DateAt(EndTicks);
        var recorded = people.DateAt(Fact.RecordedAt.UtcTicks);
        var left = people.Last(Fact.PersonId) is { } person ? person.EndDate ?? DateOnly.MaxValue : recorded;
        left = left > recorded ? left : recorded;
        var last = ended < left ? ended : left;
        return last == DateOnly.MaxValue ? null : last;
    }

    /// <summary>How it stands at an instant, in UTC ticks.</summary>
    public FamilyLinkStatus StatusAt(long utcTicks) =>
        Ending is { } ending && ending.At.UtcTicks <= utcTicks ? FamilyLinkStatus.Closed
            : EndTicks <= utcTicks ? FamilyLinkStatus.Ended
            : Fact.From.UtcTicks > utcTicks ? FamilyLinkStatus.Pending
            : FamilyLinkStatus.Active;

    /// <summary>As an audit asks for it.</summary>
    public FamilyLink ToLink() => new(Fact.Id, Fact.Kind, Fact.PersonId, Fact.FamilyId, Fact.From.UtcTicks, EndTicks);
}

/// <summary>How a link stands.</summary>
public enum FamilyLinkStatus
{
    /// <summary>It counts from a later time.</summary>
    Pending,

    /// <summary>It counts.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Ended,

    /// <summary>It was closed.</summary>
    Closed,
}
