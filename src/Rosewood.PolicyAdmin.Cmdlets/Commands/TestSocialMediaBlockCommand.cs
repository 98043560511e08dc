using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Tries the block through the real path and keeps a test record.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SocialMediaBlock")]
[OutputType(typeof(BlockTest))]
public sealed class TestSocialMediaBlockCommand : PolicyCmdlet<TestSocialMediaBlock>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.TestSocialMediaBlock.Target"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TargetCompleter))]
    public string[] Target { get => Request.Target; set => Request.Target = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.TestSocialMediaBlock.User"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.TestSocialMediaBlock.Service"/>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.TestSocialMediaBlock.PasswordFile"/>
    [Parameter]
    public string? PasswordFile { get => Request.PasswordFile; set => Request.PasswordFile = value; }
}
