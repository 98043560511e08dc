using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Squid writes a log while several people use it; the product reads that log.</summary>
public sealed class SquidImportTests
{
    private const string Staff = """
        UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate
        h.teach@rosewood.example,Hana Teach,HeadTeacher,h.teach,,,,
        d.puty@rosewood.example,Dee Puty,DeputyHead,d.puty,,,,
        n.obrien@rosewood.example,Niamh O'Brien,Teacher,n.obrien,,,,
        s.port@rosewood.example,Sam Port,Support,s.port,,,,

        """;

    private const string SchoolPc = "127.20.0.15";
    private const string SchoolMobile = "127.40.0.3";
    private const string OwnPhone = "127.30.0.77";

    [Fact]
    public async Task Visits_are_found_in_the_log_that_Squid_wrote()
    {
        SquidProxy.IsInstalled.ShouldBeTrue("scripts/test.sh installs Debian's squid");
        await using var squid = new SquidProxy();
        await squid.StartAsync(
            ["www.facebook.com", "www.instagram.com", "www.youtube.com", "notfacebook.com", "www.bbc.co.uk"],
            """
            acl facebook dstdomain .facebook.com
            acl teacher proxy_auth n.obrien
            http_access deny teacher facebook
            """);

        (await squid.GetAsync("n.obrien", SchoolPc, "www.bbc.co.uk")).ShouldBe(200);
        (await squid.GetAsync("n.obrien", SchoolPc, "www.facebook.com")).ShouldBe(403);
        (await squid.ConnectAsync("d.puty", SchoolMobile, "www.facebook.com")).ShouldBe(200);
        (await squid.ConnectAsync("s.port", SchoolPc, "www.instagram.com")).ShouldBe(200);
        (await squid.ConnectAsync("s.port", OwnPhone, "www.youtube.com")).ShouldBe(200);
        (await squid.GetAsync("s.port", SchoolPc, "notfacebook.com")).ShouldBe(200);
        (await squid.GetAsync("nobody", SchoolPc, "www.facebook.com")).ShouldBe(200);
        await squid.WaitForLinesAsync(7);

        using var workspace = new TempWorkspace(AlwaysInSession(), DateTimeOffset.UtcNow.ToString("O"));
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", Staff) });
        var import = (await workspace.RunAsync(new ImportFirewallLog { Path = [squid.AccessLog] })).Of<LogImport>().ShouldHaveSingleItem();
        import.Lines.ShouldBe((await File.ReadAllLinesAsync(squid.AccessLog)).Length);
        import.Malformed.ShouldBe(0);

        var visits = (await workspace.RunAsync(new FindSocialMediaUse { All = true })).Of<Visit>()
            .OrderBy(v => v.Service, StringComparer.Ordinal).ThenBy(v => v.User, StringComparer.Ordinal)
            .Select(v => (v.User, v.Service, v.DeviceClass, v.Verdict, v.Reason, v.Clause))
            .ToList();

        visits.ShouldBe(
        [
            ("Dee Puty", "Facebook", DeviceClass.SchoolMobile, Verdict.Authorised, ReasonCode.StandingAuthorisation, "USE-3"),
            ("Niamh O'Brien", "Facebook", DeviceClass.School, Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "USE-1"),
            ("nobody", "Facebook", DeviceClass.School, Verdict.Unexplained, ReasonCode.UserNotOnRoster, "USE-1"),
            ("Sam Port", "Instagram", DeviceClass.School, Verdict.Unexplained, ReasonCode.NoGrant, "USE-1"),
            ("Sam Port", "YouTube", DeviceClass.Personal, Verdict.PersonalInSession, ReasonCode.InSession, "USE-2"),
        ]);

        // A second import of the same log counts nothing twice.
        var again = (await workspace.RunAsync(new ImportFirewallLog { Path = [squid.AccessLog] })).Of<LogImport>().ShouldHaveSingleItem();
        again.Lines.ShouldBe(0);
        (await workspace.RunAsync(new FindSocialMediaUse { All = true })).Of<Visit>().Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_tunnel_that_Squid_left_open_after_the_revocation_is_told_and_accuses_nobody()
    {
        SquidProxy.IsInstalled.ShouldBeTrue("scripts/test.sh installs Debian's squid");
        await using var squid = new SquidProxy();
        await squid.StartAsync(["www.facebook.com"], rules: "");
        var now = DateTimeOffset.UtcNow;
        using var workspace = new TempWorkspace(AlwaysInSession(), now.AddMinutes(-2).ToString("O"));
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", Staff) });
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], Service = ["Facebook"], Device = ["School"], For = new DurationInput("1h"), AuthorisedBy = "h.teach", Reason = "Open evening" });

        using var tunnel = await squid.OpenAsync("n.obrien", SchoolPc);
        (await tunnel.ConnectAsync("www.facebook.com")).ShouldBe(200);
        var revoked = workspace.Clock.Now = DateTimeOffset.UtcNow;
        await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Done" });
        while (DateTimeOffset.UtcNow < revoked.AddMilliseconds(200))
        {
            await Task.Delay(20);
        }

        await tunnel.FinishAsync();
        (await squid.ConnectAsync("n.obrien", SchoolPc, "www.facebook.com")).ShouldBe(200);
        await squid.WaitForLinesAsync(2);
        workspace.Clock.Now = DateTimeOffset.UtcNow;
        await workspace.RunAsync(new ImportFirewallLog { Path = [squid.AccessLog] });

        var visits = (await workspace.RunAsync(new FindSocialMediaUse { All = true })).Of<Visit>().OrderBy(v => v.Start).ToList();
        visits.Select(v => (v.Verdict, v.Reason, v.GrantId)).ShouldBe(
            [(Verdict.Authorised, ReasonCode.Grant, "G-0001"), (Verdict.Unexplained, ReasonCode.GrantRevoked, "G-0001")]);
        visits[0].OutlivedGrantBy.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMilliseconds(1), workspace.Clock.Now - revoked);
        visits[1].OutlivedGrantBy.ShouldBeNull();
    }

    private static PolicyConfig AlwaysInSession()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return TestConfig.School with
        {
            SchoolDay = new SchoolDayConfig(
                [new TermConfig("This term", today.AddDays(-7), today.AddDays(7))],
                [new SessionConfig("All day", Enum.GetValues<DayOfWeek>(), TimeOnly.MinValue, new TimeOnly(23, 59, 59))],
                []),
            Networks =
            [
                new NetworkConfig("127.20.0.0/16", DeviceClass.School, "Wired"),
                new NetworkConfig("127.30.0.0/16", DeviceClass.Personal, "Staff Wi-Fi"),
                new NetworkConfig("127.40.0.0/24", DeviceClass.SchoolMobile, "School mobiles"),
            ],
        };
    }
}
