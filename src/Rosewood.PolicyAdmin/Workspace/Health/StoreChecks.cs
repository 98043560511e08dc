using System.Globalization;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>The store's file, its audit trail, and the clock as the store shows it.</summary>
internal static class StoreChecks
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    public static HealthCheck Integrity(PolicyStore store)
    {
        var findings = store.CheckIntegrity();
        return findings.Count == 0
            ? HealthCheck.Good("Store", "Every page of store.db is sound.")
            : HealthCheck.Bad("Store", $"store.db is damaged: {findings[0]}.", "Keep the file, restore store.db from the last backup, then import the logs again: nothing is counted twice.");
    }

    public static HealthCheck AuditTrail(PolicyStore store)
    {
        const string Name = "Audit trail";
        var proof = AuditVerifier.Verify(store, expectedHead: null);
        if (!proof.Intact)
        {
            return HealthCheck.Bad(Name, proof.Explanation, "Run Test-PolicyAudit with the head printed in the last report, and tell the data protection officer.");
        }

        return store.Audit.IsGuarded()
            ? HealthCheck.Good(Name, proof.Explanation)
            : HealthCheck.Bad(Name, proof.Explanation, "Somebody has worked on store.db with another program. Compare it with a backup, and run Test-PolicyAudit with the head printed in the last report.");
    }

    public static HealthCheck Clock(PolicyStore store, DateTimeOffset now)
    {
        const string Name = "Clock";
        var latest = store.Audit.LatestAt();
        return latest > now + ClockTolerance
            ? HealthCheck.Bad(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"The audit trail has an entry from {latest:yyyy-MM-dd HH:mm} UTC, which this machine's clock says is still to come ({now.UtcDateTime:yyyy-MM-dd HH:mm} UTC)."),
                "Set the machine's clock, or let it follow a time server. Grants begin and end by it.")
            : HealthCheck.Good(Name, "No entry is from the future.");
    }

    public static HealthCheck Inventory(PolicyStore store, DateTimeOffset now)
    {
        const string Name = "Inventory";
        var devices = store.Devices.Load().All(now.UtcTicks).Count;
        return devices == 0
            ? HealthCheck.Weak(Name, "No device is in the inventory: devices are told apart by their network alone.", "Import-PolicyDevice -Path devices.csv")
            : HealthCheck.Good(Name, string.Create(CultureInfo.InvariantCulture, $"{devices} devices."));
    }
}
