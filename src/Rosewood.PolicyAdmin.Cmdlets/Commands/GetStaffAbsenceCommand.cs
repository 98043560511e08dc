using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.SignIns.Absences;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Which absences are recorded.</summary>
[Cmdlet(VerbsCommon.Get, "StaffAbsence")]
[OutputType(typeof(StaffAbsence))]
public sealed class GetStaffAbsenceCommand : PolicyCmdlet<GetStaffAbsence>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.SignIns.Absences.GetStaffAbsence.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }
}
