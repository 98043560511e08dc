using System.Management.Automation;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Makes the key that opens safeguarding concerns.</summary>
[Cmdlet(VerbsCommon.New, "SafeguardingKey", SupportsShouldProcess = true)]
[OutputType(typeof(SafeguardingKey))]
public sealed class NewSafeguardingKeyCommand : PolicyCmdlet<NewSafeguardingKey>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingKey.KeyPath"/>
    [Parameter(Mandatory = true, Position = 0)]
    public string KeyPath { get => Request.KeyPath; set => Request.KeyPath = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingKey.PassphraseFile"/>
    [Parameter]
    public string? PassphraseFile { get => Request.PassphraseFile; set => Request.PassphraseFile = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.NewSafeguardingKey.Escrow"/>
    [Parameter]
    public SwitchParameter Escrow { get => Request.Escrow; set => Request.Escrow = value; }
}
