using System.Management.Automation;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows who has a key to safeguarding concerns.</summary>
[Cmdlet(VerbsCommon.Get, "SafeguardingKey")]
[OutputType(typeof(SafeguardingKey))]
public sealed class GetSafeguardingKeyCommand : PolicyCmdlet<GetSafeguardingKey>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Safeguarding.GetSafeguardingKey.IncludeRetired"/>
    [Parameter]
    public SwitchParameter IncludeRetired { get => Request.IncludeRetired; set => Request.IncludeRetired = value; }
}
