using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;
using Rosewood.Tenancy;
using Rosewood.Tenancy.Directory;
using TenantFault = Rosewood.Tenancy.FaultKind;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Groups.Entra;

/// <summary>The exempt group in the tenant, brought to the members that the grants give.</summary>
public sealed class EntraPublishTests
{
    private const string Niamh = "n.obrien@rosewood.example";
    private const string Nell = "n.brown@rosewood.example";
    private static readonly Guid Exempt = new("33333333-0000-0000-0000-000000000001");

    private static async Task<TenantSchool> SchoolAsync(Func<TestTenantOptions, TestTenantOptions>? with = null, bool timeBound = false, params string[] members)
    {
        var target = new EnforcementTargetConfig("exempt", EnforcementTargetKind.Group) { Format = EnforcementFormat.EntraId, GroupId = Exempt, TimeBound = timeBound };
        var school = await TenantSchool.StartAsync(with, targets: [target]);
        await school.Temp.WithSchoolAsync();
        foreach (var (upn, name) in ((string, string)[])[(Niamh, "Niamh O'Brien"), (Nell, "Nell Brown"), ("s.lead@rosewood.example", "Sol Lead"), ("m.allory@rosewood.example", "Mal Lory")])
        {
            school.Tenant.Directory.Add(new TenantUser(Guid.NewGuid().ToString(), upn, name));
        }

        school.Tenant.Directory.Add(new TenantGroup(Exempt.ToString(), "Social media exempt"), members.Select(m => IdOf(school, m)));
        return school;
    }

    private static string IdOf(TenantSchool school, string upn) => school.Tenant.Directory.Users.Single(u => u.UserPrincipalName.Equals(upn, StringComparison.Ordinal)).Id;

    private static string[] Members(TenantSchool school) =>
        [.. school.Tenant.Directory.ActualMembers(Exempt.ToString()).Select(id => school.Tenant.Directory.Users.Single(u => u.Id.Equals(id, StringComparison.Ordinal)).UserPrincipalName).Order(StringComparer.Ordinal)];

    private static async Task GrantAsync(TenantSchool school, string user, string length = "2h") => await school.RunAsync(new GrantSocialMediaAccess { User = [user], AuthorisedBy = "head", Reason = "A lesson", For = new(length) });

    private static async Task<BlockStatus> StatusAsync(TenantSchool school) => (await school.RunAsync(new GetSocialMediaBlock())).Of<BlockStatus>().Single();

    private static int Writes(TenantSchool school) => school.Tenant.Requests.All.Count(r => r.Method is "POST" or "DELETE");

