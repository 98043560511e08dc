using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>
/// Brings the snapshots of all live targets up to date. Asked at every command that opens the store, also one that changes nothing: so
/// what a killed command left undone is done by the next.
/// </summary>
internal static class SnapshotRefresh
{
    /// <summary>Writes what is not current. A target that was not published to yet is left alone.</summary>
    /// <param name="context">The command.</param>
    /// <param name="report">Is told what could not be written.</param>
    public static void Run(CommandContext context, Action<Fault> report)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(report);
        if (!AccessSnapshot.LiveTargets(context.Config).Any())
        {
            return;
        }

        var current = CurrentPolicy.Of(context);
        foreach (var target in AccessSnapshot.LiveTargets(current.Config))
        {
            if (FaultOf(current, target) is { } fault)
            {
                report(SnapshotFaults.NotWritten(target, fault));
            }
        }
    }

    private static Fault? FaultOf(CommandContext context, EnforcementTargetConfig target)
    {
        try
        {
            if (AccessSnapshot.HasFolder(target) && !AccessSnapshot.IsCurrent(context, target))
            {
                AccessSnapshot.Write(context, target);
            }

            return null;
        }
        catch (FaultException e)
        {
            return e.Fault;
        }
        catch (Exception e) when (CommandFaults.From(e) is { } fault)
        {
            return fault;
        }
    }
}
