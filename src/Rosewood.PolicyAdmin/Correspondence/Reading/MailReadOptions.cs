namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>What exports leave open.</summary>
/// <param name="Zone">The school's zone, for columns that say "local".</param>
/// <param name="DayFirst">Whether the day comes first in dates of numbers; null: what the file itself proves.</param>
internal sealed record MailReadOptions(TimeZoneInfo Zone, bool? DayFirst)
{
    /// <summary>How many bytes are read at once.</summary>
    public int BlockSize { get; init; } = 256 * 1024;
}
