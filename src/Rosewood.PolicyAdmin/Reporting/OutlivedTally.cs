using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Counts the visits in which a connection outlived its grant, by grant: bounded by grants, not by visits. Names nobody.</summary>
internal sealed class OutlivedTally
{
    private readonly SortedDictionary<string, OutlivedGrant> _grants = new(StringComparer.Ordinal);
    private long _notKnown;

    public void Add(Visit visit)
    {
        _notKnown += visit.IsOutlivingUnknown ? 1 : 0;
        if (visit is not { OutlivedGrantBy: { } time, OutlivedGrantId: { } id })
        {
            return;
        }

        var before = _grants.GetValueOrDefault(id) ?? new OutlivedGrant(id, [], 0, TimeSpan.Zero, visit.Start);
        _grants[id] = new OutlivedGrant(
            id,
            before.Services.Contains(visit.Service, StringComparer.Ordinal) ? before.Services : [.. before.Services.Append(visit.Service).Order(StringComparer.Ordinal)],
            before.Visits + 1,
            time > before.Longest ? time : before.Longest,
            visit.Start > before.Last ? visit.Start : before.Last);
    }

    public ReportOutlived ToReport() => new(
        _grants.Values.Sum(g => g.Visits),
        _grants.Count == 0 ? null : _grants.Values.Max(g => g.Longest),
        [.. _grants.Values],
        _notKnown);
}
