using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Incidents;

public sealed class IncidentRouteTests
{
    [Fact]
    public async Task Child_protection_goes_to_the_safeguarding_lead_first_and_to_the_police_where_the_type_demands_it()
    {
        using var school = await IncidentSchool.OpenAsync();
        var grooming = await Route(school, IncidentType.GroomingOrHarassment);
        grooming.Steps[0].ShouldStartWith("Tell Ruth Safe");
        grooming.Police.ShouldBeTrue();
        (await Route(school, IncidentType.Bullying)).Steps.ShouldNotContain(s => s.Contains("police", StringComparison.Ordinal));
        (await Route(school, IncidentType.HarmToReputation)).Steps[0].ShouldStartWith("Tell Hana Teach (head teacher)");
        (await Route(school, IncidentType.InflammatoryPost)).Steps.ShouldContain(s => s.Contains("https://www.cps.gov.uk/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(IncidentType.HarmToReputation)]
    [InlineData(IncidentType.GroomingOrHarassment)]
    public async Task About_the_head_teacher_others_hear_of_it_and_the_head_does_not(IncidentType type)
    {
        using var school = await IncidentSchool.OpenAsync();
        var steps = string.Join('\n', (await Route(school, type, "head")).Steps);
        steps.ShouldNotContain("Hana Teach");
        foreach (var other in new[] { "Cy Chair", "Dee Puty", "Ruth Safe", "LADO" })
        {
            steps.ShouldContain(other);
        }
    }

    [Fact]
    public async Task About_the_safeguarding_lead_the_head_and_the_local_authority_hear_of_it_and_a_deputy_lead_where_there_is_one()
    {
        using var school = await IncidentSchool.OpenAsync();
        var steps = string.Join('\n', (await Route(school, IncidentType.Bullying, "r.safe")).Steps);
        steps.ShouldNotContain("Ruth Safe");
        steps.ShouldContain("No deputy safeguarding lead");
        steps.ShouldContain("Hana Teach");
        steps.ShouldContain("LADO");

        using var two = await IncidentSchool.OpenAsync(people: IncidentSchool.People + "v.ice@rosewood.example,Vi Ice,SafeguardingLead,v.ice,,,,\n");
        (await Route(two, IncidentType.Bullying, "r.safe")).Steps[0].ShouldStartWith("Tell Vi Ice (deputy safeguarding lead)");
    }

    [Fact]
    public async Task Where_everybody_is_concerned_the_route_leads_out_of_the_school()
    {
        using var school = await IncidentSchool.OpenAsync();
        var steps = string.Join('\n', (await Route(school, IncidentType.HarmToReputation, "head", "deputy", "s.lead", "r.safe", "c.hair")).Steps);
        foreach (var name in new[] { "Hana", "Dee", "Sol", "Ruth", "Cy " })
        {
            steps.ShouldNotContain(name);
        }

        steps.ShouldContain("the chair of governors");
        steps.ShouldContain("LADO");
    }

    [Fact]
    public async Task Who_has_left_is_on_no_route()
    {
        using var school = await IncidentSchool.OpenAsync(people: IncidentSchool.People + "o.ld@rosewood.example,Oz Ld,SafeguardingLead,o.ld,,,,2026-11-13\n");
        (await Route(school, IncidentType.Bullying)).Steps[0].ShouldNotContain("Oz Ld");
    }

    [Fact]
    public async Task A_school_adds_people_and_steps_and_raises_the_severity()
    {
        var config = TestConfig.School with
        {
            Incidents = new IncidentsConfig
            {
                DesignatedOfficer = "01632 960900",
                Routes = [new IncidentRouteConfig { Type = IncidentType.UnauthorisedUse, Severity = IncidentSeverity.Serious, Roles = [Role.Governor], People = ["n.obrien@rosewood.example"], Police = true, SafeguardingLead = true, Withhold = true }],
            },
        };
        using var school = await IncidentSchool.OpenAsync(config);
        var route = await Route(school, IncidentType.UnauthorisedUse);
        route.ShouldSatisfyAllConditions(r => r.Severity.ShouldBe(IncidentSeverity.Serious), r => r.Police.ShouldBeTrue(), r => r.AddressesWithheld.ShouldBeTrue());
        var steps = string.Join('\n', route.Steps);
        foreach (var part in new[] { "Cy Chair", "Niamh O'Brien", "Ruth Safe", "Tell the police" })
        {
            steps.ShouldContain(part);
        }

        string.Join('\n', (await Route(school, IncidentType.UnauthorisedUse, "n.obrien")).Steps).ShouldNotContain("Niamh");
        string.Join('\n', (await Route(school, IncidentType.UnauthorisedUse, "head")).Steps).ShouldContain("01632 960900");
    }

    [Fact]
    public async Task Whom_the_school_added_from_outside_its_roster_is_told_by_address_and_who_has_left_is_not()
    {
        var config = TestConfig.School with
        {
            Incidents = new IncidentsConfig { Routes = [new IncidentRouteConfig { Type = IncidentType.UnauthorisedUse, People = ["trust.officer@trust.example", "o.ld@rosewood.example"] }] },
        };
        using var school = await IncidentSchool.OpenAsync(config, IncidentSchool.People + "o.ld@rosewood.example,Oz Ld,Teacher,o.ld,,,,2026-11-13\n");
        var steps = string.Join('\n', (await Route(school, IncidentType.UnauthorisedUse)).Steps);
        steps.ShouldContain("trust.officer@trust.example");
        steps.ShouldNotContain("Oz Ld");
        steps.ShouldNotContain("o.ld@");
    }

    [Fact]
    public async Task Whom_it_is_about_is_not_told_under_another_address_of_the_school_either()
    {
        var config = TestConfig.School with
        {
            Incidents = new IncidentsConfig { Routes = [new IncidentRouteConfig { Type = IncidentType.UnauthorisedUse, People = ["head@rosewood.example", "n.obrien", "trust.officer@trust.example"] }] },
        };
        using var school = await IncidentSchool.OpenAsync(config);
        var about = string.Join('\n', (await Route(school, IncidentType.UnauthorisedUse, "n.obrien")).Steps);
        about.ShouldContain("trust.officer@trust.example");
        about.ShouldNotContain("n.obrien");
        about.ShouldNotContain("Niamh");
        about.ShouldNotContain("head@rosewood.example");
        var other = string.Join('\n', (await Route(school, IncidentType.UnauthorisedUse, "n.brown")).Steps);
        other.ShouldContain("Niamh O'Brien");
    }

    private static async Task<PolicyIncidentRoute> Route(TempWorkspace school, IncidentType type, params string[] about) =>
        (await school.RunAsync(new GetPolicyIncidentRoute { Type = [type], User = about }, school.As("r.safe"))).Of<PolicyIncidentRoute>().Single();
}
