using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Groups;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Groups;

/// <summary>Who is a member, who is not, and who would gain too much.</summary>
public sealed class GroupDriverTests
{
    private static readonly EnforcementTargetConfig Csv = new("exempt", EnforcementTargetKind.Group) { Format = EnforcementFormat.Csv };

    [Fact]
    public async Task A_grant_for_everything_makes_a_member_until_it_ends()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        Members(workspace, Csv).ShouldBeEmpty();

        await GrantAsync(workspace, "n.obrien");
        var plan = Plan(workspace, Csv);

        Read(Csv, plan).ShouldBe([new GroupEntry("n.obrien@rosewood.example", "Niamh O'Brien", "G-0001", new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero))]);
        plan.Openings.ShouldHaveSingleItem().GrantId.ShouldBe("G-0001");
        plan.Openings[0].What.ShouldBe("n.obrien@rosewood.example: every service on School and SchoolMobile");
        plan.Widenings.ShouldBeEmpty();
        plan.NextChange.ShouldBe(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));

        workspace.Clock.Now = new DateTimeOffset(2026, 11, 24, 10, 59, 59, TimeSpan.Zero);
        Members(workspace, Csv).ShouldBe(["n.obrien@rosewood.example"]);
        workspace.Clock.Now = new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
        Members(workspace, Csv).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_grant_that_has_not_begun_or_was_revoked_makes_no_member()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien", from: new("2026-11-24T12:00"));

        var plan = Plan(workspace, Csv);
        Read(Csv, plan).ShouldBeEmpty();
        plan.Widenings.ShouldBeEmpty();
        plan.NextChange.ShouldBe(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

        workspace.Clock.Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        Members(workspace, Csv).ShouldBe(["n.obrien@rosewood.example"]);
        await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Over" });
        workspace.Clock.Now += TimeSpan.FromSeconds(1);
        Members(workspace, Csv).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Facebook", "", " more on School and SchoolMobile")]
    [InlineData("", "School", "every service on SchoolMobile")]
    [InlineData("", "SchoolMobile", "every service on School")]
    [InlineData("", "PC-07", "every service on School and SchoolMobile")]
    public async Task A_narrower_grant_makes_no_member_but_by_force(string service, string device, string beyond)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien", service, device);

        var plan = Plan(workspace, Csv);
        Read(Csv, plan).ShouldBeEmpty();
        plan.Openings.ShouldBeEmpty();
        var widening = plan.Widenings.ShouldHaveSingleItem();
        widening.Made.ShouldBeFalse();
        widening.GrantId.ShouldBe("G-0001");
        widening.Beyond.ShouldNotBeNull().ShouldContain(beyond);

        var forced = Plan(workspace, Csv, force: true);
        forced.Widenings.ShouldHaveSingleItem().Made.ShouldBeTrue();
        Read(Csv, forced).ShouldHaveSingleItem().Grants.ShouldBe("G-0001");
    }

    [Fact]
    public async Task A_group_that_opens_no_more_than_the_grant_has_the_member()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien", "Facebook", "School");

        Members(workspace, Csv with { Services = ["facebook"], Devices = [DeviceClass.School] }).ShouldBe(["n.obrien@rosewood.example"]);
        Members(workspace, Csv with { Services = ["Facebook", "YouTube"], Devices = [DeviceClass.School] }).ShouldBeEmpty();
        Members(workspace, Csv with { Services = ["Facebook"], Devices = [DeviceClass.School, DeviceClass.SchoolMobile] }).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_grants_that_cover_it_together_make_one_member_with_both()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien", device: "School");
        await GrantAsync(workspace, "n.obrien", device: "SchoolMobile", length: "1h");

        var plan = Plan(workspace, Csv);
        Read(Csv, plan).ShouldBe([new GroupEntry("n.obrien@rosewood.example", "Niamh O'Brien", "G-0001;G-0002", new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero))]);
        plan.Openings.Select(o => o.GrantId).ShouldBe(["G-0001", "G-0002"]);
    }

    [Fact]
    public async Task The_standing_authorisation_makes_members_of_a_group_for_mobiles_and_of_no_other_not_even_by_force()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var mobiles = Plan(workspace, Csv with { Devices = [DeviceClass.SchoolMobile] });
        Read(Csv, mobiles).Select(e => (e.Account, e.Grants, e.Until)).ShouldBe([("d.puty@rosewood.example", "USE-3", null), ("h.teach@rosewood.example", "USE-3", null)]);
        mobiles.Openings.ShouldAllBe(o => o.GrantId == null);

        var all = Plan(workspace, Csv, force: true);
        Read(Csv, all).ShouldBeEmpty();
        all.Widenings.ShouldBeEmpty();
        all.Notes.ShouldContain(n => n.Contains("Dee Puty, Hana Teach", StringComparison.Ordinal) && n.Contains("school mobiles only", StringComparison.Ordinal));

        await GrantAsync(workspace, "d.puty", device: "School", by: "head");
        Read(Csv, Plan(workspace, Csv)).Select(e => (e.Account, e.Grants)).ShouldBe([("d.puty@rosewood.example", "G-0001;USE-3")]);
    }

    [Fact]
    public async Task Membership_ends_with_employment()
    {
        using var workspace = await new TempWorkspace(now: "2026-11-13T09:00:00+00:00").WithSchoolAsync();
        await GrantAsync(workspace, "l.eaver", length: "9d");

        var plan = Plan(workspace, Csv);
        Read(Csv, plan).ShouldHaveSingleItem().Until.ShouldBe(new DateTimeOffset(2026, 11, 14, 0, 0, 0, TimeSpan.Zero));
        plan.NextChange.ShouldBe(new DateTimeOffset(2026, 11, 14, 0, 0, 0, TimeSpan.Zero));
        workspace.Clock.Now = new DateTimeOffset(2026, 11, 14, 0, 0, 0, TimeSpan.Zero);
        Plan(workspace, Csv, force: true).ShouldSatisfyAllConditions(p => Read(Csv, p).ShouldBeEmpty(), p => p.Widenings.ShouldBeEmpty());
    }

    [Fact]
    public async Task Own_devices_that_are_free_between_sessions_make_nobody_a_member()
    {
        using var workspace = await new TempWorkspace(now: "2026-11-24T18:00:00+00:00").WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien", device: "Personal");

        Members(workspace, Csv with { Devices = [DeviceClass.Personal] }).ShouldBe(["n.obrien@rosewood.example"]);
    }

    [Fact]
    public async Task An_account_that_several_use_is_a_member_by_force_alone()
    {
        using var workspace = await new TempWorkspace(TestConfig.School with { SignIns = new SignInsConfig { DeclaredSharedAccounts = ["N.Brown2@rosewood.example"] } }).WithSchoolAsync();
        await GrantAsync(workspace, "n.brown2");

        var plan = Plan(workspace, Csv);
        Read(Csv, plan).ShouldBeEmpty();
        plan.Widenings.ShouldHaveSingleItem().WhoElse.ShouldBe("everyone who uses the account n.brown2@rosewood.example");
        Read(Csv, Plan(workspace, Csv, force: true)).ShouldHaveSingleItem().Account.ShouldBe("n.brown2@rosewood.example");
    }

    [Fact]
    public async Task Ldif_has_the_login_names_that_are_the_persons_alone()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new ImportPolicyPerson
        {
            Path = workspace.Write("staff.csv", """
                UserPrincipalName,DisplayName,Roles,LoginNames
                h.teach@rosewood.example,Hana Teach,HeadTeacher,h.teach
                n.obrien@rosewood.example,Niamh O'Brien,Teacher,nob;ROSEWOOD\n.obrien
                twin@rosewood.example,Tess Twin,Teacher,
                twin@annexe.example,Tom Twin,Teacher,
                zoë@rosewood.example,Zoë Accent,Teacher,

                """),
        });
        foreach (var user in new[] { "n.obrien@rosewood.example", "twin@rosewood.example", "zoë@rosewood.example" })
        {
            await GrantAsync(workspace, user);
        }

        var ldif = Csv with { Format = EnforcementFormat.Ldif, GroupName = "cn=social,ou=groups,dc=rosewood,dc=example" };
        var plan = Plan(workspace, ldif);

        Members(workspace, ldif).ShouldBe(["n.obrien", "nob"]);
        plan.Openings.ShouldHaveSingleItem().What.ShouldStartWith("n.obrien, nob: every service");
        plan.Notes.ShouldContain(n => n.StartsWith("Tess Twin (twin@rosewood.example) is left out", StringComparison.Ordinal));
        plan.Notes.ShouldContain(n => n.StartsWith("Zoë Accent (zoë@rosewood.example) is left out", StringComparison.Ordinal));
        Members(workspace, Csv).ShouldBe(["n.obrien@rosewood.example", "twin@rosewood.example", "zoë@rosewood.example"]);
    }

    [Fact]
    public async Task A_group_for_services_that_the_catalogue_does_not_know_stays_empty()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien");

        var plan = Plan(workspace, Csv with { Services = ["Nonesuch"] }, force: true);
        Read(Csv, plan).ShouldBeEmpty();
        plan.Notes.ShouldContain(n => n.Contains("Nonesuch", StringComparison.Ordinal));
        Members(workspace, Csv with { Services = ["Nonesuch", "Facebook"] }).ShouldBe(["n.obrien@rosewood.example"]);
    }

    [Theory]
    [InlineData(null, null, "give it a format")]
    [InlineData(EnforcementFormat.PowerShell, null, "groupId, or its name")]
    [InlineData(EnforcementFormat.Ldif, null, "distinguished name")]
    [InlineData(EnforcementFormat.Ldif, "Social media", "distinguished name")]
    public async Task A_target_that_does_not_name_its_group_is_a_fault_and_changes_nothing(EnforcementFormat? format, string? group, string words)
    {
        var target = Csv with { Format = format, GroupName = group };
        using var workspace = new TempWorkspace(TestConfig.School with { Enforcement = new EnforcementConfig { Targets = [target] } });

        var fault = (await workspace.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();
        fault.Id.ShouldBe("GroupTargetIncomplete");
        fault.Message.ShouldContain(words);
        (await workspace.RunAsync(new TestSocialMediaBlock())).Faults.ShouldHaveSingleItem().Id.ShouldBe("GroupTargetIncomplete");
        (await workspace.RunAsync(new GetSocialMediaBlock())).Of<BlockStatus>().ShouldHaveSingleItem().State.ShouldBe(BlockState.Failed);
        Directory.Exists(workspace.Workspace.Paths.Feeds).ShouldBeFalse();
    }

    [Fact]
    public async Task Publishing_writes_the_list_reports_who_would_gain_and_says_what_to_do_next()
    {
        using var workspace = await new TempWorkspace(TestConfig.School with { Enforcement = new EnforcementConfig { Targets = [Csv] } }).WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien");
        await GrantAsync(workspace, "n.brown", "Facebook");

        var sink = await workspace.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.ShouldBeEmpty();
        sink.Warnings.First(w => w.StartsWith("Left out", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            w => w.ShouldStartWith("Left out on 'exempt', and all else is published there: n.brown@rosewood.example (G-0002): membership of n.brown@rosewood.example would also open "),
            w => w.ShouldContain(" on School and SchoolMobile, which was not granted. Let through by none: n.brown@rosewood.example (G-0002). Grant the rest too"));
        var published = sink.Of<BlockPublication>().ShouldHaveSingleItem();
        published.Outcome.ShouldBe(PublicationOutcome.Written);
        published.LetThrough.ShouldBe(["Niamh O'Brien (G-0001): n.obrien@rosewood.example: every service on School and SchoolMobile"]);
        published.LeftOut.ShouldHaveSingleItem().ShouldContain("which was not granted");
        published.Notes.ShouldContain(n => n.Contains("changes no group yet", StringComparison.Ordinal));
        published.Proof.ShouldContain("felt at the firewall");
        published.NextRun.ShouldBe(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
        (await File.ReadAllTextAsync(Path.Combine(workspace.Workspace.Paths.Feeds, "exempt.csv"))).ShouldContain("n.obrien@rosewood.example");

        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().ShouldBeEmpty();
        workspace.Clock.Now = new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().ShouldHaveSingleItem().LetThrough.ShouldBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(workspace.Workspace.Paths.Feeds, "exempt.csv"))).ShouldBe("\uFEFFUserPrincipalName,DisplayName,GrantId,Until\r\n".TrimStart('\uFEFF'));
    }

    [Theory]
    [InlineData(EnforcementFormat.Csv, ".csv")]
    [InlineData(EnforcementFormat.PowerShell, ".ps1")]
    [InlineData(EnforcementFormat.Ldif, ".ldif")]
    public async Task A_damaged_list_does_not_pass_the_check_and_a_sound_one_does(EnforcementFormat format, string extension)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await GrantAsync(workspace, "n.obrien");
        var target = Csv with { Name = "Zoë's #1 100% \"group\"\n<x>", Format = format, GroupName = "cn=Zoë's #1,ou=groups,dc=rosewood,dc=example" };
        var plan = Plan(workspace, target);

        plan.Entry.Path.ShouldStartWith(workspace.Workspace.Paths.Feeds);
        plan.Entry.Path.ShouldEndWith(extension);
        plan.Entry.Content.Span.SequenceEqual(Plan(workspace, target).Entry.Content.Span).ShouldBeTrue();
        var staged = workspace.Write("staged", "");
        await File.WriteAllBytesAsync(staged, plan.Entry.Content.ToArray());
        (await new GroupDriver().CheckAsync(target, plan, staged, CancellationToken.None)).ShouldBeNull();
        await File.WriteAllBytesAsync(staged, [.. plan.Entry.Content.Span, .. "bad line\n"u8]);
        (await Should.ThrowAsync<FaultException>(() => new GroupDriver().CheckAsync(target, plan, staged, CancellationToken.None))).Fault.Id.ShouldBe("TargetCheckFailed");

        var scope = new ProbeScope();
        new GroupDriver().Probes(target, EnforcementFacts.Load(workspace.Context("x")), scope).ShouldBeEmpty();
        scope.WhyNot.ShouldNotBeNull().ShouldContain(plan.Entry.Path);
    }

    private static async Task GrantAsync(TempWorkspace workspace, string user, string service = "", string device = "", string by = "head", string length = "2h", TimeInput? from = null) => await workspace.RunAsync(new GrantSocialMediaAccess
    {
        User = [user],
        Service = service.Length == 0 ? [] : [service],
        Device = device.Length == 0 ? [] : [device],
        AuthorisedBy = by,
        Reason = "A lesson",
        From = from,
        For = new(length),
    });

    private static TargetPlan Plan(TempWorkspace workspace, EnforcementTargetConfig target, bool force = false) =>
        new GroupDriver().Plan(target, EnforcementFacts.Load(workspace.Context("x")), force);

    private static IReadOnlyList<GroupEntry> Read(EnforcementTargetConfig target, TargetPlan plan) => GroupFile.Read(target, plan.Entry.Content.Span);

    private static IEnumerable<string> Members(TempWorkspace workspace, EnforcementTargetConfig target) => Read(target, Plan(workspace, target)).Select(e => e.Account);
}