    [Fact]
    public async Task A_grant_makes_a_member_its_end_takes_them_out_and_the_next_run_is_told()
    {
        await using var school = await SchoolAsync(o => o with { Consistency = Consistency.AfterReads(3) });
        await GrantAsync(school, "n.obrien");
        (await StatusAsync(school)).State.ShouldBe(BlockState.NotPublished);

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Asked.ShouldHaveSingleItem().Action.ShouldContain("add Niamh O'Brien (n.obrien@rosewood.example), G-0001");
        var published = sink.Of<BlockPublication>().Single();
        published.Outcome.ShouldBe(PublicationOutcome.Proved);
        published.Proof.ShouldBe("Read back from the tenant: 1 granted member, 0 taken out.");
        sink.Warnings.ShouldContain(w => w.Contains("has to change by itself at 2026-11-24 11:00:00", StringComparison.Ordinal));
        Members(school).ShouldBe([Niamh]);
        (await StatusAsync(school)).ShouldSatisfyAllConditions(s => s.State.ShouldBe(BlockState.InStep), s => s.LastProved.ShouldNotBeNull());

        school.Clock.Now = TenantSchool.Start.AddHours(2);
        (await StatusAsync(school)).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(BlockState.Drifted),
            s => s.Detail.ShouldContain(d => d.StartsWith("Publishing would take out Niamh O'Brien", StringComparison.Ordinal)));
        await school.RunAsync(new PublishSocialMediaBlock { Due = true });
        Members(school).ShouldBeEmpty();
        (await StatusAsync(school)).State.ShouldBe(BlockState.InStep);
    }

    [Fact]
    public async Task What_if_shows_the_members_and_changes_nothing()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.obrien");

        var sink = await school.RunAsync(new PublishSocialMediaBlock(), new RecordingSink { Agrees = false });

        sink.Asked.ShouldHaveSingleItem().Action.ShouldStartWith("Change the group's members: add Niamh O'Brien");
        Writes(school).ShouldBe(0);
        Members(school).ShouldBeEmpty();
        (await StatusAsync(school)).State.ShouldBe(BlockState.NotPublished);
    }

    [Fact]
    public async Task A_member_whom_nobody_granted_is_named_stays_without_force_and_goes_with_it()
    {
        await using var school = await SchoolAsync(members: "m.allory@rosewood.example");
        await GrantAsync(school, "n.obrien");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());
        sink.Warnings.ShouldContain(w => w.StartsWith("Mal Lory (m.allory@rosewood.example) is a member of the group of 'exempt' whom nobody granted.", StringComparison.Ordinal) && w.Contains("They stay", StringComparison.Ordinal));
        Members(school).ShouldBe(["m.allory@rosewood.example", Niamh]);
        (await StatusAsync(school)).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(BlockState.Drifted),
            s => s.Detail.ShouldContain(d => d.Contains("Mal Lory", StringComparison.Ordinal) && d.Contains("-Force", StringComparison.Ordinal)));

        await school.RunAsync(new PublishSocialMediaBlock { Force = true });
        Members(school).ShouldBe([Niamh]);
        (await StatusAsync(school)).State.ShouldBe(BlockState.InStep);
    }

    [Fact]
    public async Task A_timer_never_takes_strangers_out_though_a_person_forced_it_once()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new PublishSocialMediaBlock { Force = true });
        school.Tenant.Directory.Add(new TenantGroup(Exempt.ToString(), "x"), IdOf(school, "m.allory@rosewood.example"));

        var sink = await school.RunAsync(new PublishSocialMediaBlock { Due = true });

        Members(school).ShouldBe(["m.allory@rosewood.example"]);
        sink.Warnings.ShouldContain(w => w.Contains("Mal Lory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_who_was_taken_out_by_hand_is_drift_and_comes_back()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.obrien");
        await school.RunAsync(new PublishSocialMediaBlock());
        using (var http = new HttpClient())
        {
            (await http.DeleteAsync(new Uri($"{school.Tenant.BaseUrl}/v1.0/groups/{Exempt}/members/{IdOf(school, Niamh)}/$ref"))).EnsureSuccessStatusCode();
        }

        (await StatusAsync(school)).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(BlockState.Drifted),
            s => s.Detail.ShouldContain(d => d.StartsWith("Publishing would add Niamh O'Brien", StringComparison.Ordinal)));
        await school.RunAsync(new PublishSocialMediaBlock { Due = true });
        Members(school).ShouldBe([Niamh]);
    }

    [Fact]
    public async Task An_addition_whose_answer_was_lost_is_proved_all_the_same()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.obrien");
        school.Tenant.Faults.Next(TenantFault.GatewayTimeoutAfterWork, path: "members/$ref", method: "POST");

        (await school.RunAsync(new PublishSocialMediaBlock())).Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Proved);

        Members(school).ShouldBe([Niamh]);
    }

    [Fact]
    public async Task What_the_tenant_never_shows_is_a_fault_and_whoever_was_added_is_taken_out_again()
    {
        await using var school = await SchoolAsync(o => o with { Consistency = Consistency.AfterReads(10_000) });
        await GrantAsync(school, "n.obrien");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        var fault = sink.Faults.ShouldHaveSingleItem();
        fault.Id.ShouldBe("GroupProofFailed");
        fault.Message.ShouldContain("Niamh O'Brien (n.obrien@rosewood.example) is no member");
        Members(school).ShouldBeEmpty();
        sink.Of<BlockPublication>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_breaks_off_takes_its_additions_back_and_lets_nobody_in_again()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "s.lead", "1h");
        await school.RunAsync(new PublishSocialMediaBlock());
        school.Clock.Now = TenantSchool.Start.AddHours(1.5);
        await GrantAsync(school, "n.obrien");
        await GrantAsync(school, "n.brown");
        school.Tenant.Faults.Next(TenantFault.None, path: "members/$ref", method: "POST");
        school.Tenant.Faults.Next(TenantFault.GatewayTimeout, times: 3, path: "members/$ref", method: "POST");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("GroupChangeBrokeOff");
        Members(school).ShouldBeEmpty();
        (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldBeEmpty();
        Members(school).ShouldBe([Nell, Niamh]);
    }

    [Fact]
    public async Task An_account_that_the_tenant_lacks_is_named_and_the_others_come_in()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.brown2");
        await GrantAsync(school, "n.obrien");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Warnings.ShouldContain(w => w.StartsWith("n.brown2@rosewood.example has a grant, and the tenant has no account", StringComparison.Ordinal));
        Members(school).ShouldBe([Niamh]);
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named_and_says_what_it_is_for()
    {
        await using var school = await SchoolAsync(o => o with { Consented = ["GroupMember.Read.All", "User.Read.All"] });
        await GrantAsync(school, "n.obrien");

        var fault = (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();

        fault.Id.ShouldBe("GraphPermissionMissing");
        fault.Message.ShouldContain("needs the permission GroupMember.ReadWrite.All to change members of the exempt group");
    }

    [Fact]
    public async Task Time_bound_memberships_end_by_the_tenants_own_clock()
    {
        await using var school = await SchoolAsync(timeBound: true);
        await GrantAsync(school, "n.obrien");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Asked.ShouldHaveSingleItem().Action.ShouldContain("until 2026-11-24 11:00:00, by the tenant's own clock. This brings the group under Privileged Identity Management, which can't be undone");
        Members(school).ShouldBe([Niamh]);
        (await StatusAsync(school)).State.ShouldBe(BlockState.InStep);

        // Nobody publishes: the tenant ends it.
        school.Clock.Now = TenantSchool.Start.AddHours(2).AddSeconds(1);
        Members(school).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revoked_time_bound_grant_is_taken_out_before_its_end()
    {
        await using var school = await SchoolAsync(timeBound: true);
        await GrantAsync(school, "n.obrien");
        await school.RunAsync(new PublishSocialMediaBlock());
        await school.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Over" });
        school.Clock.Now += TimeSpan.FromMinutes(1);

        var sink = await school.RunAsync(new PublishSocialMediaBlock { Due = true });

        sink.Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Proved);
        Members(school).ShouldBeEmpty();
        school.Tenant.Requests.All.ShouldNotContain(r => r.Method.Equals("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_does_not_bring_a_group_under_privileged_identity_management()
    {
        await using var school = await SchoolAsync(timeBound: true);
        await school.RunAsync(new PublishSocialMediaBlock());
        await GrantAsync(school, "n.obrien");
        school.Clock.Now += TimeSpan.FromMinutes(1);

        (await school.RunAsync(new PublishSocialMediaBlock { Due = true })).Faults.ShouldHaveSingleItem().Id.ShouldBe("GroupOnboardingNotAsked");
        Writes(school).ShouldBe(0);
        await school.RunAsync(new PublishSocialMediaBlock());
        Members(school).ShouldBe([Niamh]);
        await GrantAsync(school, "n.brown");
        (await school.RunAsync(new PublishSocialMediaBlock { Due = true })).Faults.ShouldBeEmpty();
        Members(school).ShouldBe([Nell, Niamh]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task Without_the_licence_a_time_bound_group_says_so_and_the_way_without(int status)
    {
        await using var school = await SchoolAsync(o => o with { PimRefusalStatus = status }, timeBound: true);
        await GrantAsync(school, "n.obrien");

        var fault = (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();

        fault.Id.ShouldBe("GraphLicenceMissing");
        fault.Message.ShouldContain("Microsoft Entra ID P2");
        fault.Message.ShouldContain("take timeBound out of the target");
        Members(school).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_grant_longer_than_the_groups_rules_allow_is_a_fault_that_names_them()
    {
        await using var school = await SchoolAsync(o => o with { PimLongest = TimeSpan.FromHours(1) }, timeBound: true);
        await GrantAsync(school, "n.obrien");

        var fault = (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();

        fault.Id.ShouldBe("GroupRulesRefuse");
        fault.Message.ShouldContain("ExpirationRule");
    }

    [Fact]
    public async Task The_health_report_goes_by_what_was_recorded_and_asks_no_tenant()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.obrien");
        await school.RunAsync(new PublishSocialMediaBlock());
        var before = school.Tenant.Requests.All.Count;

        var check = BlockChecks.All(new CommandContext("Test-PolicyWorkspace", TempWorkspace.Technician, school.Clock, school.Temp.Workspace)).ShouldHaveSingleItem();

        check.Name.ShouldBe("Block on exempt");
        check.Detail.ShouldStartWith("In step; last proved on 2026-11-24");
        school.Tenant.Requests.All.Count.ShouldBe(before);
    }

    [Fact]
    public async Task An_addition_that_was_done_and_whose_answer_was_lost_is_taken_back_though_the_next_try_was_refused()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.obrien");
        school.Tenant.Faults.Next(TenantFault.GatewayTimeoutAfterWork, path: "members/$ref", method: "POST");
        school.Tenant.Faults.Next(TenantFault.Throttled, times: 8, path: "members/$ref", method: "POST");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("GraphServiceDown");
        Members(school).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_service_is_down_nobody_waits_for_each_member_and_the_next_run_makes_it_right()
    {
        await using var school = await SchoolAsync();
        await BreakOffAsync(school);
        school.Tenant.Faults.Next(TenantFault.Unavailable, times: 100, path: $"groups/{Exempt}/members/", method: "DELETE");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("GroupChangeBrokeOff");
        Deletes(school).ShouldBe(8);
        (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldBeEmpty();
        Members(school).ShouldBe([Nell, Niamh, "s.lead@rosewood.example"]);
    }

    [Fact]
    public async Task Taking_back_ends_after_about_a_minute_though_the_service_asks_to_wait_longer()
    {
        await using var school = await SchoolAsync(o => o with { Faults = new FaultPlan { RetryAfterSeconds = 30 } });
        await BreakOffAsync(school);
        school.Tenant.Faults.Next(TenantFault.Throttled, times: 100, path: $"groups/{Exempt}/members/", method: "DELETE");

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("GroupChangeBrokeOff");
        Deletes(school).ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task A_timer_that_finds_nothing_to_do_says_nothing()
    {
        await using var school = await SchoolAsync();
        await GrantAsync(school, "n.obrien");
        await school.RunAsync(new GrantSocialMediaAccess { User = ["n.brown"], Service = ["Facebook"], AuthorisedBy = "head", Reason = "A lesson", For = new("2h") });
        LeftOut(await school.RunAsync(new PublishSocialMediaBlock())).ShouldBe(1);

        var timer = await school.RunAsync(new PublishSocialMediaBlock { Due = true });
        timer.Outputs.ShouldBeEmpty();
        timer.Warnings.ShouldBeEmpty();
        timer.Faults.ShouldBeEmpty();

        var person = await school.RunAsync(new PublishSocialMediaBlock());
        person.Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Unchanged);
        LeftOut(person).ShouldBe(1);

        // Where the timer changes something, it says what it leaves out.
        school.Clock.Now += TimeSpan.FromMinutes(5);
        await school.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Over" });
        school.Clock.Now += TimeSpan.FromMinutes(1);
        var changing = await school.RunAsync(new PublishSocialMediaBlock { Due = true });
        changing.Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Proved);
        LeftOut(changing).ShouldBe(1);

        static int LeftOut(RecordingSink sink)
        {
            sink.Faults.ShouldBeEmpty();
            return sink.Warnings.Count(static w => w.StartsWith("Left out on ", StringComparison.Ordinal));
        }
    }

    /// <summary>Three people are to come in, and the answer to the third addition is lost for good.</summary>
    private static async Task BreakOffAsync(TenantSchool school)
    {
        await GrantAsync(school, "n.obrien");
        await GrantAsync(school, "n.brown");
        await GrantAsync(school, "s.lead");
        school.Tenant.Faults.Next(TenantFault.None, times: 2, path: "members/$ref", method: "POST");
        school.Tenant.Faults.Next(TenantFault.GatewayTimeoutAfterWork, path: "members/$ref", method: "POST");
        school.Tenant.Faults.Next(TenantFault.GatewayTimeout, times: 2, path: "members/$ref", method: "POST");
    }

    private static int Deletes(TenantSchool school) => school.Tenant.Requests.All.Count(r => r.Method.Equals("DELETE", StringComparison.Ordinal));
}
