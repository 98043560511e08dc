using System.Globalization;
using System.Xml;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>A duration as a person gave it: <c>90m</c>, <c>2h</c>, <c>5d</c>, <c>2w</c>, ISO 8601 (<c>PT2H</c>) or a TimeSpan (<c>02:30:00</c>).</summary>
public readonly record struct DurationInput
{
    // Hours beyond 23 are none of these: TimeSpan.Parse would read 48:00:00 as 48 days.
    private static readonly string[] ClockFormats = [@"h\:mm", @"hh\:mm", @"h\:mm\:ss", @"hh\:mm\:ss", @"d\.hh\:mm\:ss"];

    /// <summary>A duration from text. A bare number is none.</summary>
    /// <exception cref="FaultException"><c>DurationInvalid</c>.</exception>
    public DurationInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Value = TryRead(text.Trim()) is { } value && IsUsable(value) ? value : throw Invalid(text);
    }

    /// <summary>A duration.</summary>
    /// <exception cref="FaultException"><c>DurationInvalid</c>: not positive, or longer than any two times are apart.</exception>
    public DurationInput(TimeSpan value) => Value = IsUsable(value) ? value : throw Invalid(value.ToString());

    /// <summary>Days: to PowerShell <c>5d</c> without quotes is a decimal number, and this is what was meant by it. A number without a letter is an int, which is no duration.</summary>
    /// <exception cref="FaultException"><c>DurationInvalid</c>.</exception>
    public DurationInput(decimal days)
        : this(days.ToString(CultureInfo.InvariantCulture) + "d")
    {
    }

    /// <summary>The duration, positive.</summary>
    public TimeSpan Value { get; }

    /// <summary>Reads text; what PowerShell's and the console's binders call.</summary>
    public static DurationInput Parse(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => XmlConvert.ToString(Value);

    private static TimeSpan? TryRead(string text)
    {
        try
        {
            return text switch
            {
                ['P' or 'p', ..] => XmlConvert.ToTimeSpan(text.ToUpperInvariant()),
                [.. var number, 'm' or 'M'] => TimeSpan.FromMinutes(Number(number)),
                [.. var number, 'h' or 'H'] => TimeSpan.FromHours(Number(number)),
                [.. var number, 'd' or 'D'] => TimeSpan.FromDays(Number(number)),
                [.. var number, 'w' or 'W'] => TimeSpan.FromDays(7 * Number(number)),
                _ => TimeSpan.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, out var clock) ? clock : null,
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUsable(TimeSpan value) => value > TimeSpan.Zero && value <= TimeInput.Longest;

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static FaultException Invalid(string text) => new Fault(
        "DurationInvalid",
        FaultKind.InvalidArgument,
        text,
        $"'{text}' is no duration. Write 90m, 2h, 5d or 2w, ISO 8601 such as PT2H, or hours:minutes:seconds below 24 hours such as 02:30:00.").ToException();
}
