using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>Tells of one vendor's categories which are the policy's; remembers those it met. Serves one thread.</summary>
internal sealed class CategoryClassifier
{
    private const string Unknown = "?";
    private readonly TextInterner _known;

    public CategoryClassifier(CategoryTable table)
    {
        _known = new TextInterner(bytes => !table.TryFind(LogText.OrNull(bytes)!, out var type) ? Unknown : type?.ToString());
    }

    /// <summary>The type of a category; null when it is not relevant, or not known.</summary>
    /// <param name="category">As the line has it.</param>
    /// <param name="isUnknown">Whether it is in no table.</param>
    public IncidentType? Classify(ReadOnlySpan<byte> category, out bool isUnknown)
    {
        var answer = _known[category];
        isUnknown = ReferenceEquals(answer, Unknown);
        return answer is null || isUnknown ? null : Enum.Parse<IncidentType>(answer);
    }
}
