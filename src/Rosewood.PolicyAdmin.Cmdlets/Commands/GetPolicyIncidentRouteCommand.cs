using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows who is told of incidents, by type.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyIncidentRoute")]
[OutputType(typeof(PolicyIncidentRoute))]
public sealed class GetPolicyIncidentRouteCommand : PolicyCmdlet<GetPolicyIncidentRoute>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncidentRoute.Type"/>
    [Parameter(Position = 0)]
    public IncidentType[] Type { get => Request.Type; set => Request.Type = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Incidents.GetPolicyIncidentRoute.User"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }
}
