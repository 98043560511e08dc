using System.Globalization;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

/// <summary>Connections that began under a grant and were open after its end: told of the proxy, never held against the person.</summary>
public sealed class OutlivedGrantTests
{
    private const string Begin = "2026-11-24T08:00:00Z";
    private const string Later = "2026-11-25T09:00:00Z";

    [Theory]
    [InlineData("10:59:59.999", null)]
    [InlineData("11:00:00.000", null)]
    [InlineData("11:00:00.001", 1)]
    [InlineData("11:20:00.000", 1_200_000)]
    public async Task A_tunnel_outlives_its_grant_when_it_ends_after_it(string end, int? milliseconds)
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var visit = (await ImportedAsync(workspace, Tunnel("10:00:00", end))).ShouldHaveSingleItem();

        (visit.Verdict, visit.Reason, visit.GrantId).ShouldBe((Verdict.Authorised, ReasonCode.Grant, "G-0001"));
        visit.OutlivedGrantBy.ShouldBe(Milliseconds(milliseconds));
        visit.End.ShouldBeLessThanOrEqualTo(At("11:00"));
    }

    [Fact]
    public async Task What_is_asked_for_after_the_end_is_a_visit_of_its_own_and_is_judged_as_ever()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var visits = await ImportedAsync(workspace, Tunnel("10:58:00", "11:20:00"), Tunnel("11:01:00", "11:01:10"));

        visits.Select(v => (v.Verdict, v.Reason, v.OutlivedGrantBy)).ShouldBe(
            [(Verdict.Authorised, ReasonCode.Grant, TimeSpan.FromMinutes(20)), (Verdict.Unexplained, ReasonCode.GrantEnded, null)]);
    }

    [Fact]
    public async Task Of_several_connections_the_last_to_end_counts()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var visits = await ImportedAsync(workspace, Tunnel("10:55:00", "10:55:30"), Tunnel("10:56:00", "11:30:00"), Tunnel("10:57:00", "11:10:00"), Tunnel("10:58:00", "10:58:01"));

        visits.ShouldHaveSingleItem().OutlivedGrantBy.ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_long_download_in_the_clear_counts_as_a_tunnel_does()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var line = Tunnel("10:50:00", "11:05:00").Replace("CONNECT www.facebook.com:443", "GET http://www.facebook.com/video", StringComparison.Ordinal).Replace("TCP_TUNNEL", "TCP_MISS", StringComparison.Ordinal);
        var visit = (await ImportedAsync(workspace, line)).ShouldHaveSingleItem();

        (visit.Verdict, visit.OutlivedGrantBy).ShouldBe((Verdict.Authorised, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task A_grant_revoked_early_ends_there()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "12:00");
        workspace.Clock.Now = At("10:30");
        await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Done" });

        var visit = (await ImportedAsync(workspace, Tunnel("10:00:00", "10:45:00"))).ShouldHaveSingleItem();

        (visit.Verdict, visit.GrantId, visit.OutlivedGrantBy).ShouldBe((Verdict.Authorised, "G-0001", TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public async Task A_revocation_recorded_after_the_import_counts_when_the_visit_is_read()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "12:00");
        (await ImportedAsync(workspace, Tunnel("10:00:00", "10:45:00"))).ShouldHaveSingleItem().OutlivedGrantBy.ShouldBeNull();

        // The proxy's clock was ahead of this one.
        workspace.Clock.Now = At("10:30");
        await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Done" });

        (await FindAsync(workspace)).ShouldHaveSingleItem().OutlivedGrantBy.ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Of_grants_that_overlap_or_follow_each_other_the_last_end_counts()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "10:30");
        await GrantAsync(workspace, "10:00", "11:00");
        await GrantAsync(workspace, "11:00", "12:00");

        var visits = await ImportedAsync(workspace, Tunnel("09:30:00", "11:59:00"), Tunnel("09:31:00", "12:00:00"));
        visits.ShouldHaveSingleItem().OutlivedGrantBy.ShouldBeNull();

        visits = await ImportedAsync(workspace, Tunnel("09:32:00", "12:10:00"));
        visits.ShouldHaveSingleItem().OutlivedGrantBy.ShouldBe(TimeSpan.FromMinutes(10));
        (visits[0].GrantId, visits[0].OutlivedGrantId).ShouldBe(("G-0001", "G-0003"));
    }

    [Fact]
    public async Task A_pause_between_two_grants_is_an_end()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "10:00");
        await GrantAsync(workspace, "10:30", "12:00");

        (await ImportedAsync(workspace, Tunnel("09:30:00", "11:00:00"))).ShouldHaveSingleItem().OutlivedGrantBy.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_boundary_of_a_grant_for_another_service_is_no_end()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "12:00");
        await GrantAsync(workspace, "09:30", "10:00", service: "YouTube");

        (await ImportedAsync(workspace, Tunnel("09:45:00", "11:00:00"))).ShouldHaveSingleItem().OutlivedGrantBy.ShouldBeNull();
    }

    [Fact]
    public async Task A_tunnel_that_began_before_the_grant_outlives_none()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "10:00", "11:00");

        var visit = (await ImportedAsync(workspace, Tunnel("09:50:00", "11:30:00"))).ShouldHaveSingleItem();

        (visit.Verdict, visit.Reason, visit.OutlivedGrantBy).ShouldBe((Verdict.Unexplained, ReasonCode.GrantNotYetBegun, null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_line_without_a_duration_outlives_nothing(int elapsed)
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var visits = await ImportedAsync(workspace, Line("10:59:59.999", elapsed), Line("11:00:00.000", elapsed));

        visits.Select(v => (v.Verdict, v.OutlivedGrantBy)).ShouldBe([(Verdict.Authorised, null), (Verdict.Unexplained, null)]);
    }

    [Fact]
    public async Task A_refusal_that_was_slow_is_no_open_connection()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var visits = await ImportedAsync(workspace, Tunnel("10:59:00", "10:59:01"), Tunnel("10:59:59", "11:00:05", result: "TCP_DENIED/403"));

        visits.ShouldHaveSingleItem().OutlivedGrantBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("edge-mqtt.facebook.com")]
    [InlineData("connect.facebook.net")]
    public async Task A_host_that_needs_no_grant_outlives_none(string host)
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");

        var visits = await ImportedAsync(workspace, Tunnel("10:59:00", "10:59:01"), Tunnel("10:58:00", "14:00:00", host));

        var visit = visits.ShouldHaveSingleItem();
        (visit.Verdict, visit.OutlivedGrantBy).ShouldBe((Verdict.Authorised, null));
    }

    [Fact]
    public async Task A_tunnel_open_past_midnight_is_held_against_the_grants_own_end()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "2026-11-25T00:30:00Z");

        var visit = (await ImportedAsync(workspace, Tunnel("23:00:00", "2026-11-25T01:00:00Z"))).ShouldHaveSingleItem();

        (visit.End, visit.OutlivedGrantBy).ShouldBe((At("2026-11-25T00:00:00Z"), TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task The_hour_that_comes_twice_is_counted_once()
    {
        using var workspace = await SchoolAsync("2026-10-24T08:00:00Z");
        await GrantAsync(workspace, "2026-10-24T09:00:00Z", "2026-10-25T01:30:00Z");

        // From 01:20 summer time to 01:45 winter time: the grant ended at the second 01:30.
        var visit = (await ImportedAsync(workspace, Tunnel("2026-10-25T00:20:00Z", "2026-10-25T01:45:00Z"))).ShouldHaveSingleItem();

        (visit.Verdict, visit.OutlivedGrantBy).ShouldBe((Verdict.Authorised, TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public async Task The_end_of_employment_ends_the_cover()
    {
        using var workspace = await SchoolAsync("2026-11-12T08:00:00Z");
        await GrantAsync(workspace, "2026-11-12T09:00:00Z", "2026-11-20T16:00:00Z", user: "l.eaver");

        var visit = (await ImportedAsync(workspace, Tunnel("2026-11-13T23:00:00Z", "2026-11-14T00:10:00Z", user: "l.eaver"))).ShouldHaveSingleItem();

        (visit.Verdict, visit.OutlivedGrantBy).ShouldBe((Verdict.Authorised, TimeSpan.FromMinutes(10)));
    }

    [Theory]
    [InlineData("11:30", "12:00:00", 30)]
    [InlineData("12:20", "12:40:00", null)]
    [InlineData("12:20", "13:20:00", null)]
    public async Task On_an_own_device_an_end_out_of_session_ends_no_permission(string until, string end, int? minutes)
    {
        // Sessions are 11:00 to 12:15 and 13:05 to 15:10; a bell is no grant's end.
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", until, device: "Personal");

        var visit = (await ImportedAsync(workspace, Tunnel("11:10:00", end, client: "10.30.0.9"))).ShouldHaveSingleItem();

        (visit.Verdict, visit.Reason).ShouldBe((Verdict.Authorised, ReasonCode.Grant));
        visit.OutlivedGrantBy.ShouldBe(minutes is { } m ? TimeSpan.FromMinutes(m) : null);
    }

    [Fact]
    public async Task The_standing_authorisation_is_no_grant()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00", user: "d.puty", device: "School,SchoolMobile");

        var visits = await ImportedAsync(workspace, Tunnel("10:30:00", "11:30:00", user: "d.puty", client: "10.40.0.3"), Tunnel("10:30:00", "11:30:00", user: "d.puty"));

        visits.OrderBy(v => v.Address, StringComparer.Ordinal).Select(v => (v.Reason, v.OutlivedGrantBy)).ShouldBe(
            [(ReasonCode.Grant, TimeSpan.FromMinutes(30)), (ReasonCode.StandingAuthorisation, null)]);
    }

    [Fact]
    public async Task A_note_tells_of_them_in_words_that_accuse_nobody()
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "11:00");
        await ImportedAsync(workspace, Tunnel("10:00:00", "11:20:00"));

        var sink = await workspace.RunAsync(new FindSocialMediaUse { All = true });
        var note = sink.Warnings.Where(w => w.Contains("grant's end", StringComparison.Ordinal)).ShouldHaveSingleItem();
        note.ShouldContain("the proxy");
        note.ShouldContain("20 min");
        note.ShouldContain("OutlivedGrantBy");
        note.ShouldContain("not the person");
        (await workspace.RunAsync(new FindSocialMediaUse())).Warnings.ShouldAllBe(w => !w.Contains("grant's end"));
    }

    /// <summary>Whatever blocks, commits, workers and pieces the log is read in: the same visits with the same ends.</summary>
    [Fact]
    public async Task Where_the_log_is_cut_changes_nothing()
    {
        var lines = RandomLines(600);
        var expected = await ReadInPiecesAsync(lines, new ImportOptions { Workers = 1 }, pieces: 1);
        expected.Count(v => v.OutlivedGrantBy is not null).ShouldBeGreaterThan(3);
        expected.Count(v => v is { Reason: ReasonCode.Grant, OutlivedGrantBy: null }).ShouldBeGreaterThan(3);
        var random = new Random(21);
        for (var round = 0; round < 8; round++)
        {
            var options = new ImportOptions { BlockSize = random.Next(300, 5000), CommitBytes = random.Next(400, 20_000), CommitVisits = random.Next(1, 40), Workers = random.Next(1, 4) };
            (await ReadInPiecesAsync(lines, options, random.Next(1, 6))).ShouldBe(expected, options.ToString());
        }
    }

    private static async Task<List<Visit>> ReadInPiecesAsync(List<string> lines, ImportOptions options, int pieces)
    {
        using var workspace = await SchoolAsync();
        await GrantAsync(workspace, "09:00", "10:00");
        await GrantAsync(workspace, "09:30", "11:00");
        await GrantAsync(workspace, "11:30", "12:00");
        await GrantAsync(workspace, "09:00", "10:30", user: "n.brown", service: "YouTube");
        workspace.Clock.Now = At(Later);
        for (var piece = 1; piece <= pieces; piece++)
        {
            var path = workspace.Write("access.log", SquidLog.Text(lines.Take(lines.Count * piece / pieces)));
            var context = workspace.Context("Import-FirewallLog");
            using var file = LogFile.Open(path);
            new LogImporter(context, new RecordingSink(), options, ServiceCatalogue.BuiltIn, AccessStateLoader.LoadBoundaries(context)).Import(file, CancellationToken.None);
        }

        return await FindAsync(workspace);
    }

    /// <summary>Lines in the order in which they end, as Squid writes them.</summary>
    private static List<string> RandomLines(int count)
    {
        var random = new Random(20);
        var begins = At("09:00");
        string[] hosts = ["www.facebook.com", "graph.facebook.com", "scontent.xx.fbcdn.net", "www.youtube.com", "a.example"];
        return
        [
            .. Enumerable.Range(0, count)
                .Select(_ => (
                    Begin: begins.AddMilliseconds(random.Next(4 * 3_600_000)),
                    Lasts: random.Next(5) == 0 ? random.Next(5_000_000) : random.Next(3_000),
                    Host: hosts[random.Next(hosts.Length)],
                    User: random.Next(2) == 0 ? "n.obrien" : "n.brown",
                    Client: $"10.20.1.{random.Next(7, 15)}",
                    Result: random.Next(6) == 0 ? "TCP_DENIED/403" : "TCP_TUNNEL/200"))
                .OrderBy(l => l.Begin.AddMilliseconds(l.Lasts))
                .Select(l => SquidLog.Line(l.Begin.AddMilliseconds(l.Lasts).ToString("O", CultureInfo.InvariantCulture), l.Host, l.User, l.Client, l.Lasts, l.Result)),
        ];
    }

    private static async Task<TempWorkspace> SchoolAsync(string now = Begin) => await new TempWorkspace(now: now).WithSchoolAsync();

    private static Task<RecordingSink> GrantAsync(TempWorkspace workspace, string from, string until, string user = "n.obrien", string service = "Facebook", string device = "School") =>
        workspace.RunAsync(new GrantSocialMediaAccess
        {
            User = [user],
            Service = [service],
            Device = device.Split(','),
            From = new TimeInput(At(from)),
            Until = new TimeInput(At(until)),
            AuthorisedBy = "s.lead",
            Reason = "A lesson",
        });

    private static async Task<IReadOnlyList<Visit>> ImportedAsync(TempWorkspace workspace, params string[] lines)
    {
        var log = workspace.Write($"{Guid.NewGuid():N}.log", SquidLog.Text(lines));
        workspace.Clock.Now = At(Later);
        await workspace.RunAsync(new ImportFirewallLog { Path = [log] });
        return await FindAsync(workspace);
    }

    private static async Task<List<Visit>> FindAsync(TempWorkspace workspace) =>
        [.. (await workspace.RunAsync(new FindSocialMediaUse { All = true })).Of<Visit>()];

    /// <summary>A connection from one instant to another, as Squid logs it: at its end, with how long it took.</summary>
    private static string Tunnel(string from, string to, string host = "www.facebook.com", string user = "n.obrien", string client = "10.20.1.7", string result = "TCP_TUNNEL/200") =>
        SquidLog.Line(At(to).ToString("O", CultureInfo.InvariantCulture), host, user, client, (int)(At(to) - At(from)).TotalMilliseconds, result);

    private static string Line(string at, int elapsed) => SquidLog.Line(At(at).ToString("O", CultureInfo.InvariantCulture), user: "n.obrien", client: "10.20.1.7", elapsed: elapsed);

    /// <summary>A whole instant, or a time of the 24th, UTC.</summary>
    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse(time.Contains('T', StringComparison.Ordinal) ? time : $"2026-11-24T{time}Z", CultureInfo.InvariantCulture);

    private static TimeSpan? Milliseconds(int? value) => value is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
