using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>Faults in PowerShell's form: the fault's id is the error's id, and one table maps its kind.</summary>
internal static class FaultRecords
{
    public static ErrorRecord Create(FaultException error) =>
        new(error, error.Fault.Id, Category(error.Fault.Kind), error.Fault.Target);

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
