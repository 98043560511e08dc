namespace Rosewood.PolicyAdmin.Commands;

/// <summary>A value from a column that the file may lack: then what is known already stays.</summary>
internal readonly record struct Given<T>(bool IsGiven, T? Value)
{
    /// <summary>The file's value, which may be none; or the known one where the file says nothing.</summary>
    public T? Or(T? current) => IsGiven ? Value : current;
}
