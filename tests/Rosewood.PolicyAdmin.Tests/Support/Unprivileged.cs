using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>
/// Runs code as an account without rights, for tests of permissions: root passes them all. Linux keeps the file-system user for each thread,
/// so the thread gives it up and the rest of the test run keeps it. Where the tests don't run as root, nothing needs giving up.
/// </summary>
public static partial class Unprivileged
{
    private const uint Nobody = 65534;

    public static void Run(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                if (Environment.IsPrivilegedProcess)
                {
                    _ = SetFileSystemGroup(Nobody);
                    _ = SetFileSystemUser(Nobody);
                    SetFileSystemUser(Nobody).ShouldBe((int)Nobody, "the thread still has root's rights on files");
                }

                action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFileSystemUser(uint user);

    [LibraryImport("libc", EntryPoint = "setfsgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFileSystemGroup(uint group);
}
