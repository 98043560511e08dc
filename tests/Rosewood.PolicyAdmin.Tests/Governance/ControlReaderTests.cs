using System.Globalization;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.SignIns;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Governance;

public sealed class ControlReaderTests
{
    private static readonly string[] Clauses =
    [
        "USE-1", "USE-2", "USE-3", "USE-4", "LOG-1", "LOG-2", "COM-1", "COM-2", "COM-3", "COM-4", "REL-1", "REL-2", "REL-3", "SAF-1", "SAF-2", "SAF-3",
        "CON-1", "CON-2", "MIS-1", "MIS-2", "MIS-3", "DIS-1", "RES-1", "RES-2", "RES-3", "REC-1", "REC-2", "TRN-1", "GOV-1",
    ];

    [Fact]
    public void Every_clause_is_listed_once_in_the_policys_order()
    {
        using var workspace = new TempWorkspace();
        var controls = Read(workspace);
        controls.Select(c => c.Clause).ShouldBe(Clauses);
        controls.ShouldAllBe(c => c.Rule.Length > 10 && c.Evidence.Length > 10);
    }

    [Fact]
    public void Nothing_is_claimed_for_an_empty_workspace()
    {
        using var workspace = new TempWorkspace();
        var controls = Read(workspace).ToDictionary(c => c.Clause, StringComparer.Ordinal);
        controls.Values.ShouldNotContain(c => c.Status == ControlStatus.Enforced || c.Status == ControlStatus.Audited);
        controls["USE-1"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.EvidenceAt.ShouldBeNull());
        controls["LOG-1"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("Find-SharedCredentialUse makes one, with -SignInLog from exports or with -FromTenant."), c => c.EvidenceAt.ShouldBeNull());
        controls["LOG-2"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("the route leads to nobody"));
        controls["SAF-1"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("New-SafeguardingKey"));
        controls["REL-3"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("Nobody's acknowledgement is on record"));
    }

    [Theory]
    [InlineData(EnforcementTargetKind.Group, ControlStatus.NotCovered)]
    [InlineData(EnforcementTargetKind.Browser, ControlStatus.Enforced)]
    public void A_group_only_exempts_and_proves_no_block(EnforcementTargetKind kind, ControlStatus status)
    {
        using var workspace = new TempWorkspace(TestConfig.School with { Enforcement = new EnforcementConfig { Targets = [new EnforcementTargetConfig("target", kind)] } });
        using (var change = workspace.Context("Publish-SocialMediaBlock").BeginChange())
        {
            workspace.Workspace.Store.Enforcement.Add(change, new Publication("target", change.Origin.At, change.Origin.At, NextRun: null, Forced: false, "0"));
            change.Audit("USE-1", "target target", before: null, new { Proved = true });
            change.Commit();
        }

        Read(workspace).Single(c => c.Clause is "USE-1").Status.ShouldBe(status);
    }

    [Fact]
    public void A_review_of_the_sign_ins_is_evidence_as_far_as_its_sign_ins_reach_until_they_are_overdue()
    {
        using var workspace = new TempWorkspace();
        SignInReviewWriter.Record(workspace.Context("Find-SharedCredentialUse"), SampleFindings.Content());
        var newest = SampleFindings.At(20, 17, 45);
        Logins(workspace).ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(ControlStatus.Audited),
            c => c.Evidence.ShouldContain("1 review"),
            c => c.Evidence.ShouldContain("2026-11-20"),
            c => c.EvidenceAt.ShouldBe(newest));

