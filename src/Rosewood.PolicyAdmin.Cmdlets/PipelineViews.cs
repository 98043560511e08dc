using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>
/// The module's views (<c>Rosewood.PolicyAdmin.Format.ps1xml</c>), given to PowerShell when a session first runs one of the commands: read at
/// Import-Module they would make it half as slow again, and while a command works they cost nobody's time.
/// </summary>
internal static class PipelineViews
{
    private const string FileName = "Rosewood.PolicyAdmin.Format.ps1xml";
    private static readonly ConditionalWeakTable<Runspace, object> Sessions = [];

    /// <summary>Loads them, once in a session. Where that is not allowed, PowerShell shows what it would show without.</summary>
    public static void Load(PSCmdlet cmdlet)
    {
        if (Runspace.DefaultRunspace is not { } session || !Sessions.TryAdd(session, Sessions))
        {
            return;
        }

        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(PipelineViews).Assembly.Location)!, "..", FileName));
        if (!File.Exists(file))
        {
            return;
        }

        try
        {
            cmdlet.InvokeCommand.InvokeScript("param($path) Update-FormatData -AppendPath $path -WhatIf:$false -Confirm:$false -ErrorAction Stop", useNewScope: true, PipelineResultTypes.None, input: null, file);
        }
        catch (RuntimeException e)
        {
            cmdlet.WriteVerbose($"The module's views could not be loaded: {e.Message}");
        }
    }
}
