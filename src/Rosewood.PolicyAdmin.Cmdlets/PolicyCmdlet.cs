using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>The base of every cmdlet: runs its request through the engine and speaks PowerShell for it.</summary>
/// <typeparam name="TRequest">The engine's request.</typeparam>
public abstract class PolicyCmdlet<TRequest> : PSCmdlet
    where TRequest : PolicyRequest, new()
{
    /// <summary>What the parameters fill.</summary>
    protected TRequest Request { get; } = new();

    /// <summary>The workspace's folder; else ROSEWOOD_WORKSPACE, else the platform's place.</summary>
    [Parameter]
    public string? Workspace { get; set; }
}
