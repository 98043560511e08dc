using System.Runtime.InteropServices;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Gives files to a system group, for which .NET has no call.</summary>
internal static partial class UnixGroup
{
    /// <summary>Leaves the owner as it is.</summary>
    private const uint SameOwner = uint.MaxValue;

    /// <summary>Gives a file or folder to a group.</summary>
    /// <exception cref="FaultException"><c>GroupNotFound</c>, <c>GroupNotGiven</c>.</exception>
    public static void Give(string path, string group)
    {
        // struct group: name, password, then gid, each pointer-sized up to there on Linux and macOS.
        var entry = GetGroupEntry(group);
        if (entry == 0)
        {
            throw new Fault("GroupNotFound", FaultKind.NotFound, group, $"This system has no group '{PlainText.Shorten(group)}'. Correct readerGroup in policy.json: the group that the target's program runs as, such as proxy for Debian's Squid.").ToException();
        }

        var id = (uint)Marshal.ReadInt32(entry, 2 * nint.Size);
        if (ChangeOwner(path, SameOwner, id) != 0)
        {
            throw new Fault("GroupNotGiven", FaultKind.NotAuthorised, path, $"The file could not be given to the group '{group}'. Run the command as root, or as a member of that group.").ToException();
        }
    }

    [LibraryImport("libc", EntryPoint = "getgrnam", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetGroupEntry(string name);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}
