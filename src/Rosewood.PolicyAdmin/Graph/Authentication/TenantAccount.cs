using Azure.Identity;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>
/// Who signed in, as an owner-only file of the workspace: a name and ids, by which the next command finds the account's tokens in the
/// system's protected store. It holds no secret.
/// </summary>
internal static class TenantAccount
{
    /// <summary>The account, or null: nobody signed in, or the file is of another version.</summary>
    public static AuthenticationRecord? Load(TenantPaths paths)
    {
        if (!PrivateFiles.IsThere(paths.Account))
        {
            return null;
        }

        try
        {
            using var file = new MemoryStream(File.ReadAllBytes(paths.Account));
            return AuthenticationRecord.Deserialize(file);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps the account.</summary>
    public static void Save(TenantPaths paths, AuthenticationRecord account)
    {
        PrivateFiles.EnsureFolder(paths.Folder);
        using var text = new MemoryStream();
        account.Serialize(text);
        PrivateFiles.WriteWhole(paths.Account, text.ToArray());
    }

    /// <summary>Forgets the account.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Forget(TenantPaths paths)
    {
        if (!PrivateFiles.IsThere(paths.Account))
        {
            return false;
        }

        File.Delete(paths.Account);
        return true;
    }
}
