using System.Diagnostics;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Squid asks the built program about each request, under the files that Publish-SocialMediaBlock wrote.</summary>
public sealed class SquidLiveTests
{
    private const string Facebook = "www.facebook.com";
    private const string Ordinary = "ordinary.example";
    private static readonly string[] Hosts =
    [
        Facebook, "facebook.com", "m.facebook.com", "www.youtube.com", "x.com", "notfacebook.com", "facebook.com.evil.example", "netflix.com.example",
        "connect.facebook.net", "example.com", "outlook.office365.com", Ordinary,
    ];

    [Fact]
    public async Task Each_person_gets_on_each_device_what_the_decision_gives_them()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Grant("deputy", DateTimeOffset.UtcNow.AddMinutes(50), "Facebook");

        var publication = block.Publish();

        publication.Outcome.ShouldBe(PublicationOutcome.Proved);
        publication.LetThrough.ShouldContain(l => l.Contains("G-0001", StringComparison.Ordinal) && l.Contains("Facebook", StringComparison.Ordinal));
        block.Run(new GetSocialMediaBlock()).Of<BlockStatus>().ShouldHaveSingleItem().State.ShouldBe(BlockState.InStep);
        foreach (var (user, client, host, open) in new[]
        {
            ("n.obrien", SquidBlock.SchoolPc, Facebook, false),
            ("n.obrien", SquidBlock.SchoolMobile, Facebook, false),
            ("n.obrien", SquidBlock.OwnPhone, Facebook, false),
            ("n.obrien", SquidBlock.Elsewhere, "x.com", false),
            ("stranger", SquidBlock.SchoolPc, Facebook, false),
            ("d.puty 127.40.0.7 - www.facebook.com 443 -", SquidBlock.SchoolPc, Facebook, false),
            ("other\\d.puty", SquidBlock.SchoolPc, Facebook, false),
            ("d.puty@pupils.example", SquidBlock.SchoolMobile, Facebook, false),
            ("rosewood\\d.puty", SquidBlock.SchoolPc, Facebook, true),
            ("d.puty", SquidBlock.SchoolPc, Facebook, true),
            ("d.puty", SquidBlock.SchoolPc, "m.facebook.com", true),
            ("d.puty@rosewood.example", SquidBlock.SchoolPc, "facebook.com", true),
            ("d.puty", SquidBlock.Elsewhere, Facebook, true),
            ("d.puty", SquidBlock.SchoolPc, "www.youtube.com", false),
            ("d.puty", SquidBlock.SchoolMobile, "www.youtube.com", true),
            ("h.teach", SquidBlock.SchoolMobile, "x.com", true),
            ("h.teach", SquidBlock.SchoolPc, "x.com", false),
            ("n.obrien", SquidBlock.SchoolPc, "notfacebook.com", true),
            ("n.obrien", SquidBlock.SchoolPc, "facebook.com.evil.example", true),
            ("n.obrien", SquidBlock.SchoolPc, "netflix.com.example", true),
            ("n.obrien", SquidBlock.SchoolPc, "outlook.office365.com", true),
            ("n.obrien", SquidBlock.SchoolPc, Ordinary, true),
        })
        {
            var status = open ? 200 : 403;
            (await block.Proxy.GetAsync(user, client, host)).ShouldBe(status, $"GET {host} by {user} at {client}");
            (await block.Proxy.ConnectAsync(user, client, host)).ShouldBe(status, $"CONNECT {host} by {user} at {client}");
        }

