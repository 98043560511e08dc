namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// Turns a zone's local times into UTC, remembering the offset of the quarter of an hour that was asked last. In the hour that comes twice
/// in autumn a log does not say which of the two it means: the second, standard time, is taken. A time that never was (spring) is taken as
/// standard time.
/// </summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private const long Quarter = 15 * TimeSpan.TicksPerMinute;
    private long _quarter = -1;
    private long _offset;

    /// <summary>UTC ticks of local ticks.</summary>
    public long ToUtc(long localTicks)
    {
        var quarter = localTicks / Quarter;
        if (quarter != _quarter)
        {
            _offset = zone.GetUtcOffset(new DateTime(localTicks, DateTimeKind.Unspecified)).Ticks;
            _quarter = quarter;
        }

        return localTicks - _offset;
    }
}
