using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records what SLT ruled about a system to communicate by.</summary>
[Cmdlet(VerbsCommon.New, "SltRuling", SupportsShouldProcess = true, DefaultParameterSetName = "One")]
[OutputType(typeof(SltRuling))]
public sealed class NewSltRulingCommand : PolicyCmdlet<NewSltRuling>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.Subject"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "One")]
    public string Subject { get => Request.Subject; set => Request.Subject = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.Ruling"/>
    [Parameter(Mandatory = true, ParameterSetName = "One")]
    public RulingKind? Ruling { get => Request.Ruling; set => Request.Ruling = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.System"/>
    [Parameter(Mandatory = true, ParameterSetName = "One")]
    public string System { get => Request.System; set => Request.System = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.From"/>
    [Parameter(ParameterSetName = "One")]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.Until"/>
    [Parameter]
    public TimeInput? Until { get => Request.Until; set => Request.Until = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.Reason"/>
    [Parameter(Mandatory = true, ParameterSetName = "One")]
    public string Reason { get => Request.Reason; set => Request.Reason = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.DecidedBy"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? DecidedBy { get => Request.DecidedBy; set => Request.DecidedBy = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.NewSltRuling.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
