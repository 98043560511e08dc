namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Which faults are about one object of many that a host pipes into a command, and which would befall each of them.</summary>
public static class PipedFaults
{
    private static readonly string[] OfAll = ["Workspace", "Config", "Store", "Catalogue", "OperatorNotAuthorised"];

    /// <summary>Whether the next object may fare better: a name that nobody has, a value that is refused.</summary>
    public static bool IsOfOneObject(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Kind is not (FaultKind.Unavailable or FaultKind.Corrupt)
            && !Array.Exists(OfAll, prefix => fault.Id.StartsWith(prefix, StringComparison.Ordinal));
    }
}
