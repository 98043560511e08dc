using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Principal;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Whether a person is behind a process on Windows, by its session and its token.</summary>
internal static class WindowsSession
{
    private const string LocalSystem = "S-1-5-18";

    /// <summary>Batch (a scheduled task) and service.</summary>
    private static readonly string[] MachineLogons = ["S-1-5-3", "S-1-5-6"];

    /// <summary>Network (also PowerShell remoting), interactive, remote desktop.</summary>
    private static readonly string[] PersonLogons = ["S-1-5-2", "S-1-5-4", "S-1-5-14"];

    /// <summary>Whether this process is a service or a scheduled task in the session of services.</summary>
    [SupportedOSPlatform("windows")]
    public static bool IsUnattended()
    {
        using var process = Process.GetCurrentProcess();
        using var identity = WindowsIdentity.GetCurrent();
        var groups = identity.Groups?.OfType<SecurityIdentifier>().Select(static g => g.Value) ?? [];
        return IsUnattended(process.SessionId, identity.User?.Value, [.. groups]);
    }

    /// <summary>The same of a token's facts.</summary>
    /// <param name="session">The session; services run in 0.</param>
    /// <param name="user">The user's SID.</param>
    /// <param name="groups">The SIDs of the token's groups, of which some tell how it was logged on.</param>
    internal static bool IsUnattended(int session, string? user, IReadOnlyList<string> groups) =>
        session == 0
        && !PersonLogons.Any(groups.Contains)
        && (string.Equals(user, LocalSystem, StringComparison.Ordinal) || MachineLogons.Any(groups.Contains));
}
