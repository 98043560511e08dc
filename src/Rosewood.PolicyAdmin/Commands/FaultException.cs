namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Ends a command with a <see cref="Fault"/>; the hosts show the fault and nothing of the stack.</summary>
public sealed class FaultException : Exception
{
    /// <summary>Wraps a fault.</summary>
    /// <param name="fault">What to show.</param>
    /// <param name="inner">The cause, if any.</param>
    public FaultException(Fault fault, Exception? inner = null)
        : base(fault?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Fault = fault;
    }

    /// <summary>What went wrong.</summary>
    public Fault Fault { get; }
}