        // Nobody reaches the relay by asking the proxy for it, whatever they would tell it then.
        (await block.Proxy.ConnectAsync("n.obrien", SquidBlock.SchoolPc, "127.0.0.1", block.TunnelPort)).ShouldBe(403);
        (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, "WWW.FaceBook.COM.")).ShouldBe(403);
        (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, "user@www.facebook.com")).ShouldBe(403);

        // After school a phone of one's own is free, and the next command brings that to Squid.
        block.Edit(static policy => policy["schoolDay"]!["sessions"]![0]!["until"] = "06:30");
        block.Run(new GetSocialMediaBlock());
        await block.UntilAsync(200, "n.obrien", SquidBlock.OwnPhone, Facebook);
        foreach (var user in new[] { "n.obrien", "d puty", "d%20puty" })
        {
            (await block.Proxy.GetAsync(user, SquidBlock.OwnPhone, Facebook)).ShouldBe(200, user);
            (await block.Proxy.ConnectAsync(user, SquidBlock.OwnPhone, Facebook)).ShouldBe(200, user);
        }

        (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, Facebook)).ShouldBe(403);
    }

    [Fact]
    public async Task Hosts_that_stay_open_below_a_blocked_one_open_by_tunnel_too()
    {
        string[] open = ["own.facebook.com", "a.own.facebook.com", "rosewood.wordpress.com", .. BlockList.Of(ServiceCatalogue.BuiltIn).Open.Take(2)];
        open.Length.ShouldBe(5);
        await using var block = await SquidBlock.StartAsync([.. Hosts, .. open, "wordpress.com"], static policy => policy["school"]!["ownHosts"] = new JsonArray("own.facebook.com", "rosewood.wordpress.com"));
        block.Publish();

        foreach (var host in open)
        {
            (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, host)).ShouldBe(200, $"GET {host}");
            (await block.Proxy.ConnectAsync("n.obrien", SquidBlock.SchoolPc, host)).ShouldBe(200, $"CONNECT {host}");
        }

        foreach (var host in new[] { Facebook, "wordpress.com" })
        {
            (await block.Proxy.ConnectAsync("n.obrien", SquidBlock.SchoolPc, host)).ShouldBe(403, $"CONNECT {host}");
        }
    }

    [Fact]
    public async Task A_client_over_IPv6_gets_what_the_decision_gives()
    {
        if (!SquidProxy.HasIPv6)
        {
            return;
        }

        await using var block = await SquidBlock.StartAsync(Hosts, static policy => policy["networks"]!.AsArray().Add((JsonNode)new JsonObject { ["cidr"] = "::1/128", ["class"] = "SchoolMobile" }));
        block.Publish();

        (await block.Proxy.GetAsync("h.teach", "::1", "x.com")).ShouldBe(200);
        (await block.Proxy.ConnectAsync("h.teach", "::1", "x.com")).ShouldBe(200);
        (await block.Proxy.ConnectAsync("n.obrien", "::1", "x.com")).ShouldBe(403);
    }

    [Fact]
    public async Task A_grant_opens_and_stops_at_its_second_for_requests_kept_alive_connections_and_open_tunnels()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Publish();
        using var kept = await block.Proxy.OpenAsync("n.brown", SquidBlock.SchoolPc);
        (await kept.GetAsync(Facebook)).Status.ShouldBe(403);

        var end = DateTimeOffset.UtcNow.AddSeconds(6);
        block.Grant("n.brown", end, "Facebook");
        await block.UntilAsync(200, "n.brown", SquidBlock.SchoolPc, Facebook);
        (await kept.GetAsync(Facebook)).Status.ShouldBe(200);
        using var tunnel = await block.Proxy.OpenAsync("n.brown", SquidBlock.SchoolPc);
        (await tunnel.ConnectAsync(Facebook)).ShouldBe(200);
        (await tunnel.PingAsync()).ShouldBeTrue();
        DateTimeOffset.UtcNow.ShouldBeLessThan(end, "this machine is too slow to look before the grant's end");

        while (await tunnel.PingAsync())
        {
            await Task.Delay(50);
        }

        // The tunnel was cut, and not before its time; whatever begins afterwards is refused, on an old connection too.
        DateTimeOffset.UtcNow.ShouldBeGreaterThanOrEqualTo(end);
        (await kept.GetAsync(Facebook)).Status.ShouldBe(403);
        (await block.Proxy.ConnectAsync("n.brown", SquidBlock.SchoolPc, Facebook)).ShouldBe(403);
        (await kept.GetAsync(Ordinary)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_revocation_cuts_that_persons_open_tunnel_and_no_others()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        var grant = block.Grant("n.brown", DateTimeOffset.UtcNow.AddMinutes(50), "Facebook");
        block.Publish();
        using var theirs = await block.Proxy.OpenAsync("n.brown", SquidBlock.SchoolPc);
        using var others = await block.Proxy.OpenAsync("d.puty", SquidBlock.SchoolMobile);
        using var elsewhere = await block.Proxy.OpenAsync("n.brown", SquidBlock.SchoolPc);
        (await theirs.ConnectAsync(Facebook)).ShouldBe(200);
        (await others.ConnectAsync(Facebook)).ShouldBe(200);
        (await elsewhere.ConnectAsync(Ordinary)).ShouldBe(200);

        block.Run(new RevokeSocialMediaAccess { Id = [grant], Reason = "Done" });
        while (await theirs.PingAsync())
        {
            await Task.Delay(50);
        }

        (await others.PingAsync()).ShouldBeTrue();
        (await elsewhere.PingAsync()).ShouldBeTrue();
        (await block.Proxy.GetAsync("n.brown", SquidBlock.SchoolPc, Facebook)).ShouldBe(403);
    }

    [Fact]
    public async Task A_killed_helper_closes_social_media_and_nothing_else_and_comes_back()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Publish();
        (await block.Proxy.GetAsync("d.puty", SquidBlock.SchoolMobile, Facebook)).ShouldBe(200);
        using var tunnel = await block.Proxy.OpenAsync("d.puty", SquidBlock.SchoolMobile);
        (await tunnel.ConnectAsync(Facebook)).ShouldBe(200);

        // While it can't be started again.
        File.Move(block.Program, block.Program + ".away");
        block.Helpers().ShouldNotBeEmpty();
        foreach (var helper in block.Helpers())
        {
            using var process = Process.GetProcessById(helper);
            process.Kill();
        }

        // Squid 5 ends itself when a request comes in the very round in which it hears of the helper's death (docs/squid-machine.md).
        await WaitAsync(async () => (await File.ReadAllTextAsync(block.Proxy.CacheLog)).Contains("exited", StringComparison.Ordinal), "Squid has not heard of the helper's death.");
        await block.UntilAsync(403, "d.puty", SquidBlock.SchoolMobile, Facebook);
        (await tunnel.PingAsync()).ShouldBeFalse();
        for (var i = 0; i < 10; i++)
        {
            (await block.Proxy.GetAsync("d.puty", SquidBlock.SchoolMobile, Facebook)).ShouldBe(403);
            (await block.Proxy.ConnectAsync("d.puty", SquidBlock.SchoolMobile, Facebook)).ShouldBe(403);
            (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, Ordinary)).ShouldBe(200);
        }

        File.Move(block.Program + ".away", block.Program);
        await block.UntilAsync(200, "d.puty", SquidBlock.SchoolMobile, Facebook);
        (await block.Proxy.ConnectAsync("d.puty", SquidBlock.SchoolMobile, Facebook)).ShouldBe(200);
        (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, Facebook)).ShouldBe(403);
    }

    [Fact]
    public async Task A_snapshot_that_is_missing_truncated_corrupt_or_from_the_future_closes_social_media_and_is_told()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Publish();
        var whole = await File.ReadAllBytesAsync(block.Snapshot);
        (await block.Proxy.GetAsync("d.puty", SquidBlock.SchoolMobile, Facebook)).ShouldBe(200);
        foreach (var (damage, said) in new (Action, string)[]
        {
            (() => File.Delete(block.Snapshot), "no snapshot"),
            (() => File.WriteAllBytes(block.Snapshot, whole[..^10]), "truncated"),
            (() => File.WriteAllBytes(block.Snapshot, [.. whole[..^1], (byte)(whole[^1] ^ 1)]), "corrupt"),
            (() => Future(block), "future"),
        })
        {
            var told = (await File.ReadAllTextAsync(block.Proxy.CacheLog)).Length;
            damage();
            await block.UntilAsync(403, "d.puty", SquidBlock.SchoolMobile, Facebook);
            using (var connection = await block.Proxy.OpenAsync("d.puty", SquidBlock.SchoolMobile))
            {
                var (status, body) = await connection.GetAsync(Facebook);
                status.ShouldBe(403);
                body.ShouldContain("technician", Case.Insensitive);
            }

            (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, Ordinary)).ShouldBe(200);
            await WaitAsync(async () => (await File.ReadAllTextAsync(block.Proxy.CacheLog))[told..].Contains("rosewood squid-helper: ", StringComparison.Ordinal), said);

            // The next command mends it.
            block.Run(new GetSocialMediaBlock());
            await block.UntilAsync(200, "d.puty", SquidBlock.SchoolMobile, Facebook);
        }
    }

    [Fact]
    public async Task The_deny_page_says_why_and_whom_to_ask_and_takes_no_markup()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Publish();
        using var connection = await block.Proxy.OpenAsync("n.obrien<i>&\"'", SquidBlock.SchoolPc);

        var (status, page) = await connection.GetAsync(Facebook);

        status.ShouldBe(403);
        page.ShouldContain("Social media is closed on school devices, and your account is not on the staff roster.");
        page.ShouldContain("ask &lt;b&gt;Zo&#235;&#39;s&lt;/b&gt; office, 100% &quot;room 4&quot;.");
        page.ShouldContain(Facebook);
        page.ShouldNotContain("<i>");
        page.ShouldNotContain("<b>");
        page.ShouldNotContain("%o");
    }

    [Fact]
    public async Task Its_own_log_names_reason_and_grant_and_is_imported_as_it_stands()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Grant("deputy", DateTimeOffset.UtcNow.AddMinutes(50), "Facebook");
        block.Publish();
        (await block.Proxy.ConnectAsync("d.puty", SquidBlock.SchoolPc, Facebook)).ShouldBe(200);
        (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, "x.com")).ShouldBe(403);
        (await block.Proxy.GetAsync("n.obrien", SquidBlock.SchoolPc, Ordinary)).ShouldBe(200);
        await WaitAsync(() => Task.FromResult(File.Exists(block.OwnLog) && File.ReadAllText(block.OwnLog).Contains(Ordinary, StringComparison.Ordinal)), "the log is written");

        var lines = await File.ReadAllLinesAsync(block.OwnLog);
        lines.ShouldContain(l => l.Contains("d.puty", StringComparison.Ordinal) && l.EndsWith("[Grant Grant/G-0001]", StringComparison.Ordinal));
        lines.ShouldContain(l => l.Contains("TCP_DENIED/403", StringComparison.Ordinal) && l.Contains("x.com", StringComparison.Ordinal) && l.EndsWith("[NoGrant NoGrant]", StringComparison.Ordinal));

        block.Run(new ImportFirewallLog { Path = [block.OwnLog] }).Faults.ShouldBeEmpty();

        // The proof of the publication is among them, by the account that it was made with.
        var visits = block.Run(new FindSocialMediaUse { All = true }).Of<Visit>();
        visits.Select(v => $"{v.User} {v.Service}: {v.Verdict} {v.GrantId}").ShouldBe(["Dee Puty Facebook: Authorised G-0001", "Niamh O'Brien X: BlockedAttempt ", "Niamh O'Brien Ask.fm: BlockedAttempt "], ignoreOrder: true);
    }

    [Fact]
    public async Task A_proof_is_kept_as_a_test_record_and_a_broken_target_is_put_back_byte_for_byte()
    {
        await using var block = await SquidBlock.StartAsync(Hosts);
        block.Publish();
        block.Run(new TestSocialMediaBlock { Service = ["Facebook", "YouTube"] }).Of<BlockTest>().Select(t => t.Outcome).ShouldBe(Enumerable.Repeat(BlockTestOutcome.Passed, 4));
        var before = await FilesAsync(block);

        // Another rule lets everybody through before the block: Squid's checker takes it, the proof does not.
        var config = await File.ReadAllTextAsync(block.Proxy.ConfigFile);
        await File.WriteAllTextAsync(block.Proxy.ConfigFile, config.Replace($"include {block.Entry}", $"http_access allow all\ninclude {block.Entry}", StringComparison.Ordinal));
        block.Edit(static policy => policy["enforcement"]!["contact"] = "someone else");
        FaultOf(block).ShouldBe("PublishPutBack");
        (await FilesAsync(block)).ShouldBe(before);

        // Squid's own configuration is broken: its checker refuses before anything is changed.
        await File.WriteAllTextAsync(block.Proxy.ConfigFile, config + "\nhttp_access allow no_such_acl\n");
        FaultOf(block).ShouldBe("TargetCheckFailed");
        (await FilesAsync(block)).ShouldBe(before);

        // Squid is not there.
        await File.WriteAllTextAsync(block.Proxy.ConfigFile, config);
        await block.Proxy.StopAsync();
        FaultOf(block).ShouldBe("PublishPutBack");
        (await FilesAsync(block)).ShouldBe(before);
    }

    private static string FaultOf(SquidBlock block) => block.Run(new PublishSocialMediaBlock { Target = [SquidBlock.Target] }).Faults.ShouldHaveSingleItem().Id;

    private static async Task<string> FilesAsync(SquidBlock block)
    {
        var files = Directory.EnumerateFiles(block.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".snapshot", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var all = await Task.WhenAll(files.Select(async f => $"{f}\n{await File.ReadAllTextAsync(f)}"));
        return string.Join('\n', all);
    }

    /// <summary>A whole snapshot that was written by a clock that runs ahead.</summary>
    private static void Future(SquidBlock block)
    {
        File.Delete(block.Snapshot);
        block.Workspace.Clock.Now = DateTimeOffset.UtcNow.AddDays(2);
        block.Workspace.Run(new GetSocialMediaBlock());
    }

    private static async Task WaitAsync(Func<Task<bool>> condition, string what)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(what);
    }
}
