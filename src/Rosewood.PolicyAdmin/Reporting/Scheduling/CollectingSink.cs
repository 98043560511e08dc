using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>A sink for a command that another one runs: it keeps the faults, passes warnings on, and agrees, since the outer one was asked.</summary>
/// <param name="outer">The outer command's sink.</param>
internal sealed class CollectingSink(ICommandSink outer) : ICommandSink
{
    /// <summary>The faults that were reported.</summary>
    public List<Fault> Faults { get; } = [];

    /// <inheritdoc/>
    public void Write(object value)
    {
    }

    /// <inheritdoc/>
    public void Warn(string message) => outer.Warn(message);

    /// <inheritdoc/>
    public void Report(Fault fault) => Faults.Add(fault);

    /// <inheritdoc/>
    public void Progress(CommandProgress progress) => outer.Progress(progress);

    /// <inheritdoc/>
    public bool ShouldProcess(string target, string action) => true;
}
