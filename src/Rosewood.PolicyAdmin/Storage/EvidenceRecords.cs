namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Counts of what stands behind a control.</summary>
public sealed class EvidenceRecords
{
    private readonly PolicyStore _store;

    internal EvidenceRecords(PolicyStore store) => _store = store;

    /// <summary>Visits in the store, with the last one's begin; hits on shared hosts alone are none, as in <see cref="VisitRecords.Read"/>.</summary>
    public Evidence Visits() => Count("SELECT count(*), max(start_at) FROM visit WHERE shared < hits");

    /// <summary>Lines of the logs that were read, with the latest one's time.</summary>
    public Evidence LogLines() => Count("SELECT coalesce(sum(lines), 0), max(last_at) FROM log_source");

    private Evidence Count(string sql) =>
        _store.Query(sql, [], static r => new Evidence(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1)))[0];
}

/// <summary>How much there is of something, and when it last happened.</summary>
/// <param name="Count">How many.</param>
/// <param name="LastAt">When last, or null.</param>
public readonly record struct Evidence(long Count, DateTimeOffset? LastAt);
