using System.Collections.Frozen;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>What the columns of a table are called.</summary>
internal static class MailColumns
{
    /// <summary>A column's field; null when it does not matter. What stands in parentheses is no part of its name: <c>Date (UTC+01:00)</c>.</summary>
    public static (MailField Field, int Rank)? Meaning(FrozenDictionary<string, (MailField Field, int Rank)> table, string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return table.TryGetValue(PlainText.Squeeze(name), out var meaning) || (open > 0 && table.TryGetValue(PlainText.Squeeze(name[..open]), out meaning)) ? meaning : null;
    }

    /// <summary>The zone that a time column's name gives its times: <c>date_time_utc</c>, <c>Date (UTC+01:00)</c>, <c>origin_timestamp_local</c>.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="school">The school's zone, for local times.</param>
    public static TimeZoneInfo ZoneOf(string name, TimeZoneInfo school)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var inside = open < 0 ? "" : name[(open + 1)..].TrimEnd(' ', ')');
        if (inside.Length > 0 && LogTime.TryOffset(Encoding.UTF8.GetBytes(inside), out var ticks))
        {
            return ticks == 0 ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(inside, TimeSpan.FromTicks(ticks), inside, inside);
        }

        // Exchange tells times in UTC unless it says otherwise.
        return name.Contains("local", StringComparison.OrdinalIgnoreCase) ? school : TimeZoneInfo.Utc;
    }
}
