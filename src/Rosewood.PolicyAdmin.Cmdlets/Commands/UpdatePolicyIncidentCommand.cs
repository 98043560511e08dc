using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records what is new about incidents.</summary>
[Cmdlet(VerbsData.Update, "PolicyIncident", SupportsShouldProcess = true)]
[OutputType(typeof(PolicyIncident))]
public sealed class UpdatePolicyIncidentCommand : PolicyCmdlet<UpdatePolicyIncident>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncidentCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Status"/>
    [Parameter]
    public IncidentStatus? Status { get => Request.Status; set => Request.Status = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Outcome"/>
    [Parameter]
    public IncidentOutcome? Outcome { get => Request.Outcome; set => Request.Outcome = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Type"/>
    [Parameter]
    public IncidentType? Type { get => Request.Type; set => Request.Type = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Severity"/>
    [Parameter]
    public IncidentSeverity? Severity { get => Request.Severity; set => Request.Severity = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Misuse"/>
    [Parameter]
    public MisuseKind? Misuse { get => Request.Misuse; set => Request.Misuse = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Nature"/>
    [Parameter]
    public MisuseNature? Nature { get => Request.Nature; set => Request.Nature = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.User"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.UpdatePolicyIncident.Reason"/>
    [Parameter(Mandatory = true)]
    public string Reason { get => Request.Reason; set => Request.Reason = value; }
}
