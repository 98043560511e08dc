using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Graph.Authentication;

/// <summary>What a sign-in lacks and what it has too much, by what the school's configuration uses.</summary>
public sealed class PermissionComparisonTests
{
    private const string Name = "Organization.Read.All";
    private static readonly string[] Changing = ["GroupMember.ReadWrite.All", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup", "Mail.Send"];

    private static PermissionComparison Of(PolicyConfig config, params string[] granted) => new(granted, new UsedOperations(config).Contains);

    private static PolicyConfig School(params TenantSource[] sources) =>
        TestConfig.School with { Tenant = TenantSchool.Config("http://127.0.0.1:1") with { Sources = sources } };

    private static PolicyConfig WithGroup(PolicyConfig config, bool timeBound) => config with
    {
        Enforcement = new EnforcementConfig
        {
            Targets = [new EnforcementTargetConfig("exempt", EnforcementTargetKind.Group) { Format = EnforcementFormat.EntraId, GroupId = Guid.NewGuid(), TimeBound = timeBound }],
        },
    };

    [Fact]
    public void A_broader_permission_that_a_used_command_lives_by_is_neither_missing_anything_nor_too_many()
    {
        var compared = Of(School(TenantSource.People), "directory.read.all", "openid", "User.Read");
        compared.Missing.ShouldBeEmpty();
        compared.Unneeded.ShouldBeEmpty();
    }

    [Fact]
    public void A_broader_permission_beside_those_that_are_enough_is_too_many() =>
        Of(School(TenantSource.People), "User.Read.All", "GroupMember.Read.All", Name, "Directory.Read.All").Unneeded.ShouldBe(["Directory.Read.All"]);

    [Fact]
    public void What_only_unused_commands_need_is_too_many()
    {
        Of(School(TenantSource.SignIns), ["AuditLog.Read.All", Name, .. Changing]).Unneeded.ShouldBe(Changing);

        var used = WithGroup(School(TenantSource.SignIns), timeBound: true);
        used = used with { Tenant = used.Tenant! with { SenderMailbox = "reports@rosewood.example" } };
        Of(used, ["AuditLog.Read.All", Name, "User.Read.All", .. Changing]).ShouldSatisfyAllConditions(c => c.Unneeded.ShouldBeEmpty(), c => c.Missing.ShouldBeEmpty());
    }

    [Fact]
    public void A_group_in_the_tenant_needs_the_people_of_the_directory_though_they_are_no_source()
    {
        var missing = Of(WithGroup(School(TenantSource.SignIns), timeBound: false), "AuditLog.Read.All", Name).Missing;
        missing.Select(static m => m.Split(',')[0]).ShouldBe(["User.Read.All", "GroupMember.Read.All", "GroupMember.ReadWrite.All"]);
    }

    [Fact]
    public void Only_what_the_configured_sources_need_is_missing()
    {
        Of(School(TenantSource.Devices), Name).Missing.ShouldBe(["DeviceManagementManagedDevices.Read.All, for Sync-PolicyTenant -Source Devices"]);
        Of(School(TenantSource.DirectoryAudits), Name).Missing.ShouldHaveSingleItem().ShouldBe("AuditLog.Read.All, for Sync-PolicyTenant -Source DirectoryAudits");
        Of(School(), Name).Missing.ShouldBe(
        [
            "User.Read.All, for Sync-PolicyTenant -Source People",
            "GroupMember.Read.All, for Sync-PolicyTenant -Source People",
            "DeviceManagementManagedDevices.Read.All, for Sync-PolicyTenant -Source Devices",
            "AuditLog.Read.All, for Sync-PolicyTenant -Source SignIns, Sync-PolicyTenant -Source NonInteractiveSignIns",
            "ExchangeMessageTrace.Read.All, for Sync-PolicyTenant -Source MessageTraces",
            "MailboxSettings.Read, for Sync-PolicyTenant -Source InboxRules",
        ]);
    }
}
