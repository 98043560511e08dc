using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>Asks the person at PowerShell's host for a line. On the pipeline thread only.</summary>
internal static class HostQuestion
{
    /// <summary>The answer; null where the host can ask nobody.</summary>
    public static string? Ask(PSCmdlet cmdlet, string question, bool isSecret)
    {
        if (cmdlet.Host?.UI is not { } ui)
        {
            return null;
        }

        try
        {
            ui.Write($"{question}: ");
            return isSecret ? new NetworkCredential("", ui.ReadLineAsSecureString()).Password : ui.ReadLine();
        }
        catch (Exception e) when (e is HostException or PSInvalidOperationException or NotImplementedException)
        {
            // -NonInteractive, or a host that asks nobody: such hosts throw exactly this.
            return null;
        }
    }
}
