using System.Text;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class FindProhibitedContentAccessTests : IDisposable
{
    private const string AbuseHost = "never-to-be-shown.example";
    private readonly TempWorkspace _workspace = new();

    [Fact]
    public async Task Lines_of_one_kind_by_one_person_are_one_row_with_its_route()
    {
        await ImportAsync(
            Line("09:00:01", "Gambling", "bets.example"),
            Line("09:04:00", "Gambling", "bets.example", "passthrough"),
            Line("09:20:00", "Gambling", "odds.example"),
            Line("10:30:00", "Gambling", "bets.example"),
            Line("09:00:02", "Pornography", "x.example"),
            Line("09:00:03", "Social Networking", "www.facebook.com"));

        var found = (await _workspace.RunAsync(new FindProhibitedContentAccess())).Of<ContentAccess>().ToList();
        found.Select(static f => (f.Type, f.Allowed, f.Blocked)).ShouldBe([(IncidentType.Gambling, 1, 2), (IncidentType.SoftPornography, 0, 1), (IncidentType.Gambling, 0, 1)]);
        found[0].User.ShouldBe("Niamh O'Brien");
        found[0].OnRoster.ShouldBeTrue();

        // By which a report about the head or the safeguarding lead knows that it is.
        found[0].PersonId.ShouldBe(_workspace.As("n.obrien").Person!.Id);
        found[0].Hosts.ShouldBe(["bets.example", "odds.example"]);
        found[0].Categories.ShouldBe(["Gambling"]);
        found[0].Start.ShouldBe(DateTimeOffset.Parse("2026-11-24T09:00:01Z", System.Globalization.CultureInfo.InvariantCulture));
        (found[0].Clause, found[0].Route).ShouldBe(("RES-2", "Senior leadership team (SLT)"));
        (found[1].Clause, found[1].Route).ShouldBe(("RES-1", "Safeguarding lead (DSL)"));
    }

    [Fact]
    public async Task Addresses_of_indecent_images_of_children_are_nowhere()
    {
        await ImportAsync(Line("09:00:01", "Child Abuse", AbuseHost));
        var found = (await _workspace.RunAsync(new FindProhibitedContentAccess())).Of<ContentAccess>().ShouldHaveSingleItem();
        found.AddressesWithheld.ShouldBeTrue();
        found.Hosts.ShouldBeEmpty();
        found.HostCount.ShouldBe(0);
        found.Route.ShouldBe("Safeguarding lead (DSL), then the police: preserve, do not open");

        // Nor in the store's bytes, with what it has not yet taken over from its journal.
        foreach (var file in Directory.GetFiles(_workspace.Folder).Where(static f => !f.EndsWith(".log", StringComparison.Ordinal)))
        {
            var bytes = new byte[new FileInfo(file).Length];
            await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                await stream.ReadExactlyAsync(bytes);
            }

            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(AbuseHost)).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task A_person_is_found_and_a_misspelt_name_is_a_fault()
    {
        await ImportAsync(Line("09:00:01", "Gambling", "bets.example"), Line("09:00:01", "Gambling", "bets.example", user: "pupil.1"));
        (await _workspace.RunAsync(new FindProhibitedContentAccess { User = ["Niamh O'Brien"] })).Of<ContentAccess>().ShouldHaveSingleItem().OnRoster.ShouldBeTrue();
        (await _workspace.RunAsync(new FindProhibitedContentAccess { User = ["pupil.1"] })).Of<ContentAccess>().ShouldHaveSingleItem().User.ShouldBe("pupil.1");
        (await _workspace.FaultOfAsync(new FindProhibitedContentAccess { User = ["pupil.2"] })).Id.ShouldBe("PersonNotFound");
    }

    [Fact]
    public async Task A_period_is_kept_to()
    {
        await ImportAsync(Line("09:00:01", "Gambling", "bets.example"), Line("12:00:01", "Gambling", "bets.example"));
        (await FromAsync("2026-11-24T11:00")).ShouldHaveSingleItem().Start.Hour.ShouldBe(12);
        (await FromAsync("2026-11-25")).ShouldBeEmpty();

        async Task<List<ContentAccess>> FromAsync(string from) =>
            [.. (await _workspace.RunAsync(new FindProhibitedContentAccess { From = PolicyAdmin.Commands.TimeInput.Parse(from) })).Of<ContentAccess>()];
    }

    [Fact]
    public async Task A_category_that_no_table_knows_is_told_at_the_import()
    {
        var sink = await ImportAsync(Line("09:00:01", "Quite New", "a.example"), Line("09:00:01", "Quite New", "a.example"));
        sink.Warnings.ShouldContain(static w => w.Contains("Quite New (2)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_log_that_has_categories_silence_is_explained()
    {
        await _workspace.RunAsync(new ImportFirewallLog { Path = [_workspace.Write("access.log", SquidLog.Text(SquidLog.Line()))] });
        (await _workspace.RunAsync(new FindProhibitedContentAccess())).Warnings.ShouldContain(static w => w.Contains("categories", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Importing_twice_counts_once()
    {
        var path = _workspace.Write("fw.log", Line("09:00:01", "Gambling", "bets.example") + "\n");
        await _workspace.RunAsync(new ImportFirewallLog { Path = [path] });
        await _workspace.RunAsync(new ImportFirewallLog { Path = [path] });
        (await _workspace.RunAsync(new FindProhibitedContentAccess())).Of<ContentAccess>().ShouldHaveSingleItem().Blocked.ShouldBe(1);
    }

    [Fact]
    public void Every_format_with_categories_has_its_vendor_s_table()
    {
        LogFormats.All.Where(static f => f.CategoryVendor is { } vendor && CategoryTable.Of(vendor) is null).Select(static f => f.Name).ShouldBeEmpty();
        CategoryTable.All.Where(static t => t.Count < 30).Select(static t => $"{t.Vendor}: {t.Count}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Gambling", IncidentType.Gambling, null)]
    [InlineData("social networking", null, null)]
    [InlineData("Social Networking;Pornography;Gambling", IncidentType.SoftPornography, null)]
    [InlineData("Social Networking, Child Abuse", IncidentType.ChildAbuseMaterial, null)]
    [InlineData("Our-Own-List,Gambling,Other Own", IncidentType.Gambling, "Our-Own-List; Other Own")]
    [InlineData("Unheard Of", null, "Unheard Of")]
    public void The_gravest_of_several_categories_counts_and_unknown_ones_are_named(string categories, IncidentType? type, string? unknown) =>
        CategoryTable.Of("FortiGuard")!.Find(categories).ShouldBe(new CategoryMeaning(type, unknown));

    [Fact]
    public void Every_type_has_a_route()
    {
        foreach (var type in Enum.GetValues<IncidentType>())
        {
            IncidentRoutes.Of(type).ToString().ShouldNotBeNullOrEmpty();
        }

        Enum.GetValues<IncidentType>().Where(static t => IncidentRoutes.Of(t).IsWithheld).ShouldBe([IncidentType.ChildAbuseMaterial]);
    }

    public void Dispose() => _workspace.Dispose();

    private static string Line(string time, string category, string host, string action = "blocked", string user = "N.OBRIEN") =>
        $"date=2026-11-24 time={time} tz=\"+0000\" logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" eventtype=\"ftgd_blk\" level=\"warning\" vd=\"root\" user=\"{user}\" srcip=10.20.1.7 dstip=192.0.2.35 hostname=\"{host}\" action=\"{action}\" url=\"https://{host}/secret\" catdesc=\"{category}\"";

    private async Task<RecordingSink> ImportAsync(params string[] lines)
    {
        await _workspace.RunAsync(new ImportPolicyPerson { Path = _workspace.Write("staff.csv", DemoStaff.People) });
        return await _workspace.RunAsync(new ImportFirewallLog { Path = [_workspace.Write("fw.log", string.Join('\n', lines) + "\n")] });
    }
}
