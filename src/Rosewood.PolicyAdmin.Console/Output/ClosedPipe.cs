namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Tells a reader that went away (<c>| head</c>) from output that is lost, as on a full disk.</summary>
internal static class ClosedPipe
{
    // EPIPE; ERROR_BROKEN_PIPE and ERROR_NO_DATA as HRESULTs.
    private const int LinuxBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    public static bool Is(IOException error) => error.HResult is LinuxBrokenPipe or WindowsBrokenPipe or WindowsNoData;
}
