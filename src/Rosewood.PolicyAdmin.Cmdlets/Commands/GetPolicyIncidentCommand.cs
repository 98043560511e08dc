using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows incidents.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyIncident")]
[OutputType(typeof(PolicyIncident))]
[OutputType(typeof(IncidentCount))]
[OutputType(typeof(IncidentHistoryEntry))]
public sealed class GetPolicyIncidentCommand : PolicyCmdlet<GetPolicyIncident>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncident.Id"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncident.User"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncident.Type"/>
    [Parameter]
    public IncidentType[] Type { get => Request.Type; set => Request.Type = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncident.Status"/>
    [Parameter]
    public IncidentStatus[] Status { get => Request.Status; set => Request.Status = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncident.History"/>
    [Parameter]
    public SwitchParameter History { get => Request.History; set => Request.History = value; }
}
