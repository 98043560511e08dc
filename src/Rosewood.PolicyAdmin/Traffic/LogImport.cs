namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What an import read of one log: what <c>Import-FirewallLog</c> gives.</summary>
public sealed record LogImport
{
    /// <summary>The log.</summary>
    public required string Path { get; init; }

    /// <summary>Its format; empty where the log is.</summary>
    public required string Format { get; init; }

    /// <summary>New lines.</summary>
    public required long Lines { get; init; }

    /// <summary>New lines about a service in the catalogue.</summary>
    public required long Matched { get; init; }

    /// <summary>New lines that could not be read.</summary>
    public required long Malformed { get; init; }

    /// <summary>The earliest new line's time, school local time; null when there is none.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>The latest new line's time.</summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>Visits that the new lines belong to.</summary>
    public required long Visits { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Bytes of text read in a second.</summary>
    public required double BytesPerSecond { get; init; }

    /// <summary>Up to five lines that could not be read.</summary>
    public required IReadOnlyList<MalformedLine> MalformedLines { get; init; }
}
