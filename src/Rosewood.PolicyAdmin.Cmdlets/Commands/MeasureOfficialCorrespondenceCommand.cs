using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="MeasureOfficialCorrespondence"/>
[Cmdlet(VerbsDiagnostic.Measure, "OfficialCorrespondence")]
[OutputType(typeof(OfficialCorrespondence))]
public sealed class MeasureOfficialCorrespondenceCommand : PolicyCmdlet<MeasureOfficialCorrespondence>
{
    /// <inheritdoc cref="MeasureOfficialCorrespondence.MessageTrace"/>
    [Parameter(Position = 0)]
    public string[] MessageTrace { get => Request.MessageTrace; set => Request.MessageTrace = value; }

    /// <inheritdoc cref="MeasureOfficialCorrespondence.MessageHeader"/>
    [Parameter]
    public string[] MessageHeader { get => Request.MessageHeader; set => Request.MessageHeader = value; }

    /// <inheritdoc cref="MeasureOfficialCorrespondence.FromTenant"/>
    [Parameter]
    public SwitchParameter FromTenant { get => Request.FromTenant; set => Request.FromTenant = value; }

    /// <inheritdoc cref="MeasureOfficialCorrespondence.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="MeasureOfficialCorrespondence.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }
}
