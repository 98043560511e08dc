using System.Security.Cryptography;
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

            Create(path);
        }

        return Get(path);
    }

    /// <summary>The key that is there.</summary>
    /// <exception cref="FaultException"><c>TenantKeyMissing</c>, <c>TenantKeyDamaged</c>, <c>TenantKeyOpenToOthers</c>.</exception>
    public static byte[] Get(string path)
    {
        if (!PrivateFiles.IsThere(path))
        {
            throw TenantFaults.KeyMissing(path).ToException();
        }

        if (PrivateFiles.IsOpenToOthers(path))
        {
            throw TenantFaults.KeyOpenToOthers(path).ToException();
        }

        var key = File.ReadAllBytes(path);
        return key.Length == SealFormat.KeySize ? key : throw TenantFaults.KeyDamaged(path).ToException();
    }

    private static void Create(string path)
    {
        PrivateFiles.EnsureFolder(Path.GetDirectoryName(path)!);
        var key = RandomNumberGenerator.GetBytes(SealFormat.KeySize);
        var next = $"{path}.{Guid.NewGuid():N}{SealedWriter.StagedEnd}";
        try
        {
            using (var file = PrivateFiles.CreateNew(next))
            {
                PrivateFiles.Fill(file, key);
            }

            // Of two that start at once the first wins; the other takes the first one's key.
            File.Move(next, path, overwrite: false);
        }
        catch (IOException) when (PrivateFiles.IsThere(path))
        {
            File.Delete(next);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
