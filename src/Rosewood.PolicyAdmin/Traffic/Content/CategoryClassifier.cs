using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>Tells of one vendor's categories which are the policy's; remembers those it met. Serves one thread.</summary>
internal sealed class CategoryClassifier(CategoryTable table)
{
    /// <summary>A vendor has a few hundred; more are combinations, or rubbish.</summary>
    private const int MostRemembered = 10_000;

    private readonly TextInterner _names = new(static b => LogText.OrNull(b));
    private readonly Dictionary<string, CategoryMeaning> _known = new(StringComparer.Ordinal);

    /// <summary>What a line's categories are; not empty.</summary>
    public CategoryMeaning Classify(ReadOnlySpan<byte> category)
    {
        var name = _names[category]!;
        if (!_known.TryGetValue(name, out var meaning))
        {
            if (_known.Count >= MostRemembered)
            {
                _known.Clear();
            }

            meaning = table.Find(name);
            _known.Add(name, meaning);
        }

        return meaning;
    }
}
