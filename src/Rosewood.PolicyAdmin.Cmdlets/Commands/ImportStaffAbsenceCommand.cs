using System.Management.Automation;
using Rosewood.PolicyAdmin.SignIns.Absences;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportStaffAbsence"/>
[Cmdlet(VerbsData.Import, "StaffAbsence", SupportsShouldProcess = true)]
[OutputType(typeof(AbsenceImport))]
public sealed class ImportStaffAbsenceCommand : PolicyCmdlet<ImportStaffAbsence>
{
    /// <inheritdoc cref="ImportStaffAbsence.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ImportStaffAbsence.RemoveMissing"/>
    [Parameter]
    public SwitchParameter RemoveMissing { get => Request.RemoveMissing; set => Request.RemoveMissing = value; }
}
