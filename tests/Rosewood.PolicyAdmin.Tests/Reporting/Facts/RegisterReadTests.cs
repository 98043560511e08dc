using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Facts;

public sealed class RegisterReadTests
{
    [Fact]
    public async Task Every_reading_counts_whatever_its_entry_is_about()
    {
        using var school = await IncidentSchool.OpenAsync();
        var head = school.As("head");
        await school.RunAsync(new GetFamilyContact(), head);
        await school.RunAsync(new GetPolicyIncident(), head);
        await school.RunAsync(new GetPolicyIncident(), head);

        var context = school.Context("x");
        var now = school.Clock.Now;
        RegisterRead.Load(context, context.LoadPeople(), new ReportPeriod("the chosen period", now.AddDays(-1), now.AddDays(1)))
            .Select(static r => (r.Reader, r.Command, r.Count))
            .ShouldBe([("Hana Teach", "Get-PolicyIncident", 2), ("Hana Teach", "Get-FamilyContact", 1)]);
        RegisterRead.Load(context, context.LoadPeople(), new ReportPeriod("the chosen period", now.AddDays(1), now.AddDays(2))).ShouldBeEmpty();
    }
}
