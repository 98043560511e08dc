using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>What lines of a log showed of prohibited content, and the categories that no table knows.</summary>
internal sealed class ContentTally
{
    /// <summary>More unknown categories than this are not named.</summary>
    private const int MostUnknown = 20;

    private readonly Dictionary<ContentKey, ContentCounts> _counts = [];
    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);

    /// <summary>What was counted.</summary>
    public IReadOnlyDictionary<ContentKey, ContentCounts> Counts => _counts;

    /// <summary>Categories that are in no table, with their lines.</summary>
    public IReadOnlyDictionary<string, long> Unknown => _unknown;

    /// <summary>Counts a line.</summary>
    public void Add(in ContentKey key, long seconds, bool blocked) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _).Add(seconds, blocked);

    /// <summary>Counts a line whose category is in no table.</summary>
    public void AddUnknown(string category, long lines = 1)
    {
        if (_unknown.Count < MostUnknown || _unknown.ContainsKey(category))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_unknown, category, out _) += lines;
        }
    }

    /// <summary>Adds what another counted.</summary>
    public void Add(ContentTally other)
    {
        foreach (var (key, counts) in other._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _).Add(counts);
        }

        foreach (var (category, lines) in other._unknown)
        {
            AddUnknown(category, lines);
        }
    }

    /// <summary>Forgets what was counted; unknown categories stay.</summary>
    public void ClearCounts() => _counts.Clear();

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _counts.Clear();
        _unknown.Clear();
    }
}
