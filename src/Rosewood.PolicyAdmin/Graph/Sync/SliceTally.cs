namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>What a synchronisation of one source counted.</summary>
internal sealed class SliceTally
{
    /// <summary>Records that came, each once.</summary>
    public long Fetched { get; set; }

    /// <summary>Of these such as were not there before.</summary>
    public long New { get; set; }

    /// <summary>The first day that was asked for, UTC.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>The moment up to which was asked, UTC.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>The first day that held any record, of those asked for the first time.</summary>
    public DateTimeOffset? FirstWithRecords { get; set; }
}
