using System.Management.Automation;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Initialize-PolicyWorkspace.</summary>
[Cmdlet(VerbsData.Initialize, "PolicyWorkspace", SupportsShouldProcess = true)]
[OutputType(typeof(WorkspaceCreated))]
public sealed class InitializePolicyWorkspaceCommand : PolicyCmdlet<InitializePolicyWorkspace>
{
    /// <inheritdoc cref="InitializePolicyWorkspace.Path"/>
    [Parameter(Position = 0)]
    public string? Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="InitializePolicyWorkspace.SchoolName"/>
    [Parameter]
    public string? SchoolName { get => Request.SchoolName; set => Request.SchoolName = value; }

    /// <inheritdoc cref="InitializePolicyWorkspace.Sample"/>
    [Parameter]
    public SwitchParameter Sample { get => Request.Sample; set => Request.Sample = value; }
}
