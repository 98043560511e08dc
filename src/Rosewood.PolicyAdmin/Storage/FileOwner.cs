using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Principal;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Whose a file is, for which .NET has no call on Linux.</summary>
internal static partial class FileOwner
{
    /// <summary>Relative paths count from the current folder.</summary>
    private const int CurrentFolder = -100;

    private const uint WantsOwner = 0x8;
    private const int OwnerAt = 20;
    private const int BufferSize = 256;

    /// <summary>Whether the account by which the system judges this thread's access to files is the file's owner; false where that can't be known.</summary>
    public static bool IsThisAccount(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return IsThisWindowsAccount(path);
        }

        return OperatingSystem.IsLinux() && UserOf(path) is { } owner && owner == FileSystemUser();
    }

    /// <summary>The number of the account that owns a file; null where it can't be read.</summary>
    [SupportedOSPlatform("linux")]
    public static uint? UserOf(string path)
    {
        // struct statx: mask, block size, attributes, links, then the owner; the same on every architecture.
        var facts = new byte[BufferSize];
        return Statx(CurrentFolder, path, flags: 0, WantsOwner, facts) == 0 && (BitConverter.ToUInt32(facts, 0) & WantsOwner) != 0
            ? BitConverter.ToUInt32(facts, OwnerAt)
            : null;
    }

    /// <summary>The SID of a file's owner.</summary>
    [SupportedOSPlatform("windows")]
    public static string? SidOf(string path) => new FileInfo(path).GetAccessControl().GetOwner(typeof(SecurityIdentifier))?.Value;

    [SupportedOSPlatform("windows")]
    private static bool IsThisWindowsAccount(string path)
    {
        // What an administrator makes belongs to the group; the system's token has that group too.
        using var identity = WindowsIdentity.GetCurrent();
        var owner = SidOf(path);
        return string.Equals(owner, identity.User?.Value, StringComparison.Ordinal)
            || (new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, domainSid: null) is var administrators
                && string.Equals(owner, administrators.Value, StringComparison.Ordinal)
                && identity.Groups?.Contains(administrators) == true);
    }

    /// <summary>The user with which the kernel checks access to files: the effective one, unless a thread gave it up.</summary>
    private static uint? FileSystemUser()
    {
        var line = File.ReadLines("/proc/thread-self/status").FirstOrDefault(static l => l.StartsWith("Uid:", StringComparison.Ordinal));
        return line?.Split('\t') is { Length: > 4 } users && uint.TryParse(users[4], CultureInfo.InvariantCulture, out var user) ? user : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] facts);
}
