namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>A log as the store knows it: by its beginning and by what lies before the place up to which it was read.</summary>
internal sealed record LogSource
{
    /// <summary>Row id; 0 before it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Where it was when it was last read.</summary>
    public required string Path { get; init; }

    public required string Format { get; init; }

    public required int HeadLength { get; init; }

    public required byte[] HeadHash { get; init; }

    /// <summary>Bytes of text that were read.</summary>
    public long Offset { get; init; }

    public byte[] TailHash { get; init; } = [];

    /// <summary>The last header before that place, for formats that need one; null: none.</summary>
    public byte[]? Header { get; init; }

    public long Lines { get; init; }

    public long Matched { get; init; }

    public long Malformed { get; init; }

    /// <summary>The earliest line's time, UTC ticks.</summary>
    public long? FirstTicks { get; init; }

    public long? LastTicks { get; init; }

    /// <summary>The time of the last good line.</summary>
    public long? LastLineTicks { get; init; }
}
