using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Opens safeguarding concerns.</summary>
[Cmdlet(VerbsCommon.Get, "SafeguardingConcern")]
[OutputType(typeof(SafeguardingConcern))]
public sealed class GetSafeguardingConcernCommand : PolicyCmdlet<GetSafeguardingConcern>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.GetSafeguardingConcern.Id"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Id { get => Request.Id; set => Request.Id = value ?? []; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.GetSafeguardingConcern.KeyPath"/>
    [Parameter]
    public string? KeyPath { get => Request.KeyPath; set => Request.KeyPath = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.GetSafeguardingConcern.PassphraseFile"/>
    [Parameter]
    public string? PassphraseFile { get => Request.PassphraseFile; set => Request.PassphraseFile = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.GetSafeguardingConcern.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.GetSafeguardingConcern.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }
}
