using System.Management.Automation;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Grants as they stand, or as they stood at a moment.</summary>
[Cmdlet(VerbsCommon.Get, "SocialMediaAccess")]
[OutputType(typeof(AccessGrant))]
public sealed class GetSocialMediaAccessCommand : PolicyCmdlet<GetSocialMediaAccess>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GetSocialMediaAccess.User"/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GetSocialMediaAccess.Active"/>
    [Parameter]
    public SwitchParameter Active { get => Request.Active; set => Request.Active = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GetSocialMediaAccess.At"/>
    [Parameter]
    public TimeInput? At { get => Request.At; set => Request.At = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GetSocialMediaAccess.IncludeEnded"/>
    [Parameter]
    public SwitchParameter IncludeEnded { get => Request.IncludeEnded; set => Request.IncludeEnded = value; }
}
