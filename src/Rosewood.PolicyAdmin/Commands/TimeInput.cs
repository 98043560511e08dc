using System.Globalization;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// A time as a person gave it: with an offset, in the school's local time, or only a date. What it means depends on the school's zone
/// and on whether it begins or ends an interval, so it is resolved late.
/// </summary>
public readonly record struct TimeInput
{
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    /// <summary>The longest time between two of these.</summary>
    internal static readonly TimeSpan Longest = new DateTime(LastYear + 1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) - new DateTime(FirstYear, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] DateFormats = ["yyyy-MM-dd"];
    private static readonly string[] LocalFormats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] OffsetFormats = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    private readonly DateTimeOffset? _instant;
    private readonly DateTime _local;
    private readonly bool _dateOnly;

    /// <summary>A time from text: ISO 8601 with or without offset, or a date alone.</summary>
    /// <exception cref="FaultException"><c>TimeInvalid</c>.</exception>
    public TimeInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces;
        if (DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, Styles, out _local))
        {
            _dateOnly = true;
        }
        else if (!DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, Styles, out _local))
        {
            _instant = DateTimeOffset.TryParseExact(text, OffsetFormats, CultureInfo.InvariantCulture, Styles, out var instant)
                ? instant
                : throw Invalid(text);
        }

        RequireYear(_instant?.Year ?? _local.Year);
    }

    /// <summary>A time from a <see cref="DateTime"/>: UTC and machine-local kinds are instants, others the school's local time.</summary>
    /// <exception cref="FaultException"><c>TimeInvalid</c>.</exception>
    public TimeInput(DateTime value)
    {
        Text = value.ToString("O", CultureInfo.InvariantCulture);
        RequireYear(value.Year);
        if (value.Kind == DateTimeKind.Unspecified)
        {
            _local = value;
        }
        else
        {
            _instant = new DateTimeOffset(value);
        }
    }

    /// <summary>An instant.</summary>
    /// <exception cref="FaultException"><c>TimeInvalid</c>.</exception>
    public TimeInput(DateTimeOffset value)
    {
        Text = value.ToString("O", CultureInfo.InvariantCulture);
        RequireYear(value.Year);
        _instant = value;
    }

    /// <summary>What was typed.</summary>
    public string Text { get; }

    /// <summary>Reads text; what PowerShell's and the console's binders call.</summary>
    public static TimeInput Parse(string text) => new(text);

    /// <summary>The instant at which an interval that begins with this starts.</summary>
    public DateTimeOffset ToStart(TimeZoneInfo zone) => _instant ?? Resolve(_local, zone);

    /// <summary>The instant at which an interval that ends with this stops (half-open); a date alone includes its day.</summary>
    public DateTimeOffset ToEnd(TimeZoneInfo zone) => _instant ?? Resolve(_dateOnly ? _local.AddDays(1) : _local, zone);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private DateTimeOffset Resolve(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (zone.IsInvalidTime(local) && !_dateOnly)
        {
            throw new Fault("TimeImpossible", FaultKind.InvalidArgument, Text, $"The clocks go forward over {Text}: that time does not exist in {zone.Id}. Give another time, or one with an offset such as {Text}+01:00.").ToException();
        }

        if (zone.IsAmbiguousTime(local) && !_dateOnly)
        {
            throw new Fault("TimeAmbiguous", FaultKind.InvalidArgument, Text, $"The clocks go back: {Text} happens twice in {zone.Id}. Give an offset: {Text}+01:00 for the first, {Text}+00:00 for the second.").ToException();
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>Beyond these years sums of time and offset leave the calendar, and no school means them.</summary>
    private void RequireYear(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new Fault("TimeInvalid", FaultKind.InvalidArgument, Text, string.Create(CultureInfo.InvariantCulture, $"'{Text}' lies outside the years {FirstYear} to {LastYear}. Check the year.")).ToException();
        }
    }

    private static FaultException Invalid(string text) => new Fault(
        "TimeInvalid",
        FaultKind.InvalidArgument,
        text,
        $"'{text}' is no time that can be read safely. Write a date as 2026-12-18, a local time as 2026-12-18T15:30, or one with an offset as 2026-12-18T15:30+00:00.").ToException();
}
