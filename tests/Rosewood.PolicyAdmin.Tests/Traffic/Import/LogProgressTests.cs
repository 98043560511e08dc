using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Import;

public sealed class LogProgressTests
{
    [Theory]
    [InlineData(100, 50, 0.5, "")]
    [InlineData(0, 50, 5, "")]
    [InlineData(100, 50, 10, ", 5 s left")]
    [InlineData(100, 0, 10, ", 0 s left")]
    [InlineData(100, 900, 10, ", 1 min 30 s left")]
    [InlineData(1, 4000, 2, ", 2 h 13 min left")]
    public void The_time_left_is_that_of_the_speed_so_far(long done, long left, double seconds, string expected) =>
        LogProgress.TimeLeft(done, left, TimeSpan.FromSeconds(seconds)).ShouldBe(expected);
}
