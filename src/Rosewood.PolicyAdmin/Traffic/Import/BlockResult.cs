using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>What a block of lines came to. Reused from block to block.</summary>
internal sealed class BlockResult
{
    /// <summary>How many malformed lines are kept as examples.</summary>
    public const int MostSamples = 5;

    public int Sequence { get; set; }

    /// <summary>Offset in the text right after the block's last line.</summary>
    public long EndOffset { get; set; }

    /// <summary>The last header up to its end, see <see cref="LogFormat.LastHeader"/>.</summary>
    public byte[]? Header { get; set; }

    public long Lines { get; set; }

    public long Malformed { get; set; }

    /// <summary>Lines whose verdict is not known, see <see cref="LogFields.IsOpenVerdict"/>.</summary>
    public long OpenVerdicts { get; set; }

    /// <summary>Malformed lines before the block's first good one: they belong to the slot before.</summary>
    public long LeadingMalformed { get; set; }

    /// <summary>Seconds since 1970 of the first and last good line; 0 when there is none.</summary>
    public long FirstSeconds { get; set; }

    public long LastSeconds { get; set; }

    public long EarliestSeconds { get; set; }

    public long LatestSeconds { get; set; }

    /// <summary>The block's last bytes.</summary>
    public TailWindow Tail { get; } = new();

    public SlotTable Slots { get; } = new();

    public List<LogHit> Hits { get; } = new(1024);

    /// <summary>Prohibited content.</summary>
    public ContentTally Content { get; } = new();

    /// <summary>Numbered within the block, from 1.</summary>
    public List<MalformedLine> Samples { get; } = [];

    /// <summary>Where time went back by more than the tolerance: from and to, seconds since 1970.</summary>
    public List<(long From, long To)> Jumps { get; } = [];

    public void Clear()
    {
        EndOffset = Lines = OpenVerdicts = Malformed = LeadingMalformed = FirstSeconds = LastSeconds = LatestSeconds = 0;
        EarliestSeconds = long.MaxValue;
        Tail.Clear();
        Slots.Clear();
        Hits.Clear();
        Content.Clear();
        Samples.Clear();
        Jumps.Clear();
    }
}
