using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>When a dismissal ends, as it was asked for: what was innocent once must be looked at again.</summary>
/// <param name="until">The end, or null.</param>
/// <param name="length">The length instead, or null; with neither, <see cref="Default"/>.</param>
/// <param name="zone">The school's zone.</param>
internal sealed class SuppressionEnd(TimeInput? until, DurationInput? length, TimeZoneInfo zone)
{
    /// <summary>About a term.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromDays(90);

    /// <summary>The end of one that is recorded at an instant, in the school's local time.</summary>
    /// <exception cref="FaultException"><c>SuppressionEndsInPast</c>, <c>SuppressionTooLong</c>.</exception>
    public DateTimeOffset From(DateTimeOffset at)
    {
        // A year, with the whole of its last day: that is how people name one.
        var limit = Local(new TimeInput(string.Create(CultureInfo.InvariantCulture, $"{Local(at).AddYears(1):yyyy-MM-dd}")).ToEnd(zone));
        if (until?.ToEnd(zone) is { } end)
        {
            return end <= at ? throw SuppressionFaults.EndsInPast(Local(end)).ToException()
                : end <= limit ? Local(end)
                : throw SuppressionFaults.TooLong(limit).ToException();
        }

        // The length is compared before it is added: a sum past the end of the calendar can't be made.
        var asked = length?.Value ?? Default;
        return asked <= limit - at ? Local(at + asked) : throw SuppressionFaults.TooLong(limit).ToException();
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
