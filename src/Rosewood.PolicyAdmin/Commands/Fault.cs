namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Something that a command could not do, in words for the person who typed it.</summary>
/// <param name="Id">Stable name, such as <c>GrantAuthoriserNotSlt</c>; documented in docs/faults.md.</param>
/// <param name="Kind">The sort of fault.</param>
/// <param name="Target">What it is about: a name, a path with line and column, an id.</param>
/// <param name="Message">What happened and what to do next, in full sentences.</param>
public sealed record Fault(string Id, FaultKind Kind, string Target, string Message)
{
    /// <summary>The fault as an exception that ends the command.</summary>
    /// <param name="inner">The cause, for debuggers only; never shown to users.</param>
    public FaultException ToException(Exception? inner = null) => new(this, inner);
}
