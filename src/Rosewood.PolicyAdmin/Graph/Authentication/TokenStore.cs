using System.Security.Cryptography;
using System.Text;
using Azure.Identity;
using Microsoft.Identity.Client.Extensions.Msal;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>
/// The system's protected store of tokens: DPAPI on Windows, the Keychain on macOS, the keyring on Linux. Where a machine has none, tokens
/// live for one command only; they are never written unprotected.
/// </summary>
internal static class TokenStore
{
    private const string Probe = "rosewood-policyadmin-probe";

    /// <summary>A workspace's own part of the store.</summary>
    public static TokenCachePersistenceOptions Of(WorkspacePaths workspace) => new() { Name = Name(workspace), UnsafeAllowUnencryptedStorage = false };

    /// <summary>Whether this machine protects tokens for this account.</summary>
    public static bool IsThere()
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            Open(Probe).VerifyPersistence();
            return true;
        }
        catch (Exception e) when (e is MsalCachePersistenceException or DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Forgets a workspace's tokens on this machine.</summary>
    public static void Clear(WorkspacePaths workspace)
    {
        if (!IsThere())
        {
            return;
        }

        // Azure.Identity keeps two, with and without continuous access evaluation.
        foreach (var end in (string[])[".cae", ".nocae"])
        {
            Open(Name(workspace) + end).SaveUnencryptedTokenCache([]);
        }
    }

    /// <summary>The name by which the store knows a workspace: its folder's digest, since names there are readable.</summary>
    public static string Name(WorkspacePaths workspace) =>
        "rosewood-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workspace.Root)).AsSpan(0, 8));

    /// <summary>Opens a part of the store by the same attributes as Azure.Identity's own.</summary>
    private static MsalCacheHelper Open(string name)
    {
        const string Service = "Microsoft.Developer.IdentityService";
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), ".IdentityService");
        var properties = new StorageCreationPropertiesBuilder(name, folder)
            .WithMacKeyChain(Service, name)
            .WithLinuxKeyring("msal.cache", "default", name, new("MsalClientID", Service), new(Service, "1.0.0.0"))
            .Build();
        return MsalCacheHelper.CreateAsync(properties).GetAwaiter().GetResult();
    }
}
