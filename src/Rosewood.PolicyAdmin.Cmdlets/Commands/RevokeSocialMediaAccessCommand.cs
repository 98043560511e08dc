using System.Management.Automation;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Cmdlets.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Ends grants now.</summary>
[Cmdlet(VerbsSecurity.Revoke, "SocialMediaAccess", SupportsShouldProcess = true)]
[OutputType(typeof(AccessGrant))]
public sealed class RevokeSocialMediaAccessCommand : PolicyCmdlet<RevokeSocialMediaAccess>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.RevokeSocialMediaAccess.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.RevokeSocialMediaAccess.Id"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GrantCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.RevokeSocialMediaAccess.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
