using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>
/// Keeps what a log's lines show of prohibited content: a line whose category is the policy's business, whatever it is about; of one whose
/// address is withheld not even the host. Serves one thread.
/// </summary>
internal sealed class ContentScanner
{
    private readonly Dictionary<string, CategoryClassifier?> _vendors = new(StringComparer.Ordinal);
    private readonly TextInterner _categories = new(static b => LogText.OrNull(b));
    private readonly TextInterner _hosts = new(static b => LogText.OrNull(b)?.ToLowerInvariant());

    /// <summary>The policy's type of a line's category; null when it is not relevant. Categories that no table knows are counted.</summary>
    /// <param name="vendor">Whose categories they are.</param>
    /// <param name="category">As the line has it; not empty.</param>
    /// <param name="tally">Takes what is not known.</param>
    public IncidentType? Classify(string vendor, ReadOnlySpan<byte> category, ContentTally tally)
    {
        if (!_vendors.TryGetValue(vendor, out var classifier))
        {
            classifier = CategoryTable.Of(vendor) is { } table ? new CategoryClassifier(table) : null;
            _vendors.Add(vendor, classifier);
        }

        // Of a vendor without a table no category is known.
        var meaning = classifier?.Classify(category) ?? new CategoryMeaning(Type: null, _categories[category]);
        if (meaning.Unknown is { } unknown)
        {
            tally.AddUnknown(unknown);
        }

        return meaning.Type;
    }

    /// <summary>Counts a line.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="who">The user, address and device of the line.</param>
    /// <param name="fields">The line.</param>
    /// <param name="tally">Takes it.</param>
    public void Add(IncidentType type, VisitKey who, in LogFields fields, ContentTally tally)
    {
        var seconds = (fields.EndTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        var host = IncidentRoutes.Of(type).IsWithheld ? null : _hosts[fields.Host];
        tally.Add(
            new ContentKey((int)(seconds / CoverageSlot.Seconds), who.User, who.Address, who.DeviceText, type, _categories[fields.Category]!, host),
            seconds,
            fields.Action == LogAction.Blocked);
    }
}
