using System.Management.Automation;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Whether a person may reach a host, and why.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SocialMediaAccess")]
[OutputType(typeof(AccessTest))]
public sealed class TestSocialMediaAccessCommand : PolicyCmdlet<TestSocialMediaAccess>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.TestSocialMediaAccess.User"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.TestSocialMediaAccess.Uri"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Uri { get => Request.Uri; set => Request.Uri = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.TestSocialMediaAccess.HostName"/>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? HostName { get => Request.HostName; set => Request.HostName = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.TestSocialMediaAccess.Device"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public string? Device { get => Request.Device; set => Request.Device = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.TestSocialMediaAccess.Address"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Address { get => Request.Address; set => Request.Address = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Access.TestSocialMediaAccess.At"/>
    [Parameter]
    public TimeInput? At { get => Request.At; set => Request.At = value; }
}
