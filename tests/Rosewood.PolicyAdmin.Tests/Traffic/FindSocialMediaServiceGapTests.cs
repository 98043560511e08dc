using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Samples;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Tests.Traffic.Gaps;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class FindSocialMediaServiceGapTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task What_is_seen_beside_a_service_and_hardly_elsewhere_is_proposed_with_its_evidence()
    {
        var gaps = await FindAsync(GapLog.Ordinary().Lines);
        gaps.Select(g => g.HostName).ShouldBe(["facebook.example", "facepics.example"], ignoreOrder: true);

        var companion = Named(gaps, "facepics.example");
        (companion.Service, companion.Role, companion.Sessions, companion.People, companion.Days).ShouldBe(("Facebook", HostRole.Media, 30, 6, 5));
        companion.Share.ShouldBe(1);
        companion.Lift.ShouldBeGreaterThan(100);
        companion.Explanation.ShouldContain("30 visits to Facebook by 6 people on 5 days");

        var alike = Named(gaps, "facebook.example");
        (alike.Role, alike.Confidence).ShouldBe((HostRole.Primary, GapConfidence.High));
    }

    [Fact]
    public async Task Advertising_and_look_alikes_elsewhere_are_not_proposed()
    {
        var gaps = await FindAsync(GapLog.Ordinary().Lines);
        gaps.ShouldNotContain(g => g.HostName.Contains("everywhere", StringComparison.Ordinal) || g.HostName.Contains("login-", StringComparison.Ordinal) || g.HostName.Contains("site", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_persons_site_is_never_told_even_when_somebody_else_met_it_once()
    {
        var log = GapLog.Ordinary();
        log.Page(new(2026, 11, 12, 12, 30, 0, TimeSpan.Zero), "person3", 3, "www.facebook.com", GapLog.OnePersonsSite);
        (await FindAsync(log.Lines)).ShouldNotContain(g => g.HostName.Contains("private", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_person_under_several_spellings_and_at_several_machines_stays_one()
    {
        var log = GapLog.Ordinary();
        string[] spellings = ["reader", @"ROSEWOOD\reader", "Reader@rosewood.example", "-"];
        for (var i = 0; i < 40; i++)
        {
            log.Page(new(2026, 11, 9 + (i % 5), 14, i, 0, TimeSpan.Zero), spellings[i % 3], 100 + (i % 7), "www.facebook.com", "my.secret.example");
        }

        (await FindAsync(log.Lines)).ShouldNotContain(g => g.HostName.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_user_and_no_address_is_told()
    {
        var json = JsonSerializer.Serialize(await FindAsync(GapLog.Ordinary().Lines));
        json.ShouldContain("facepics");
        json.ShouldNotContain("person", Case.Sensitive);
        json.ShouldNotContain("10.20.1.");
    }

    [Fact]
    public async Task Where_the_log_names_nobody_devices_are_counted()
    {
        var gaps = await FindAsync(GapLog.Ordinary(named: false).Lines);
        Named(gaps, "facepics.example").People.ShouldBe(6);
        gaps.ShouldNotContain(g => g.HostName.Contains("private", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_adds_the_host_and_then_there_is_nothing_left_to_propose()
    {
        var lines = GapLog.Ordinary().Lines;
        foreach (var gap in await FindAsync(lines))
        {
            var words = gap.Command.Split(' ');
            words.Length.ShouldBe(7);
            (words[0], words[1], words[3], words[5]).ShouldBe(("Add-SocialMediaService", "-Name", "-HostName", "-Role"));
            await _workspace.RunAsync(new AddSocialMediaService { Name = words[2], HostName = [words[4]], Role = Enum.Parse<HostRole>(words[6]) });
        }

        var catalogue = CatalogueLoader.Load(_workspace.Context("x"));
        catalogue.Services[catalogue.Match(GapLog.Companion).ServiceIndex].Name.ShouldBe("Facebook");
        (await FindAsync(lines)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_a_school_took_out_of_the_catalogue_is_found_again_in_the_demo_schools_log()
    {
        await _workspace.RunAsync(new RemoveSocialMediaService { HostName = ["fbcdn.net"], Force = true });
        using var log = new MemoryStream();
        DemoTraffic.Write(log, DemoStories.FirstDay, 14);
        var gaps = await FindAsync(_workspace.Write("demo.log", Encoding.UTF8.GetString(log.ToArray())));
        var found = Named(gaps, "fbcdn.net");
        (found.Service, found.Role).ShouldBe(("Facebook", HostRole.Media));
        gaps.ShouldNotContain(g => g.HostName.EndsWith("bbci.co.uk", StringComparison.Ordinal) || g.HostName.EndsWith("gstatic.com", StringComparison.Ordinal) || g.HostName.EndsWith("office.net", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dates_that_the_log_itself_settles_are_read_as_at_the_import()
    {
        const string Packet = " 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com(0)\n";
        var sink = await _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [_workspace.Write("dns.log", "24/11/2026" + Packet + "03/11/2026" + Packet)] });
        sink.Warnings.ShouldNotContain(static w => w.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_schools_own_hosts_and_shared_platforms_are_left_out()
    {
        using var workspace = new TempWorkspace(TestConfig.School with { School = TestConfig.School.School with { OwnHosts = ["facepics.example"] } });
        var sink = await workspace.RunAsync(new FindSocialMediaServiceGap { Path = [workspace.Write("own.log", SquidLog.Text(GapLog.Ordinary().Lines))] });
        sink.Of<ServiceGap>().Select(g => g.HostName).ShouldBe(["facebook.example"]);
    }

    [Fact]
    public async Task The_catalogues_hosts_that_were_never_seen_are_counted()
    {
        var hosts = ServiceCatalogue.BuiltIn.Find("Facebook")!.Hosts.Count;
        (await FindAsync(GapLog.Ordinary().Lines)).ShouldAllBe(g => g.HostsNeverSeen == hosts - 2);
    }

    [Fact]
    public async Task A_refused_page_and_a_button_elsewhere_are_no_visits()
    {
        var log = new GapLog();
        for (var i = 0; i < 60; i++)
        {
            var at = new DateTimeOffset(2026, 11, 9 + (i % 5), 9, i, 0, TimeSpan.Zero);
            log.Add(at, 0, $"person{i % 4}", i % 4, "www.facebook.com", "TCP_DENIED/403");
            log.Page(at, $"person{i % 4}", i % 4, "connect.facebook.net", "www.news.example");
        }

        var sink = await RunAsync(log.Lines);
        sink.Of<ServiceGap>().ShouldBeEmpty();
        sink.Warnings.ShouldContain(w => w.Contains("no visit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tunnel_that_closed_minutes_later_counts_when_it_began()
    {
        var log = GapLog.Ordinary();
        for (var day = 9; day < 14; day++)
        {
            for (var person = 0; person < 6; person++)
            {
                var began = new DateTimeOffset(2026, 11, day, 12, person, 5, TimeSpan.Zero);
                log.Add(began.AddMinutes(8), 480_000, $"person{person}", person, "stream.longlived.example");
            }
        }

        Named(await FindAsync(log.Lines), "longlived.example").Service.ShouldBe("Facebook");
    }

    [Property(MaxTest = 12)]
    public void The_order_of_lines_within_minutes_makes_no_difference(int seed)
    {
        var lines = GapLog.Ordinary(people: 4, days: 3).Lines;
        using var other = new TempWorkspace();
        var straight = RunIn(other, lines);
        var shuffled = RunIn(other, GapLog.Shuffled(lines, seed, seconds: 300));
        shuffled.ShouldBe(straight);
        straight.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_line_from_the_future_does_not_close_the_eyes()
    {
        var lines = GapLog.Ordinary().Lines.ToList();
        lines.Insert(5, SquidLog.Line("2031-01-01T00:00:00Z", "www.site1.example"));
        (await FindAsync(lines)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Hostile_bytes_are_counted_as_unreadable_and_break_nothing()
    {
        var random = new Random(1701);
        var lines = GapLog.Ordinary(people: 3, days: 2).Lines.Select(Encoding.UTF8.GetBytes).ToList();
        for (var round = 0; round < 25; round++)
        {
            using var text = new MemoryStream();
            foreach (var line in lines)
            {
                var bytes = line.ToArray();
                for (var hits = random.Next(4); hits > 0; hits--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                text.Write(bytes.AsSpan(0, random.Next(10) == 0 ? random.Next(bytes.Length) : bytes.Length));
                text.WriteByte((byte)'\n');
            }

            var path = Path.Combine(_workspace.Folder, "hostile.log");
            await File.WriteAllBytesAsync(path, text.ToArray());
            var sink = await _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [path], Format = "Squid", MinimumSessions = 2 });
            sink.Warnings.ShouldContain(w => w.Contains("could not be read", StringComparison.Ordinal));
            sink.Of<ServiceGap>().ShouldAllBe(g => HostName.Parse(g.HostName).Equals(g.HostName, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 1)]
    [InlineData(5, 100_000)]
    public async Task Fewer_than_two_visits_or_people_are_refused(int sessions, int people) =>
        (await _workspace.FaultOfAsync(new FindSocialMediaServiceGap { Path = ["x.log"], MinimumSessions = sessions, MinimumPeople = people })).Id.ShouldBe("GapMinimumInvalid");

    [Fact]
    public async Task A_bad_log_among_good_ones_is_reported_and_the_others_are_read()
    {
        var good = _workspace.Write("good.log", SquidLog.Text(GapLog.Ordinary().Lines));
        var sink = await _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [_workspace.Write("bad.log", "what\nis\nthis\n"), good] });
        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("LogFormatUnrecognised");
        sink.Of<ServiceGap>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_log_among_others_is_passed_over()
    {
        var sink = await _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [_workspace.Write("access.log", ""), _workspace.Write("good.log", SquidLog.Text(GapLog.Ordinary().Lines))] });
        sink.Faults.ShouldBeEmpty();
        sink.Of<ServiceGap>().Count().ShouldBe(2);
    }

    private static ServiceGap Named(IEnumerable<ServiceGap> gaps, string host) => gaps.Single(g => string.Equals(g.HostName, host, StringComparison.Ordinal));

    private static List<ServiceGap> RunIn(TempWorkspace workspace, IReadOnlyList<string> lines) =>
        [.. workspace.RunAsync(new FindSocialMediaServiceGap { Path = [workspace.Write("p.log", SquidLog.Text(lines))], MinimumSessions = 3 }).GetAwaiter().GetResult().Of<ServiceGap>()];

    private Task<RecordingSink> RunAsync(IReadOnlyList<string> lines) =>
        _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [_workspace.Write("access.log", SquidLog.Text(lines))] });

    private async Task<List<ServiceGap>> FindAsync(IReadOnlyList<string> lines) => [.. (await RunAsync(lines)).Of<ServiceGap>()];

    private async Task<List<ServiceGap>> FindAsync(string path) => [.. (await _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [path] })).Of<ServiceGap>()];
}
