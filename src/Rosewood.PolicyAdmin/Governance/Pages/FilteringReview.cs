using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>A review of filtering and monitoring: what <c>Get-FilteringReview</c> gives.</summary>
public sealed record FilteringReview
{
    /// <summary>Its id, such as <c>V-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When it took place, school local time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who took part.</summary>
    public required IReadOnlyList<string> ReviewedBy { get; init; }

    /// <summary>What it came to.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gaps that stay for now.</summary>
    public required IReadOnlyList<string> AcceptedGaps { get; init; }

    /// <summary>The SLT member who accepted them; null where there are none.</summary>
    public required string? AcceptedBy { get; init; }

    /// <summary>The day on which the next is due.</summary>
    public required DateOnly NextReview { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    internal static FilteringReview Of(FilteringReviewFact fact, PeopleHistory people, CommandContext context)
    {
        return new()
        {
            Id = fact.Id,
            At = TimeZoneInfo.ConvertTime(fact.At, context.Workspace.Zone),
            ReviewedBy = [.. fact.ReviewerIds.Select(Name)],
            Outcome = fact.Outcome,
            AcceptedGaps = fact.AcceptedGaps,
            AcceptedBy = fact.AcceptedById is { } id ? Name(id) : null,
            NextReview = fact.NextReview,
            RecordedBy = Name(fact.RecordedBy),
        };

        string Name(string id) => PersonNames.Show(people, id, context.Now.UtcTicks);
    }
}
