using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

public sealed class TenantChecksTests
{
    private static HealthCheck Check(TenantSchool school) =>
        TenantChecks.Freshness(new Rosewood.PolicyAdmin.Commands.CommandContext("Test-PolicyWorkspace", TempWorkspace.Technician, school.Clock, school.Temp.Workspace));

    [Fact]
    public async Task The_age_of_the_oldest_source_counts()
    {
        await using var school = await TenantSchool.StartAsync(sources: [TenantSource.MessageTraces, TenantSource.DirectoryAudits]);
        Check(school).ShouldSatisfyAllConditions(c => c.Status.ToString().ShouldBe("Amber"), c => c.Detail.ShouldContain("Never fetched: MessageTraces, DirectoryAudits"));

        await school.RunAsync(new SyncPolicyTenant());
        Check(school).Status.ToString().ShouldBe("Green");

        school.Clock.Now = TenantSchool.Start.AddDays(9);
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.DirectoryAudits] });
        Check(school).ShouldSatisfyAllConditions(c => c.Status.ToString().ShouldBe("Amber"), c => c.Detail.ShouldContain("MessageTraces"));
    }

    [Fact]
    public void A_school_without_a_tenant_lacks_nothing()
    {
        using var workspace = new TempWorkspace();
        TenantChecks.Freshness(workspace.Context("Test-PolicyWorkspace")).Status.ToString().ShouldBe("Green");
    }
}
