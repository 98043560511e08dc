using System.Management.Automation;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Opens concerns to the keys that stand now, and retires keys.</summary>
[Cmdlet(VerbsData.Update, "SafeguardingKey", SupportsShouldProcess = true)]
[OutputType(typeof(SafeguardingKeyUpdate))]
public sealed class UpdateSafeguardingKeyCommand : PolicyCmdlet<UpdateSafeguardingKey>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.UpdateSafeguardingKey.KeyPath"/>
    [Parameter(Position = 0)]
    public string? KeyPath { get => Request.KeyPath; set => Request.KeyPath = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.UpdateSafeguardingKey.PassphraseFile"/>
    [Parameter]
    public string? PassphraseFile { get => Request.PassphraseFile; set => Request.PassphraseFile = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.UpdateSafeguardingKey.Retire"/>
    [Parameter]
    public string[] Retire { get => Request.Retire; set => Request.Retire = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.UpdateSafeguardingKey.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
