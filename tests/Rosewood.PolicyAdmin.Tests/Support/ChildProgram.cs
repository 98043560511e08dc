using Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Tests.Governance.Retention;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>What a test starts as a process of its own, to kill it.</summary>
internal static class ChildProgram
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["import", var folder, var log]:
                ImportCrashTests.RunChild(folder, log);
                return 0;
            case ["publish", var folder]:
                PublishCrashTests.RunChild(folder);
                return 0;
            case ["sync", var folder, var address]:
                SyncCrashTests.RunChild(folder, address);
                return 0;
            case ["retention", var folder]:
                RetentionCrashTests.RunChild(folder);
                return 0;
            case ["connect", var folder, var address, var tenantId]:
                ConnectPolicyTenantTests.RunChild(folder, address, tenantId);
                return 0;
            case ["loaded", .. var words]:
                LoadTests.RunChild(words);
                return 0;
            default:
                return 2;
        }
    }
}
