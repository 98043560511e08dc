using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Reports a safeguarding concern, sealed for the safeguarding lead.</summary>
[Cmdlet(VerbsCommon.New, "SafeguardingConcern", SupportsShouldProcess = true)]
[OutputType(typeof(SafeguardingConcernReceipt))]
public sealed class NewSafeguardingConcernCommand : PolicyCmdlet<NewSafeguardingConcern>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.Kind"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public ConcernKind Kind { get => Request.Kind; set => Request.Kind = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.About"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? About { get => Request.About; set => Request.About = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.What"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? What { get => Request.What; set => Request.What = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.When"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Occurred")]
    public TimeInput? When { get => Request.When; set => Request.When = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.Service"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.AboutSafeguardingLead"/>
    [Parameter]
    public SwitchParameter AboutSafeguardingLead { get => Request.AboutSafeguardingLead; set => Request.AboutSafeguardingLead = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingConcern.AboutHeadTeacher"/>
    [Parameter]
    public SwitchParameter AboutHeadTeacher { get => Request.AboutHeadTeacher; set => Request.AboutHeadTeacher = value; }
}
