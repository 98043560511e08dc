using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

public sealed class TestPolicyWorkspaceTests
{
    [Fact]
    public void A_new_workspace_is_sound_and_says_what_is_still_to_do()
    {
        using var workspace = new DiskWorkspace();
        var checks = Checks(workspace);

        foreach (var name in new[] { "Folder", "File rights", "Configuration", "Timetable", "Store", "Audit trail", "Clock" })
        {
            checks[name].Status.ShouldBe(HealthStatus.Green, checks[name].Detail);
        }

        checks["Roster"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Remedy!.ShouldContain("Import-PolicyPerson"));
        checks["Log freshness"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Remedy!.ShouldContain("Import-FirewallLog"));
        checks["Inventory"].Status.ShouldBe(HealthStatus.Amber);
        checks.Values.ShouldAllBe(c => (c.Status == HealthStatus.Green) == (c.Remedy == null));
    }

    [Fact]
    public async Task No_folder_is_one_red_check()
    {
        var sink = new RecordingSink();
        var nowhere = Path.Combine(Path.GetTempPath(), "rosewood-nowhere");
        await CommandRunner.RunAsync(new TestPolicyWorkspace(), new CommandHost(nowhere, new FixedClock("2026-11-24T09:00:00Z"), "it.tech"), sink, CancellationToken.None);
        sink.Of<HealthCheck>().Single().ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Remedy!.ShouldContain("Initialize-PolicyWorkspace"));
    }

    [Fact]
    public void A_broken_configuration_is_a_red_check_with_its_place_and_the_rest_goes_on()
    {
        using var workspace = new DiskWorkspace();
        File.WriteAllText(workspace.Paths.Config, "{ \"school\": { \"name\": 5 }, \"schoolDay\": {} }");
        var checks = Checks(workspace);
        checks["Configuration"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("policy.json:1:23 $.school.name"));
        checks["Store"].Status.ShouldBe(HealthStatus.Green);
        checks.ShouldNotContainKey("Timetable");
    }

    [Fact]
    public void A_missing_configuration_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        File.Delete(workspace.Paths.Config);
        Checks(workspace)["Configuration"].Status.ShouldBe(HealthStatus.Red);
    }

    [Fact]
    public void A_missing_store_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        File.Delete(workspace.Paths.Store);
        Checks(workspace)["Store"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Remedy!.ShouldContain("backup"));
        File.Exists(workspace.Paths.Store).ShouldBeFalse("a check makes nothing");
    }

    [Fact]
    public void A_store_that_is_no_store_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        File.WriteAllText(workspace.Paths.Store, new string('x', 5000));
        Checks(workspace)["Store"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("damaged"));
    }

    [Fact]
    public void A_damaged_page_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        workspace.WithStore(StoreDamage.FillPages);
        StoreDamage.BreakAPage(workspace.Paths.Store);
        var checks = Checks(workspace);
        new[] { checks["Store"], checks.GetValueOrDefault("Audit trail") }.ShouldContain(c => c != null && c.Status == HealthStatus.Red);
    }

    [Fact]
    public void A_trail_that_was_changed_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        workspace.WithStore(s => StoreDamage.Tamper(s, "UPDATE audit SET clause = 'USE-9'"));
        Checks(workspace)["Audit trail"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("broken at entry 1"));
    }

    [Fact]
    public void A_trail_whose_guards_are_gone_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        workspace.WithStore(s => s.Execute("DROP TRIGGER audit_is_append_only_delete"));
        Checks(workspace)["Audit trail"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("guards"));
    }

    [Fact]
    public void A_clock_that_went_back_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        workspace.Clock.Now = workspace.Clock.Now.AddDays(-1);
        Checks(workspace)["Clock"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("2026-11-24 09:00"));
    }

    [Fact]
    public void A_folder_that_others_may_look_into_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        File.SetUnixFileMode(workspace.Paths.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        Checks(workspace)["File rights"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Remedy!.ShouldContain("chmod 700"));
    }

    [Fact]
    public void A_file_that_an_editor_opened_to_others_is_an_amber_check()
    {
        using var workspace = new DiskWorkspace();
        File.SetUnixFileMode(workspace.Paths.Config, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Checks(workspace)["File rights"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Amber), c => c.Detail.ShouldContain("policy.json"));
    }

    [Fact]
    public void A_key_that_others_may_read_is_an_amber_check()
    {
        using var workspace = new DiskWorkspace();
        Directory.CreateDirectory(workspace.Paths.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllBytes(workspace.Paths.ContactKey, new byte[32]);
        File.SetUnixFileMode(workspace.Paths.ContactKey, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Checks(workspace)["File rights"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Amber), c => c.Detail.ShouldContain("contact.key"));

        File.SetUnixFileMode(workspace.Paths.ContactKey, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Checks(workspace)["File rights"].Status.ShouldBe(HealthStatus.Green);
        File.SetUnixFileMode(workspace.Paths.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        Checks(workspace)["File rights"].Detail.ShouldContain("keys");
    }

    [Fact]
    public void A_link_in_the_workspace_is_pointed_out()
    {
        using var workspace = new DiskWorkspace();
        Directory.Delete(workspace.Paths.Reports);
        Directory.CreateSymbolicLink(workspace.Paths.Reports, Path.GetTempPath());
        Checks(workspace)["File rights"].Detail.ShouldContain("reports");
    }

    [Fact]
    public void A_timetable_that_has_run_out_is_a_red_check()
    {
        using var workspace = new DiskWorkspace();
        workspace.Clock.Now = workspace.Clock.Now.AddMonths(7);
        Checks(workspace)["Timetable"].Status.ShouldBe(HealthStatus.Amber);
        workspace.Clock.Now = workspace.Clock.Now.AddMonths(2);
        Checks(workspace)["Timetable"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("2027-07-21"));
    }

    [Fact]
    public void Only_those_whom_the_store_knows_see_the_report()
    {
        using var workspace = new DiskWorkspace();
        workspace.FaultOf(new TestPolicyWorkspace(), "pupil").ShouldSatisfyAllConditions(f => f.Id.ShouldBe("OperatorNotAuthorised"), f => f.Kind.ShouldBe(FaultKind.NotAuthorised));
    }

    [Fact]
    public void Another_account_is_told_that_it_may_not_look()
    {
        using var workspace = new DiskWorkspace();
        File.SetUnixFileMode(Path.GetDirectoryName(workspace.Paths.Root)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Unprivileged.Run(() =>
        {
            var checks = Checks(workspace);
            checks["Configuration"].Status.ShouldBe(HealthStatus.Red);
            checks["Store"].Status.ShouldBe(HealthStatus.Red);
        });
    }

    [Fact]
    public void A_store_that_the_account_may_not_look_at_is_not_called_missing()
    {
        using var workspace = new DiskWorkspace();
        File.SetUnixFileMode(Path.GetDirectoryName(workspace.Paths.Root)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Unprivileged.Run(() =>
        {
            Should.Throw<UnauthorizedAccessException>(() => PolicyStore.Open(workspace.Paths.Store));
            var checks = Checks(workspace);
            checks["Store"].ShouldSatisfyAllConditions(
                c => c.Detail.ShouldContain("refused access"),
                c => c.Remedy!.ShouldContain("account that owns the workspace"));
            checks["Configuration"].Remedy!.ShouldContain("account that owns the workspace");
        });
    }

    [Theory]
    [InlineData("DiskFull", "Free")]
    [InlineData("StoreBusy", "again")]
    [InlineData("StoreTooNew", "version")]
    [InlineData("StoreNotOurs", "path")]
    [InlineData("FileUnavailable", "disk")]
    [InlineData("SomethingElse", "detail")]
    public void A_remedy_is_in_words(string id, string word)
    {
        var remedy = TestPolicyWorkspaceHandler.Remedy(new Fault(id, FaultKind.Unavailable, "file", "It failed."));
        remedy.ShouldContain(word, Case.Insensitive);
        remedy.ShouldNotContain("See file");
    }

    [Fact]
    public void An_imported_log_is_fresh_until_two_school_days_have_passed()
    {
        using var workspace = new DiskWorkspace();
        Import(workspace, new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.Zero));
        Checks(workspace)["Log freshness"].Status.ShouldBe(HealthStatus.Green, "Friday afternoon to Tuesday morning: the weekend makes nothing stale");
        workspace.Clock.Now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
        Checks(workspace)["Log freshness"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Amber), c => c.Detail.ShouldContain("2026-11-20 14:00"));
        Checks(workspace)["Log gaps"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Amber), c => c.Detail.ShouldContain("in the last 14 days"));
    }

    [Fact]
    public void A_roster_with_everyone_the_policy_needs_is_green()
    {
        using var workspace = new DiskWorkspace();
        var path = Path.Combine(workspace.Paths.Root, "staff.csv");
        File.WriteAllText(path, "UserPrincipalName,DisplayName,Roles,LoginNames\nh@rosewood.example,Helen Head,HeadTeacher,head\ns@rosewood.example,Sam Safe,SafeguardingLead,dsl\nt@rosewood.example,Tess Tech,Technician,it.tech\n");
        workspace.Run(new ImportPolicyPerson { Path = path });
        var checks = Checks(workspace);
        checks["Roster"].Detail.ShouldBe("3 people.");
        checks["Senior leadership"].Detail.ShouldBe("Helen Head");
        checks["Safeguarding lead"].Status.ShouldBe(HealthStatus.Green);
        checks["Data protection officer"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Amber), c => c.Remedy!.ShouldContain("DataProtectionOfficer"));
        checks["Role changes"].Status.ShouldBe(HealthStatus.Green);
    }

    [Fact]
    public void People_on_a_route_of_incidents_whom_the_roster_lacks_or_who_left_are_pointed_out()
    {
        using var workspace = new DiskWorkspace();
        var path = Path.Combine(workspace.Paths.Root, "staff.csv");
        File.WriteAllText(path, "UserPrincipalName,DisplayName,Roles,LoginNames,LeavingDate\nh@rosewood.example,Helen Head,HeadTeacher,head,\no@rosewood.example,Oz Ld,Teacher,old,2026-11-13\nt@rosewood.example,Tess Tech,Technician,it.tech,\n");
        workspace.Run(new ImportPolicyPerson { Path = path });
        Checks(workspace)["Incident routes"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Green), c => c.Detail.ShouldBe("As the policy has them."));

        var policy = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(workspace.Paths.Config), documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        policy["incidents"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "routes": [{ "type": "UnauthorisedUse", "people": ["trust@trust.example", "pastoral@rosewood.example", "O@rosewood.example", "h@rosewood.example"] }] }""");
        File.WriteAllText(workspace.Paths.Config, policy.ToJsonString());
        Checks(workspace)["Incident routes"].ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(HealthStatus.Amber),
            c => c.Detail.ShouldContain("nobody on the roster, though of the school (pastoral@rosewood.example)"),
            c => c.Detail.ShouldNotContain("trust@trust.example"),
            c => c.Detail.ShouldContain("not employed today, so that they are not told (O@rosewood.example)"),
            c => c.Detail.ShouldNotContain("h@rosewood"));
    }

    private static void Import(DiskWorkspace workspace, DateTimeOffset at)
    {
        var path = Path.Combine(workspace.Paths.Root, "access.log");
        File.WriteAllText(path, FormattableString.Invariant($"{at.ToUnixTimeSeconds()}.123    250 10.20.1.5 TCP_TUNNEL/200 3500 CONNECT www.facebook.com:443 t.staff HIER_DIRECT/192.0.2.1 -\n"));
        workspace.Run(new ImportFirewallLog { Path = [path] });
    }

    private static Dictionary<string, HealthCheck> Checks(DiskWorkspace workspace) =>
        workspace.Run(new TestPolicyWorkspace()).Of<HealthCheck>().ToDictionary(c => c.Name, StringComparer.Ordinal);
}
