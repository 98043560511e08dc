using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers.Files;

/// <summary>Checks an entry part by part: what was typed ends at the first fault; of a file's row every fault becomes a problem of its cell.</summary>
/// <param name="problem">Takes the column and the fault; null: faults end the command.</param>
internal sealed class RegisterGuard(Action<string, Fault>? problem = null)
{
    /// <summary>Whether a part was wrong.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What a part gives; the default where it is wrong.</summary>
    /// <param name="column">The parameter, and the column.</param>
    /// <param name="read">Reads the part.</param>
    public T? Check<T>(string column, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FaultException e) when (problem is not null)
        {
            Fail(column, e.Fault);
            return default;
        }
    }

    private void Fail(string column, Fault fault)
    {
        HasFailed = true;
        problem!(column, fault);
    }
}
