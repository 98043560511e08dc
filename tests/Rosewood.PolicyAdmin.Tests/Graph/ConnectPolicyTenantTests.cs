using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Graph;

public sealed class ConnectPolicyTenantTests
{
    [Fact]
    public async Task The_connection_is_tested_and_stands_in_the_audit_trail()
    {
        await using var school = await TenantSchool.StartAsync();

        var connection = (await school.RunAsync(new ConnectPolicyTenant())).Of<TenantConnection>().Single();

        connection.TenantId.ShouldBe(school.Tenant.Options.TenantId);
        connection.Tenant.ShouldNotBeNullOrWhiteSpace();
        school.Tenant.Requests.All.ShouldHaveSingleItem().Path.ShouldBe("/v1.0/organization");
        school.Temp.Store.Audit.Read().Last().Command.ShouldBe("Connect-PolicyTenant");
    }

    [Fact]
    public async Task One_that_may_not_read_the_tenants_name_is_connected_all_the_same()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { Consented = ["AuditLog.Read.All"] });
        (await school.RunAsync(new ConnectPolicyTenant())).Of<TenantConnection>().Single().Tenant.ShouldBe(school.Tenant.Options.TenantId);
    }

    [Fact]
    public async Task What_is_declined_sends_nothing()
    {
        await using var school = await TenantSchool.StartAsync();
        (await school.RunAsync(new ConnectPolicyTenant(), new RecordingSink { Agrees = false })).Outputs.ShouldBeEmpty();
        school.Tenant.Requests.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_tenant_in_the_configuration_each_command_says_where_to_write_it()
    {
        using var workspace = new TempWorkspace();
        (await workspace.FaultOfAsync(new ConnectPolicyTenant())).Id.ShouldBe("TenantNotConfigured");
        (await workspace.FaultOfAsync(new SyncPolicyTenant())).Message.ShouldContain("docs/graph.md");
    }

    [Fact]
    public async Task A_certificate_that_others_may_read_connects_to_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Path.GetTempFileName();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var tenant = new TenantConfig { TenantId = "rosewood.example", ClientId = Guid.NewGuid(), Authentication = TenantAuthentication.Certificate, CertificatePath = path };
        using var workspace = new TempWorkspace(TestConfig.School with { Tenant = tenant });

        (await workspace.FaultOfAsync(new ConnectPolicyTenant())).Id.ShouldBe("TenantCertificateOpenToOthers");
        File.Delete(path);
    }

    [Fact]
    public async Task Forgetting_a_sign_in_that_is_not_kept_says_so()
    {
        await using var school = await TenantSchool.StartAsync();
        (await school.RunAsync(new DisconnectPolicyTenant())).Warnings.ShouldHaveSingleItem().ShouldContain("No sign-in is kept");
    }

    [Fact]
    public async Task Forgetting_a_sign_in_removes_the_accounts_file()
    {
        await using var school = await TenantSchool.StartAsync();
        Directory.CreateDirectory(school.Paths.Folder);
        await File.WriteAllTextAsync(school.Paths.Account, "{}");

        await school.RunAsync(new DisconnectPolicyTenant());

        File.Exists(school.Paths.Account).ShouldBeFalse();
        school.Temp.Store.Audit.Read().Last().Command.ShouldBe("Disconnect-PolicyTenant");
    }
}
