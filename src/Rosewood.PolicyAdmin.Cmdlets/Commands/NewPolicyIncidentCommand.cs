using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Opens an incident, from hand or from a finding.</summary>
[Cmdlet(VerbsCommon.New, "PolicyIncident", SupportsShouldProcess = true)]
[OutputType(typeof(PolicyIncident))]
public sealed class NewPolicyIncidentCommand : PolicyCmdlet<NewPolicyIncident>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Account", "Person", "UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Type"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public IncidentType? Type { get => Request.Type; set => Request.Type = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Misuse"/>
    [Parameter]
    public MisuseKind? Misuse { get => Request.Misuse; set => Request.Misuse = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Nature"/>
    [Parameter]
    public MisuseNature? Nature { get => Request.Nature; set => Request.Nature = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Severity"/>
    [Parameter]
    public IncidentSeverity? Severity { get => Request.Severity; set => Request.Severity = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Summary"/>
    [Parameter]
    public string? Summary { get => Request.Summary; set => Request.Summary = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Occurred"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Start", "FirstSeen", "When")]
    public TimeInput? Occurred { get => Request.Occurred; set => Request.Occurred = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.OccurredUntil"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("End", "LastSeen")]
    public TimeInput? OccurredUntil { get => Request.OccurredUntil; set => Request.OccurredUntil = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Reference"/>
    [Parameter]
    public string? Reference { get => Request.Reference; set => Request.Reference = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Clause"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClauseCompleter))]
    public string? Clause { get => Request.Clause; set => Request.Clause = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Verdict"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Verdict { get => Request.Verdict; set => Request.Verdict = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Kind"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Kind { get => Request.Kind; set => Request.Kind = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Category"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Categories")]
    public string[] Category { get => Request.Category; set => Request.Category = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Service"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Device"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public string[] Device { get => Request.Device; set => Request.Device = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.Correspondent"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Recipient")]
    public string? Correspondent { get => Request.Correspondent; set => Request.Correspondent = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.NewPolicyIncident.MessageId"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? MessageId { get => Request.MessageId; set => Request.MessageId = value; }
}
