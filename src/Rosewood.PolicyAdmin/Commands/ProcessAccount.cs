using System.Globalization;
using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// The account that a person signed in with. Under sudo that is the login uid, which the kernel keeps through changes of user;
/// no environment variable and no parameter can alter it.
/// </summary>
internal static partial class ProcessAccount
{
    /// <summary>"Not set", as in containers and services without a login session.</summary>
    private const uint NoLogin = uint.MaxValue;

    /// <summary>The account's name, such as <c>it.tech</c> or <c>ROSEWOOD\it.tech</c>.</summary>
    public static string Name()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.UserDomainName + "\\" + Environment.UserName;
        }

        var uid = LoginUid() ?? RealUid();
        return NameOf(uid) ?? uid.ToString(CultureInfo.InvariantCulture);
    }

    private static uint? LoginUid()
    {
        try
        {
            return uint.TryParse(File.ReadAllText("/proc/self/loginuid"), CultureInfo.InvariantCulture, out var uid) && uid != NoLogin ? uid : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? NameOf(uint uid)
    {
        // struct passwd begins with pw_name on Linux and macOS.
        var entry = GetPasswordEntry(uid);
        return entry == 0 ? null : Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(entry));
    }

    [LibraryImport("libc", EntryPoint = "getuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint RealUid();

    [LibraryImport("libc", EntryPoint = "getpwuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetPasswordEntry(uint uid);
}
