using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Sending;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Audiences;

/// <summary>Reports for audiences, from the store to the file, with who may make them and who gets them.</summary>
public sealed class AudienceCommandTests
{
    private static readonly ReportFormat[] All = [ReportFormat.Html, ReportFormat.Csv, ReportFormat.Json];

    [Theory]
    [InlineData(ReportRecipientGroup.Slt, "technician head", "dsl dpo teacher")]
    [InlineData(ReportRecipientGroup.Dsl, "technician dsl", "head dpo teacher")]
    [InlineData(ReportRecipientGroup.Dpo, "technician head dpo", "dsl teacher")]
    [InlineData(ReportRecipientGroup.Governors, "technician head dpo", "dsl teacher")]
    public async Task It_is_made_by_its_audience_and_those_who_run_the_program(ReportRecipientGroup audience, string may, string mayNot)
    {
        using var workspace = new TempWorkspace();
        foreach (var role in may.Split(' '))
        {
            (await workspace.RunAsync(new NewPolicyComplianceReport { Audience = audience }, As(role))).Of<ReportFile>().Single().Audience.ShouldBe(audience);
        }

        foreach (var role in mayNot.Split(' '))
        {
            (await workspace.FaultOfAsync(new NewPolicyComplianceReport { Audience = audience }, As(role))).Id.ShouldBe("OperatorNotAuthorised", role);
        }
    }

    [Fact]
    public async Task The_audience_stands_in_the_files_name_and_in_the_audit_trail()
    {
        using var workspace = new TempWorkspace();
        var files = (await workspace.RunAsync(new NewPolicyComplianceReport { Audience = ReportRecipientGroup.Governors, Format = All })).Of<ReportFile>().ToList();
        files.ShouldAllBe(f => Path.GetFileName(f.Path).StartsWith("compliance-governors-2026-11-16--2026-11-22", StringComparison.Ordinal));
        files.ShouldNotContain(f => f.Path.EndsWith("-visits.csv", StringComparison.Ordinal));
        workspace.Store.Audit.Read().Last().After.ShouldNotBeNull().ShouldContain("\"Audience\":\"Governors\"");
    }

