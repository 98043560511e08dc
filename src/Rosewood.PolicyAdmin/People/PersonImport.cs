namespace Rosewood.PolicyAdmin.People;

/// <summary>What an import of the roster did.</summary>
/// <param name="Path">The file, or <c>tenant</c>.</param>
/// <param name="Read">People read.</param>
/// <param name="Added">Of them new.</param>
/// <param name="Changed">Of them changed.</param>
/// <param name="Unchanged">Of them as they were.</param>
/// <param name="MissingFromFile">People on the roster, not yet left, whom the file lacks; they stay as they are.</param>
/// <param name="WaitingForConfirmation">People about whom something waits for a member of SLT (<c>Confirm-PolicyChange</c>).</param>
public sealed record PersonImport(
    string Path,
    int Read,
    int Added,
    int Changed,
    int Unchanged,
    int MissingFromFile,
    int WaitingForConfirmation);
