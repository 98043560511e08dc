using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>What can be wrong with the tenant's configuration and with what was fetched from it.</summary>
internal static class TenantFaults
{
    /// <summary>No tenant in the configuration.</summary>
    public static Fault NotConfigured() => new(
        "TenantNotConfigured",
        FaultKind.NotFound,
        "tenant",
        "policy.json names no tenant. Add \"tenant\" with tenantId, clientId and authentication, as docs/graph.md says step by step.");

    /// <summary>A key of the tenant's configuration that a source needs.</summary>
    public static Fault KeyNeeded(string key, string what) => new(
        "TenantKeyNotConfigured",
        FaultKind.InvalidArgument,
        $"tenant.{key}",
        $"{what} needs tenant.{key} in policy.json. docs/graph.md says what to write there.");

    /// <summary>A sealed file that does not open.</summary>
    public static Fault Damaged(string path) => new(
        "TenantFileDamaged",
        FaultKind.Corrupt,
        path,
        "This file of the tenant's records is damaged, was changed, or was sealed with another key. Keep a copy and ask who could write to it; then delete it: Sync-PolicyTenant fetches it anew while the service still has it.");

    /// <summary>Sealed files without their key.</summary>
    public static Fault KeyMissing(string path) => new(
        "TenantKeyMissing",
        FaultKind.NotFound,
        path,
        "The key of the tenant's records is not there, so they can't be opened. Restore the file from the backup. Where it is lost for good, delete the workspace's 'tenant' folder and run Sync-PolicyTenant: it fetches what the service still has.");

    /// <summary>A key that is none.</summary>
    public static Fault KeyDamaged(string path) => new(
        "TenantKeyDamaged",
        FaultKind.Corrupt,
        path,
        "The key of the tenant's records is damaged: it is not 32 bytes long. Restore the file from the backup.");

    /// <summary>A key that others may read.</summary>
    public static Fault KeyOpenToOthers(string path) => new(
        "TenantKeyOpenToOthers",
        FaultKind.Conflict,
        path,
        "Others than its owner may read the key of the tenant's records. Give the file to the workspace's account alone (chmod 600), and find out who read it.");

    /// <summary>Nothing was fetched yet.</summary>
    public static Fault NeverSynchronised(string what, TenantSource source) => new(
        "TenantNotSynchronised",
        FaultKind.NotFound,
        source.ToString(),
        $"{what} were never fetched from the tenant. Run Sync-PolicyTenant -Source {source} first.");

    /// <summary>Another synchronisation runs.</summary>
    public static Fault SyncRunning(string path) => new(
        "TenantSyncRunning",
        FaultKind.Conflict,
        path,
        "Another Sync-PolicyTenant is running in this workspace. Nothing was fetched; run the command again when that one has ended.");

    /// <summary>A staff group without members.</summary>
    public static Fault StaffGroupEmpty(Guid group) => new(
        "TenantStaffGroupEmpty",
        FaultKind.Conflict,
        group.ToString(),
        "The staff group (tenant.staffGroup) has no member that the app may see, so nobody was taken over and the last picture stays. Check the group's id, and that its membership is not hidden.");

    /// <summary>A mode of signing in that needs a person, without one.</summary>
    public static Fault NeedsPerson() => new(
        "TenantSignInNeedsPerson",
        FaultKind.NotAuthorised,
        "tenant.authentication",
        "This command runs without a person, and tenant.authentication needs one. For timers use Certificate or ManagedIdentity.");

    /// <summary>A token of another tenant.</summary>
    public static Fault OtherTenant(string configured, string actual) => new(
        "TenantWrong",
        FaultKind.Conflict,
        configured,
        $"The sign-in led to the tenant {PlainText.Shorten(PlainText.Clean(actual))}, not to the one in policy.json. Sign in with an account of the school's own tenant, or correct tenant.tenantId.");

    /// <summary>A certificate that is not there.</summary>
    public static Fault CertificateMissing(string target) => new(
        "TenantCertificateMissing",
        FaultKind.NotFound,
        target,
        "The app's certificate is not there. Correct tenant.certificatePath or tenant.certificateThumbprint, or put the certificate into its place; this account must be able to read its key.");

    /// <summary>A certificate's file that others may read.</summary>
    public static Fault CertificateOpenToOthers(string path) => new(
        "TenantCertificateOpenToOthers",
        FaultKind.Conflict,
        path,
        "Others than its owner may read the app's certificate and its key: whoever has it can act as the app. Give the file to this account alone (chmod 600). Where somebody may have read it, make a new certificate and remove the old one from the app registration.");

    /// <summary>A file that holds no usable certificate.</summary>
    public static Fault CertificateUnreadable(string path) => new(
        "TenantCertificateUnreadable",
        FaultKind.Corrupt,
        path,
        "This file holds no certificate with its private key, or is protected by a password. Write a PEM file with both, or a PFX without a password: policy.json can't hold one, the file's permissions protect it.");

    /// <summary>A certificate out of its time.</summary>
    public static Fault CertificateExpired(string target, DateTime notBefore, DateTime notAfter) => new(
        "TenantCertificateExpired",
        FaultKind.Conflict,
        target,
        string.Create(CultureInfo.InvariantCulture, $"The app's certificate counts from {notBefore:yyyy-MM-dd} to {notAfter:yyyy-MM-dd} only. Make a new one, upload it to the app registration (Certificates & secrets), and name it in policy.json."));
}
