using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="FindSharedCredentialUse"/>
[Cmdlet(VerbsCommon.Find, "SharedCredentialUse")]
[OutputType(typeof(SharedCredentialUse))]
public sealed class FindSharedCredentialUseCommand : PolicyCmdlet<FindSharedCredentialUse>
{
    /// <inheritdoc cref="FindSharedCredentialUse.SignInLog"/>
    [Parameter(Position = 0)]
    public string[] SignInLog { get => Request.SignInLog; set => Request.SignInLog = value; }

    /// <inheritdoc cref="FindSharedCredentialUse.FromTenant"/>
    [Parameter]
    public SwitchParameter FromTenant { get => Request.FromTenant; set => Request.FromTenant = value; }

    /// <inheritdoc cref="FindSharedCredentialUse.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="FindSharedCredentialUse.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="FindSharedCredentialUse.User"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="FindSharedCredentialUse.IncludePossible"/>
    [Parameter]
    public SwitchParameter IncludePossible { get => Request.IncludePossible; set => Request.IncludePossible = value; }

    /// <inheritdoc cref="FindSharedCredentialUse.Timeline"/>
    [Parameter]
    public SwitchParameter Timeline { get => Request.Timeline; set => Request.Timeline = value; }
}
