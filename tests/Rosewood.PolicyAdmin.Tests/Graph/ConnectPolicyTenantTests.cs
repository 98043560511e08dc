using System.Diagnostics;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Storage;
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

    [Theory]
    [InlineData("11111111-2222-3333-4444-555555555555", "ManagedIdentity 11111111-2222-3333-4444-555555555555")]
    [InlineData("99999999-2222-3333-4444-555555555555", "TenantWrong 99999999-2222-3333-4444-555555555555")]
    public async Task The_machines_own_identity_signs_in_and_one_of_another_tenant_is_told(string configured, string told)
    {
        // A machine's identity belongs to whichever tenant the machine does, so the wrong one comes about easily. Its service's address is
        // an environment variable, and so of a whole process.
        await using var school = await TenantSchool.StartAsync();
        var start = ChildProgram.StartInfo("connect", school.Folder, school.Tenant.BaseUrl, configured);
        start.Environment["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = school.Tenant.BaseUrl;

        using var child = Process.Start(start)!;
        (await child.StandardOutput.ReadToEndAsync()).Trim().ShouldBe(told);
        await child.WaitForExitAsync();

        child.ExitCode.ShouldBe(0);
        school.Tenant.Requests.To("/identity/oauth2/token").ShouldNotBeEmpty();
        school.Temp.Store.Audit.Read().Count(r => r.Command.Equals("Connect-PolicyTenant", StringComparison.Ordinal)).ShouldBe(told.StartsWith("TenantWrong", StringComparison.Ordinal) ? 0 : 1);
    }

    /// <summary>The child's work: connects with the machine's identity, and tells the mode and the tenant, or the fault and its target.</summary>
    internal static void RunChild(string folder, string address, string tenantId)
    {
        var paths = new WorkspacePaths(folder);
        var tenant = TenantSchool.Config(address) with { TenantId = tenantId, Authentication = TenantAuthentication.ManagedIdentity, Authority = new Uri("https://login.rosewood.invalid") };
        using var workspace = new PolicyWorkspace(paths, TestConfig.School with { Tenant = tenant }, PolicyStore.Open(paths.Store));
        var context = new CommandContext("Connect-PolicyTenant", TempWorkspace.Technician, TimeProvider.System, workspace);
        var sink = new RecordingSink();
        try
        {
            CommandTable.For(typeof(ConnectPolicyTenant)).CreateHandler().HandleAsync(new ConnectPolicyTenant(), context, sink, CancellationToken.None).GetAwaiter().GetResult();
            var connection = sink.Of<TenantConnection>().Single();
            System.Console.Out.WriteLine($"{connection.Authentication} {connection.TenantId}");
        }
        catch (FaultException e)
        {
            System.Console.Out.WriteLine($"{e.Fault.Id} {e.Fault.Target}");
        }
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
