namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// Whether nobody is behind this process: a timer or service started it. The system says so itself; no environment variable and no
/// parameter can. On macOS nothing says so, and a person is assumed.
/// </summary>
internal static class UnattendedSession
{
    /// <summary>Whether this process runs for nobody.</summary>
    public static bool IsThisProcess() =>
        OperatingSystem.IsWindows() ? WindowsSession.IsUnattended() : OperatingSystem.IsLinux() && LinuxSession.IsUnattended("/proc");
}
