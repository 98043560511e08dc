using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The file of a key: for its owner alone, apart from what the key protects, and never overwritten.</summary>
/// <param name="path">The file.</param>
/// <param name="length">The key's length, bytes.</param>
/// <param name="openToOthers">The fault where others may read it.</param>
/// <param name="damaged">The fault where it has another length.</param>
internal sealed class PrivateKeyFile(string path, int length, Func<Fault> openToOthers, Func<Fault> damaged)
{
    /// <summary>The key; null where there is none.</summary>
    /// <exception cref="FaultException">Others may read it, or it is damaged.</exception>
    public byte[]? Read()
    {
        if (!PrivateFiles.IsThere(path))
        {
            return null;
        }

        if (PrivateFiles.IsOpenToOthers(path))
        {
            throw openToOthers().ToException();
        }

        var key = File.ReadAllBytes(path);
        return key.Length == length ? key : throw damaged().ToException();
    }

    /// <summary>Makes a key where there is none. Of two that start at once the first wins; the other takes the first one's key.</summary>
    public void Make()
    {
        PrivateFiles.EnsureFolder(Path.GetDirectoryName(path)!);
        var key = RandomNumberGenerator.GetBytes(length);
        var next = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = PrivateFiles.CreateNew(next))
            {
                PrivateFiles.Fill(file, key);
            }

            // Whole or not at all.
            File.Move(next, path, overwrite: false);
        }
        catch (IOException) when (PrivateFiles.IsThere(path))
        {
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            File.Delete(next);
        }
    }
}
