using System.Globalization;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Gives an export's records to their meaning, and counts.</summary>
/// <param name="meaning">Says what a record means.</param>
/// <param name="unit">What a record's number counts: <c>record</c> or <c>line</c>.</param>
internal sealed class MailTally(MailMeaning meaning, string unit)
{
    private const int MostSamples = 5;

    private readonly List<UnreadRow> _unread = [];
    private long _rows;
    private long _used;
    private long _dropped;
    private long _earliest = long.MaxValue;
    private long _latest;

    /// <summary>Whether there were records and none of them was one of the expected kind.</summary>
    public bool IsOther => _rows > 0 && _used + _dropped == 0;

    /// <summary>Takes a record.</summary>
    public bool Take(FieldValues values, long number)
    {
        var reading = meaning.Read(values);
        if (meaning.UtcTicks > 0)
        {
            _earliest = Math.Min(_earliest, meaning.UtcTicks);
            _latest = Math.Max(_latest, meaning.UtcTicks);
        }

        if (reading == MailMeaning.Reading.Unread)
        {
            return Refuse(number, meaning.Reason);
        }

        _rows++;
        _used += reading == MailMeaning.Reading.Used ? 1 : 0;
        _dropped += reading == MailMeaning.Reading.Dropped ? 1 : 0;
        return true;
    }

    /// <summary>Takes note of something that is no record.</summary>
    public bool Refuse(long number, string reason)
    {
        _rows++;
        if (_unread.Count < MostSamples)
        {
            _unread.Add(new UnreadRow(string.Create(CultureInfo.InvariantCulture, $"{unit} {number}"), reason));
        }

        return true;
    }

    /// <summary>What was read.</summary>
    public MailExportFile File(string path, string kind) => new(path, kind, _rows, _used, _rows - _used - _dropped, Instant(_earliest), Instant(_latest)) { Unread = _unread };

    private DateTimeOffset? Instant(long ticks) => _latest == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
