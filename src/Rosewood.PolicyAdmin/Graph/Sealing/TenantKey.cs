using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Graph.Sealing;

/// <summary>
/// The key of what was fetched from the tenant: an owner-only file outside the store, so that a copy of the store or of the slices alone
/// tells nothing.
/// </summary>
internal static class TenantKey
{
    /// <summary>The key; made where there is none and nothing was sealed yet.</summary>
    /// <param name="path">The key's file.</param>
    /// <param name="sealedFolder">The folder of sealed files.</param>
    /// <exception cref="FaultException"><c>TenantKeyMissing</c>, <c>TenantKeyDamaged</c>, <c>TenantKeyOpenToOthers</c>.</exception>
    public static byte[] GetOrCreate(string path, string sealedFolder)
    {
        if (!PrivateFiles.IsThere(path))
        {
            if (Directory.Exists(sealedFolder) && Directory.EnumerateFiles(sealedFolder, "*" + Slices.TenantSlices.FileEnd, SearchOption.AllDirectories).Any())
            {
                throw TenantFaults.KeyMissing(path).ToException();
            }

            File(path).Make();
        }

        return Get(path);
    }

    /// <summary>The key that is there.</summary>
    /// <exception cref="FaultException"><c>TenantKeyMissing</c>, <c>TenantKeyDamaged</c>, <c>TenantKeyOpenToOthers</c>.</exception>
    public static byte[] Get(string path) => File(path).Read() ?? throw TenantFaults.KeyMissing(path).ToException();

    private static PrivateKeyFile File(string path) => new(path, SealFormat.KeySize, () => TenantFaults.KeyOpenToOthers(path), () => TenantFaults.KeyDamaged(path));
}
