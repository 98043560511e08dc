using System.Management.Automation;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records that SLT authorised people to use social media.</summary>
[Cmdlet(VerbsSecurity.Grant, "SocialMediaAccess", SupportsShouldProcess = true)]
[OutputType(typeof(AccessGrant))]
public sealed class GrantSocialMediaAccessCommand : PolicyCmdlet<GrantSocialMediaAccess>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.User"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.Service"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.Until"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TimeInput? Until { get => Request.Until; set => Request.Until = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.For"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DurationInput? For { get => Request.For; set => Request.For = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.From"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.Device"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public string[] Device { get => Request.Device; set => Request.Device = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.Reason"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.AuthorisedBy"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? AuthorisedBy { get => Request.AuthorisedBy; set => Request.AuthorisedBy = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.GrantSocialMediaAccess.Reference"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Reference { get => Request.Reference; set => Request.Reference = value; }
}
