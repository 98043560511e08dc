namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>How an import works; tests choose small sizes.</summary>
internal sealed record ImportOptions
{
    /// <summary>The formats among which a log's is found.</summary>
    public LogFormatSet Formats { get; init; } = LogFormats.BuiltIn;

    /// <summary>The format, or null to recognise it.</summary>
    public LogFormat? Format { get; init; }

    /// <summary>What a log leaves open.</summary>
    public LogReaderOptions Reader { get; init; } = LogReaderOptions.Default;

    /// <summary>Bytes of a block: small enough for a core's own cache.</summary>
    public int BlockSize { get; init; } = 512 * 1024;

    /// <summary>Threads that scan.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 16);

    /// <summary>Text between two commits. Each waits for the disk, and what a crash costs is only to read as much again.</summary>
    public long CommitBytes { get; init; } = 512 << 20;

    /// <summary>Time between two commits.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Visits begun that ask for a commit, so that memory stays bounded.</summary>
    public int CommitVisits { get; init; } = 20_000;
}
