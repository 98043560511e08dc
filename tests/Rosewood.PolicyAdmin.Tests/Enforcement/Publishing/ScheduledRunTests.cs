using Rosewood.PolicyAdmin.Enforcement.Publishing;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;

public sealed class ScheduledRunTests
{
    [Fact]
    public void The_run_is_at_the_second_in_utc_and_never_before_the_instant()
    {
        var arguments = ScheduledRun.Arguments(new DateTimeOffset(2026, 11, 24, 10, 40, 0, TimeSpan.FromHours(1)).AddTicks(1), "/opt/rosewood/rosewood", "/srv/it's a school");
        arguments.Contains("--on-calendar=2026-11-24 09:40:01 UTC", StringComparer.Ordinal).ShouldBeTrue();
        arguments.SkipWhile(a => !a.Equals("--", StringComparison.Ordinal)).ShouldBe(["--", "/opt/rosewood/rosewood", "Publish-SocialMediaBlock", "-Due", "-Workspace", "/srv/it's a school"]);
        ScheduledRun.Arguments(new DateTimeOffset(2026, 11, 24, 9, 40, 0, TimeSpan.Zero), "r", "w").Contains("--on-calendar=2026-11-24 09:40:00 UTC", StringComparer.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public void Each_instant_and_workspace_has_a_timer_of_its_own()
    {
        var at = new DateTimeOffset(2026, 11, 24, 9, 40, 0, TimeSpan.Zero);
        string[] units = [Unit(at, "/a"), Unit(at, "/b"), Unit(at.AddSeconds(1), "/a")];
        units.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        units.ShouldAllBe(u => u.StartsWith("--unit=rosewood-publish-", StringComparison.Ordinal));

        static string Unit(DateTimeOffset at, string workspace) => ScheduledRun.Arguments(at, "r", workspace).Single(a => a.StartsWith("--unit", StringComparison.Ordinal));
    }
}
