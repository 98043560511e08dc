using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Tests.Safeguarding;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance;

public sealed class IncidentControlsTests
{
    private static readonly string[] Registered = ["LOG-2", "SAF-3", "CON-1", "MIS-1", "MIS-2", "MIS-3", "DIS-1", "RES-1", "RES-2", "RES-3"];

    [Fact]
    public async Task Registers_count_where_somebody_is_there_to_answer_and_say_what_they_hold()
    {
        using var school = await IncidentSchool.OpenAsync();
        await school.RunAsync(new NewPolicyIncident { Type = IncidentType.LoginMisuse, Summary = "Seen at a colleague's desk" }, school.As("head"));
        var controls = Read(school);
        foreach (var clause in Registered)
        {
            controls[clause].Status.ShouldBe(ControlStatus.Recorded, clause);
        }

        controls["LOG-2"].ShouldSatisfyAllConditions(c => c.Evidence.ShouldContain("1 incident recorded"), c => c.EvidenceAt.ShouldBe(school.Clock.Now));
        controls["RES-3"].ShouldSatisfyAllConditions(c => c.Evidence.ShouldContain("0 incidents recorded"), c => c.EvidenceAt.ShouldBeNull());
        controls["MIS-3"].Evidence.ShouldContain("1 is not closed");
    }

    [Fact]
    public async Task Where_the_roster_has_nobody_left_to_answer_nothing_is_covered()
    {
        using var school = await IncidentSchool.OpenAsync(people: "UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate\n"
            + "h.teach@rosewood.example,Hana Teach,HeadTeacher,h.teach,,,,\nr.safe@rosewood.example,Ruth Safe,SafeguardingLead,r.safe,,,,2026-12-01\n");
        Read(school)["RES-1"].Status.ShouldBe(ControlStatus.Recorded);
        school.Clock.Now = school.Clock.Now.AddDays(30);
        Read(school)["RES-1"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("No safeguarding lead"));
        Read(school)["RES-2"].Status.ShouldBe(ControlStatus.Recorded);
    }

    [Fact]
    public async Task Concerns_are_recorded_while_a_leads_key_is_in_use_and_no_longer()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        Read(school.Workspace)["SAF-1"].Status.ShouldBe(ControlStatus.NotCovered);
        await school.MakeKeyAsync("r.safe", "lead.key");
        await school.ReportAsync();
        Read(school.Workspace)["SAF-1"].ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(ControlStatus.Recorded),
            c => c.Evidence.ShouldContain("1 concern reported"),
            c => c.Evidence.ShouldContain("No escrow key is in use"));
        Read(school.Workspace)["SAF-2"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.Recorded), c => c.Evidence.ShouldContain("1 concern reported"));

        // For whoever may not know how many there are, or when the last was.
        var context = school.Workspace.Context("New-PolicyComplianceReport");
        var keptAt = school.Workspace.Clock.Now;
        school.Workspace.Clock.Now = keptAt.AddHours(1);
        await school.ReportAsync();
        var uncounted = ControlReader.Read(context, AuditVerifier.Verify(school.Workspace.Store, null), countsConcerns: false).ToDictionary(c => c.Clause, StringComparer.Ordinal);
        uncounted["SAF-1"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.Recorded), c => c.Evidence.ShouldNotContain("reported:"), c => c.Evidence.ShouldNotContain("concerns reported"), c => c.EvidenceAt.ShouldBe(keptAt));
        uncounted["SAF-2"].ShouldSatisfyAllConditions(c => c.Evidence.ShouldNotContain("concerns reported"), c => c.EvidenceAt.ShouldBe(keptAt));

        await school.Workspace.RunAsync(new UpdateSafeguardingKey { Retire = ["SK-0001"], Reason = "Lost" }, school.Workspace.As("r.safe"));
        Read(school.Workspace)["SAF-1"].ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("New-SafeguardingKey"));
        Read(school.Workspace)["SAF-2"].Status.ShouldBe(ControlStatus.NotCovered);
    }

    private static Dictionary<string, PolicyControl> Read(TempWorkspace school) =>
        ControlReader.Read(school.Context("Get-PolicyControl")).ToDictionary(c => c.Clause, StringComparer.Ordinal);
}
