using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>One planted story of the demo fortnight: who did what, and what the product has to make of it.</summary>
public sealed record DemoStory
{
    /// <summary>A short name for it.</summary>
    public required string Id { get; init; }

    /// <summary>The person's display name; null for accounts that are not on the roster and for machines.</summary>
    public required string? Person { get; init; }

    /// <summary>The login as the log has it; null where the log has none.</summary>
    public required string? User { get; init; }

    /// <summary>The device's name in the inventory; null when it is in none.</summary>
    public required string? Device { get; init; }

    /// <summary>The client's address in the log.</summary>
    public required string Address { get; init; }

    /// <summary>First hit.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Last hit, at the latest.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The service, by the catalogue's name.</summary>
    public required string Service { get; init; }

    /// <summary>The verdict that the product must come to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>And why.</summary>
    public required ReasonCode Reason { get; init; }

    /// <summary>The story in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>When the last connection of it closed, where it was open after the grant's end; else null.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>How long that was after the grant's end; else null.</summary>
    public TimeSpan? OutlivedGrantBy { get; init; }

    /// <summary>Whether the filter refused a part before it let a part through.</summary>
    internal bool RefusedFirst { get; init; }
}
