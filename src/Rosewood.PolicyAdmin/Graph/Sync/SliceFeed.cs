using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>A source whose records have a time, and how it is asked for a span of it.</summary>
internal sealed record SliceFeed
{
    /// <summary>The source.</summary>
    public required TenantSource Source { get; init; }

    /// <summary>What is asked, for limits and faults.</summary>
    public required GraphOperation Operation { get; init; }

    /// <summary>How long the service keeps records.</summary>
    public required TimeSpan Kept { get; init; }

    /// <summary>How late records may still come in.</summary>
    public required TimeSpan Lateness { get; init; }

    /// <summary>What of a record is kept.</summary>
    public required RecordShape Shape { get; init; }

    /// <summary>Makes the request for a span, both ends included.</summary>
    public required Func<GraphConnection, DateTimeOffset, DateTimeOffset, SliceRequest> Request { get; init; }

    /// <summary>Whether a slice, asked up to its moment, will not change any more.</summary>
    public bool IsSettled(TenantSlice slice) => slice.Header.FetchedAt >= slice.Header.Until + Lateness;
}