        workspace.Clock.Now = newest.AddDays(31);
        Logins(workspace).Status.ShouldBe(ControlStatus.Audited);
        workspace.Clock.Now = newest.AddDays(32);
        Logins(workspace).ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(ControlStatus.NotCovered),
            c => c.Evidence.ShouldStartWith("Overdue: the newest sign-in that a review looked at is 32 days old"),
            c => c.EvidenceAt.ShouldBe(newest));

        // Looking at the old files again makes them no younger, and what the proxy saw is no sign-in.
        SignInReviewWriter.Record(workspace.Context("Find-SharedCredentialUse"), SampleFindings.Content() with
        {
            Sources = [.. SampleFindings.Content().Sources, new SignInReviewSource(SignInReviewSource.Traffic, newest, workspace.Clock.Now, 9)],
        });
        Logins(workspace).Evidence.ShouldStartWith("Overdue");
    }

    [Fact]
    public void A_review_that_saw_no_sign_in_counts_for_nothing_and_one_bounded_by_its_period_only_so_far()
    {
        using var workspace = new TempWorkspace();
        Record(SampleFindings.Content() with { Sources = [] });
        Record(SampleFindings.Content() with { Sources = [new SignInReviewSource("Entra sign-ins (Graph JSON)", From: null, Until: null, 0)] });
        Logins(workspace).Evidence.ShouldStartWith("No review of the sign-ins is kept");

        Record(SampleFindings.Content() with { Until = SampleFindings.At(9, 0, 0) });
        Logins(workspace).EvidenceAt.ShouldBe(SampleFindings.At(9, 0, 0));

        // A computer's clock that is a year ahead.
        Record(SampleFindings.Content() with { Sources = [new SignInReviewSource("Windows logons (CSV)", SampleFindings.At(1, 0, 0), SampleFindings.At(20, 0, 0).AddYears(1), 5)] });
        Logins(workspace).ShouldSatisfyAllConditions(c => c.EvidenceAt.ShouldBe(workspace.Clock.Now), c => c.Evidence.ShouldContain("2 reviews"));

        void Record(SignInReviewContent content) => SignInReviewWriter.Record(workspace.Context("Find-SharedCredentialUse"), content);
    }

    [Fact]
    public void A_recorded_grant_is_evidence_with_its_date()
    {
        using var workspace = new TempWorkspace();
        Append(workspace, "Grant-SocialMediaAccess", "2026-11-20T10:00:00Z");
        Append(workspace, "Grant-SocialMediaAccess", "2026-11-21T10:00:00Z");
        var control = Read(workspace).Single(c => c.Clause is "USE-1");
        control.ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(ControlStatus.Recorded),
            c => c.Evidence.ShouldContain("2 grants recorded"),
            c => c.EvidenceAt.ShouldBe(DateTimeOffset.Parse("2026-11-21T10:00:00Z", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Visits_in_an_imported_log_are_evidence_for_what_is_audited()
    {
        using var workspace = new DiskWorkspace();
        var path = Path.Combine(workspace.Paths.Root, "access.log");
        File.WriteAllText(path, "1795510800.123    250 10.20.1.5 TCP_TUNNEL/200 3500 CONNECT www.facebook.com:443 t.staff HIER_DIRECT/192.0.2.1 -\n");
        workspace.Run(new ImportFirewallLog { Path = [path] });
        var controls = workspace.Run(new GetPolicyControl()).Of<PolicyControl>().ToDictionary(c => c.Clause, StringComparer.Ordinal);
        // Squid writes a line when a request ends; the visit began 250 ms before.
        foreach (var clause in new[] { "USE-1", "USE-2", "COM-1", "SAF-2" })
        {
            controls[clause].ShouldSatisfyAllConditions(
                c => c.Status.ShouldBe(ControlStatus.Audited, clause),
                c => c.EvidenceAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795510800123 - 250)));
        }

        controls["USE-1"].Evidence.ShouldContain("1 visit in the imported logs");
    }

    [Fact]
    public void A_setting_has_no_date_from_visits()
    {
        using var workspace = new DiskWorkspace();
        Import(workspace, "www.facebook.com");
        var control = workspace.Run(new GetPolicyControl { Clause = ["USE-3"] }).Of<PolicyControl>().Single();
        control.Status.ShouldBe(ControlStatus.Recorded);
        control.EvidenceAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("", ControlStatus.NotCovered)]
    [InlineData("01632 960001", ControlStatus.Recorded)]
    public void Work_numbers_are_recorded_only_where_the_roster_has_one(string number, ControlStatus status)
    {
        using var workspace = new DiskWorkspace();
        var path = Path.Combine(workspace.Paths.Root, "staff.csv");
        File.WriteAllText(path, $"UserPrincipalName,DisplayName,Roles,WorkPhone\nk.rowe@rosewood.example,Kit Rowe,Teacher,{number}\n");
        workspace.Run(new Rosewood.PolicyAdmin.People.ImportPolicyPerson { Path = path });
        workspace.Run(new GetPolicyControl { Clause = ["COM-2"] }).Of<PolicyControl>().Single().Status.ShouldBe(status);
    }

    [Fact]
    public void A_lone_hit_on_a_shared_host_is_no_visit()
    {
        using var workspace = new DiskWorkspace();
        Import(workspace, "www.facebook.com");
        workspace.WithStore(s =>
        {
            s.Evidence.Visits().Count.ShouldBe(1);
            s.Execute("UPDATE visit SET shared = hits");
            s.Evidence.Visits().ShouldBe(default);
        });
    }

    [Fact]
    public void Settings_that_switch_a_rule_off_are_said_plainly()
    {
        using var workspace = new TempWorkspace(TestConfig.School with
        {
            Access = new AccessConfig { StandingAuthorisation = false },
            SchoolDay = new SchoolDayConfig([], [], []),
        });
        var controls = Read(workspace).ToDictionary(c => c.Clause, StringComparer.Ordinal);
        controls["USE-3"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("switched off"));
        controls["USE-2"].Evidence.ShouldContain("no terms and sessions");
    }

    [Fact]
    public async Task Clauses_are_chosen_by_name_or_pattern()
    {
        using var workspace = new TempWorkspace();
        (await workspace.RunAsync(new GetPolicyControl { Clause = ["use-1", "SAF-*"] })).Of<PolicyControl>().Select(c => c.Clause).ShouldBe(["USE-1", "SAF-1", "SAF-2", "SAF-3"]);
        (await workspace.FaultOfAsync(new GetPolicyControl { Clause = ["USE-9"] })).ShouldSatisfyAllConditions(f => f.Id.ShouldBe("ClauseNotFound"), f => f.Message.ShouldContain("USE-1, USE-2"));
    }

    private static void Import(DiskWorkspace workspace, string host)
    {
        var path = Path.Combine(workspace.Paths.Root, "access.log");
        File.WriteAllText(path, $"1795510800.123    250 10.20.1.5 TCP_TUNNEL/200 3500 CONNECT {host}:443 t.staff HIER_DIRECT/192.0.2.1 -\n");
        workspace.Run(new ImportFirewallLog { Path = [path] });
    }

    private static PolicyControl Logins(TempWorkspace workspace) => Read(workspace).Single(c => c.Clause is "LOG-1");

    private static IReadOnlyList<PolicyControl> Read(TempWorkspace workspace) => ControlReader.Read(workspace.Context("Get-PolicyControl"));

    private static void Append(TempWorkspace workspace, string command, string at)
    {
        using var change = workspace.Store.BeginChange(new AuditOrigin(command, "P-1", DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
        change.Audit("USE-1", "G-1", null, "x");
        change.Commit();
    }
}
