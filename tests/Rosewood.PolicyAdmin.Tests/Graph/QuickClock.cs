namespace Rosewood.PolicyAdmin.Tests.Graph;

/// <summary>A clock whose waits and windows pass faster than real ones; its time of day stands still until it is moved.</summary>
public sealed class QuickClock(DateTimeOffset now, double speed) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => (long)(System.TimestampFrequency / speed);

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    // A timer never fires early, not even by rounding.
    private TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed));
}
