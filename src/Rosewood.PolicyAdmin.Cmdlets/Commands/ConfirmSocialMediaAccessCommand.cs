using System.Management.Automation;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Cmdlets.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>The authoriser's own yes or no.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "SocialMediaAccess", SupportsShouldProcess = true)]
[OutputType(typeof(AccessGrant))]
public sealed class ConfirmSocialMediaAccessCommand : PolicyCmdlet<ConfirmSocialMediaAccess>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.ConfirmSocialMediaAccess.Id"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GrantCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.ConfirmSocialMediaAccess.Refuse"/>
    [Parameter]
    public SwitchParameter Refuse { get => Request.Refuse; set => Request.Refuse = value; }
}