    [Fact]
    public async Task WhatIf_lists_the_parts_with_how_much_they_show_and_who_gets_them()
    {
        using var workspace = new TempWorkspace(TestConfig.School with { Reports = new ReportsConfig { Recipients = [new ReportRecipientsConfig(ReportRecipientGroup.Governors, ["chair@rosewood.example"])] } });
        var plan = (await workspace.RunAsync(new NewPolicyComplianceReport { Audience = ReportRecipientGroup.Governors }, sink: new RecordingSink { Agrees = false })).Of<ReportPlan>().ToList();
        plan.ShouldAllBe(p => p.Shows != ReportDetail.Names && p.Recipients.Single().Equals("chair@rosewood.example", StringComparison.Ordinal));
        plan.Select(p => p.Section).ShouldContain("trends", StringComparer.Ordinal);
        plan.Select(p => p.Section).ShouldNotContain("unexplained", StringComparer.Ordinal);
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_declaration_that_the_report_names_is_a_reading_of_the_register_and_the_dpo_sees_it()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var lead = workspace.As("s.lead");
        await workspace.RunAsync(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1", Relationship = "Sister", ReviewDate = new TimeInput("2026-11-25") }, lead);
        workspace.Clock.Now = workspace.Clock.Now.AddDays(7);
        var report = (await workspace.RunAsync(new NewPolicyComplianceReport { Period = ReportPeriodKind.LastWeek }, lead)).Of<ReportFile>().Single();
        (await File.ReadAllTextAsync(report.Path)).ShouldContain("Niamh O&#x27;Brien");
        workspace.Store.Audit.Read().ShouldContain(r => r.Command.Equals("New-PolicyComplianceReport", StringComparison.Ordinal) && r.Subject.Equals("read", StringComparison.Ordinal));

        // A technician may not read that register, and makes a report without its names.
        var other = (await workspace.RunAsync(new NewPolicyComplianceReport { Period = ReportPeriodKind.LastWeek })).Of<ReportFile>().Single();
        (await File.ReadAllTextAsync(other.Path)).ShouldNotContain("O&#x27;Brien");

        var dpo = (await workspace.RunAsync(new NewPolicyComplianceReport { Audience = ReportRecipientGroup.Dpo, From = new TimeInput("2026-11-23"), To = new TimeInput("2026-12-02") })).Of<ReportFile>().Single();
        var page = await File.ReadAllTextAsync(dpo.Path);
        page.ShouldContain("Sol Lead");
        page.ShouldNotContain("O&#x27;Brien");
    }

    [Fact]
    public async Task About_the_head_it_does_not_go_to_the_head_alone()
    {
        using var workspace = await Workspace("h.teach@rosewood.example");
        var about = RoleSet.Of(Role.HeadTeacher);
        Fault(() => ReportRecipients.Of([], ReportRecipientGroup.Slt, about, workspace.Context("x"))).ShouldBe("ReportAboutRecipient");
        Fault(() => ReportRecipients.Of(["head"], ReportRecipientGroup.Slt, about, workspace.Context("x"))).ShouldBe("ReportAboutRecipient");
        ReportRecipients.Of(["head", "d.puty"], ReportRecipientGroup.Slt, about, workspace.Context("x")).Count.ShouldBe(2);
        ReportRecipients.Of([], ReportRecipientGroup.Slt, RoleSet.None, workspace.Context("x")).ShouldBe(["h.teach@rosewood.example"]);
    }

    [Theory]
    [InlineData(false, "chair@rosewood.example h.teach@rosewood.example")]
    [InlineData(true, "chair@rosewood.example")]
    public async Task The_route_says_who_else_gets_it_or_who_instead(bool instead, string recipients)
    {
        using var workspace = await Workspace("h.teach@rosewood.example", new ReportRouteConfig(Role.HeadTeacher, ["chair@rosewood.example"], instead));
        ReportRecipients.Of([], ReportRecipientGroup.Slt, RoleSet.Of(Role.HeadTeacher), workspace.Context("x")).ShouldBe(recipients.Split(' '));
    }

    [Fact]
    public async Task About_the_safeguarding_lead_it_does_not_go_to_them_at_all()
    {
        using var workspace = await Workspace("d.sl@rosewood.example d.puty@rosewood.example");
        var about = RoleSet.Of(Role.SafeguardingLead);
        ReportRecipients.Of([], ReportRecipientGroup.Slt, about, workspace.Context("x")).ShouldBe(["d.puty@rosewood.example"]);
        Fault(() => ReportRecipients.Of(["d.sl"], ReportRecipientGroup.Dsl, about, workspace.Context("x"))).ShouldBe("ReportAboutRecipient");
    }

    [Fact]
    public async Task A_schedules_recipients_count_like_the_usual_list_so_that_a_report_about_one_of_them_still_goes_on()
    {
        using var workspace = await Workspace("d.sl@rosewood.example", new ReportRouteConfig(Role.SafeguardingLead, ["h.teach@rosewood.example"], Instead: false), new ReportRouteConfig(Role.HeadTeacher, ["chair@rosewood.example"], Instead: false));
        IReadOnlyList<string> Of(string to, RoleSet about) => ReportRecipients.OfSchedule([to], ReportRecipientGroup.Slt, about, workspace.Context("x"));

        Of("d.sl@rosewood.example", RoleSet.Of(Role.SafeguardingLead)).ShouldBe(["h.teach@rosewood.example"]);
        Of("head", RoleSet.Of(Role.HeadTeacher)).ShouldBe(["chair@rosewood.example", "h.teach@rosewood.example"]);
        Of("d.puty", RoleSet.None).ShouldBe(["d.puty@rosewood.example"], "not those of policy.json");
        Fault(() => Of("journalist@paper.example", RoleSet.None)).ShouldBe("ReportRecipientNotEntitled");

        // By hand it is refused: who typed it learns that it must not go there.
        Fault(() => ReportRecipients.Of(["d.sl@rosewood.example"], ReportRecipientGroup.Slt, RoleSet.Of(Role.SafeguardingLead), workspace.Context("x"))).ShouldBe("ReportAboutRecipient");
    }

    [Fact]
    public async Task Nobody_of_another_audience_is_entitled_by_their_role()
    {
        using var workspace = await Workspace("h.teach@rosewood.example");
        Fault(() => ReportRecipients.Of(["h.teach"], ReportRecipientGroup.Dsl, RoleSet.None, workspace.Context("x"))).ShouldBe("ReportRecipientNotEntitled");
        Fault(() => ReportRecipients.Of(["d.sl"], ReportRecipientGroup.Slt, RoleSet.None, workspace.Context("x"))).ShouldBe("ReportRecipientNotEntitled");
        ReportRecipients.Of(["d.sl"], ReportRecipientGroup.Dsl, RoleSet.None, workspace.Context("x")).ShouldBe(["d.sl@rosewood.example"]);
    }

    private static async Task<TempWorkspace> Workspace(string slt, params ReportRouteConfig[] routes)
    {
        var workspace = new TempWorkspace(TestConfig.School with { Reports = new ReportsConfig { Recipients = [new ReportRecipientsConfig(ReportRecipientGroup.Slt, slt.Split(' '))], Routes = routes } });
        var people = DemoStaff.People + "d.sl@rosewood.example,Dora Lead,SafeguardingLead,d.sl,,,,\n";
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", people.Replace("\n\n", "\n", StringComparison.Ordinal)) });
        return workspace;
    }

    private static Operator As(string role) => new(role, Person: null, RoleSet.Of(role switch
    {
        "technician" => Role.Technician,
        "head" => Role.HeadTeacher,
        "dsl" => Role.SafeguardingLead,
        "dpo" => Role.DataProtectionOfficer,
        _ => Role.Teacher,
    }));

    private static string Fault(Action action) => Should.Throw<FaultException>(action).Fault.Id;
}
