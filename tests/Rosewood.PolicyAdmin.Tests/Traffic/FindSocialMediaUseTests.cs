using System.Globalization;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class FindSocialMediaUseTests
{
    [Fact]
    public async Task A_poll_around_the_clock_does_not_hide_a_later_days_use()
    {
        var push = Enumerable.Range(0, 30 * 60).Select(i => Line("2026-11-23T08:00:00Z", i * 60, "edge-mqtt.facebook.com", bytes: 300));
        var use = Enumerable.Range(0, 20).Select(i => Line("2026-11-24T10:00:00Z", i * 60, "www.facebook.com", bytes: 250_000));
        using var workspace = await ImportedAsync(push.Concat(use));

        var visit = (await workspace.RunAsync(new FindSocialMediaUse { From = new("2026-11-24"), To = new("2026-11-24") })).Of<Visit>().ShouldHaveSingleItem();

        (visit.Verdict, visit.Service, visit.Start.Date).ShouldBe((Verdict.Unexplained, "Facebook", new DateTime(2026, 11, 24)));
    }

    [Fact]
    public async Task A_person_is_found_under_their_new_name_and_beside_a_namesake()
    {
        using var workspace = await ImportedAsync([Line("2026-11-24T10:00:00Z", 0, "www.facebook.com")]);
        workspace.Clock.Now = workspace.Clock.Now.AddDays(1);
        var renamed = DemoStaff.People.Replace("Niamh O'Brien", "Nell Brown", StringComparison.Ordinal);
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("renamed.csv", renamed) });

        foreach (var name in new[] { "n.obrien", "n.obrien@rosewood.example" })
        {
            (await workspace.RunAsync(new FindSocialMediaUse { User = [name] })).Of<Visit>().ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Unexplained);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-10-20", null)]
    [InlineData(null, "2026-10-30")]
    [InlineData("2026-11-23 08:00", "2026-11-24")]
    public async Task The_warning_of_holes_names_the_command_that_lists_as_many(string? from, string? to)
    {
        using var workspace = await ImportedAsync([Line("2026-10-19T08:00:00Z", 0, "a.example"), Line("2026-10-20T08:00:00Z", 0, "a.example"), Line("2026-11-24T08:00:00Z", 0, "a.example")]);
        var request = new FindSocialMediaUse { From = from is null ? null : new TimeInput(from), To = to is null ? null : new TimeInput(to) };

        var warning = (await workspace.RunAsync(request)).Warnings.ShouldHaveSingleItem();

        var words = Regex.Match(warning, "has (?<n>[0-9]+) holes: .* Get-FirewallLogCoverage -From '?(?<from>[^']+?)'? -To (?<to>[^ ]+) lists them", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        words.Success.ShouldBeTrue(warning);
        var listed = await workspace.RunAsync(new GetFirewallLogCoverage { From = new TimeInput(words.Groups["from"].Value), To = new TimeInput(words.Groups["to"].Value) });
        listed.Outputs.Count.ToString(CultureInfo.InvariantCulture).ShouldBe(words.Groups["n"].Value);
    }

    [Fact]
    public async Task Unexplained_visits_from_devices_of_which_nothing_is_known_are_warned_about()
    {
        using var workspace = new TempWorkspace(TestConfig.School with { Networks = [] });
        await workspace.WithSchoolAsync();
        await workspace.RunAsync(new ImportFirewallLog { Path = [workspace.Write("access.log", SquidLog.Text(SquidLog.Line(user: "n.obrien", client: "10.99.0.7"), SquidLog.Line("2026-11-24T09:00:00Z", user: "n.obrien", client: "10.99.0.7")))] });

        var sink = await workspace.RunAsync(new FindSocialMediaUse());

        sink.Of<Visit>().Count().ShouldBe(2);
        sink.Warnings.ShouldContain(static w => w.StartsWith("2 unexplained visits came from devices of which nothing is known. They count as school devices, though some may be people's own phones", StringComparison.Ordinal));
        (await workspace.RunAsync(new FindSocialMediaUse { User = ["deputy"] })).Warnings.ShouldNotContain(static w => w.Contains("nothing is known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_any_import_the_warning_says_so()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        (await workspace.RunAsync(new FindSocialMediaUse())).Warnings.ShouldHaveSingleItem().ShouldContain("Run Import-FirewallLog");
    }

    [Theory]
    [InlineData("PC-07", 1)]
    [InlineData("pc-07", 1)]
    [InlineData("10.20.1.7", 1)]
    [InlineData("School", 1)]
    [InlineData("Mobile-1", 0)]
    [InlineData("SchoolMobile", 0)]
    public async Task A_device_goes_by_name_address_or_class(string device, int visits)
    {
        using var workspace = await ImportedAsync([Line("2026-11-24T10:00:00Z", 0, "www.facebook.com")]);

        (await workspace.RunAsync(new FindSocialMediaUse { Device = [device] })).Of<Visit>().Count().ShouldBe(visits);
    }

    [Theory]
    [InlineData("RW-NOPE-99")]
    [InlineData("1")]
    public async Task A_device_that_there_is_not_is_a_fault(string device)
    {
        using var workspace = await ImportedAsync([Line("2026-11-24T10:00:00Z", 0, "www.facebook.com")]);

        (await workspace.FaultOfAsync(new FindSocialMediaUse { Device = [device] })).Id.ShouldBe("DeviceNotFound");
    }

    private static string Line(string from, int seconds, string host, int bytes = 20_000) =>
        $"{(DateTimeOffset.Parse(from).AddSeconds(seconds).ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture)}    100 10.20.1.7 TCP_MISS/200 {bytes} GET http://{host}/ n.obrien HIER_DIRECT/192.0.2.1 text/html";

    private static async Task<TempWorkspace> ImportedAsync(IEnumerable<string> lines)
    {
        var workspace = await new TempWorkspace(now: "2026-11-25T09:00:00Z").WithSchoolAsync();
        await workspace.RunAsync(new ImportFirewallLog { Path = [workspace.Write("access.log", string.Join('\n', lines) + "\n")] });
        return workspace;
    }
}
