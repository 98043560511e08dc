using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>Faults in PowerShell's form: the fault's id is the error's id, and one table maps its kind.</summary>
internal static class FaultRecords
{
    /// <summary>
    /// The record of a fault. Its exception was never thrown and has no cause, so that <c>Get-Error</c> and <c>Format-List -Force</c> show
    /// no stack trace either; the cause is told under <c>-Verbose</c>.
    /// </summary>
    public static ErrorRecord Create(Fault fault) => new((fault with { Message = VisibleText.Lines(fault.Message) }).ToException(), fault.Id, Category(fault.Kind), fault.Target);

    internal static ErrorCategory Category(FaultKind kind) => kind switch
    {
        FaultKind.NotFound => ErrorCategory.ObjectNotFound,
        FaultKind.Ambiguous => ErrorCategory.InvalidArgument,
        FaultKind.InvalidArgument => ErrorCategory.InvalidArgument,
        FaultKind.NotAuthorised => ErrorCategory.PermissionDenied,
        FaultKind.Unavailable => ErrorCategory.ResourceUnavailable,
        FaultKind.Corrupt => ErrorCategory.InvalidData,
        FaultKind.Conflict => ErrorCategory.ResourceExists,
        _ => ErrorCategory.NotSpecified,
    };
}
