namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>What an import of absences did.</summary>
/// <param name="Path">The file.</param>
/// <param name="Absences">Absences read.</param>
/// <param name="Added">Of them new.</param>
/// <param name="Changed">Of them in place of recorded ones that they overlap.</param>
/// <param name="Unchanged">Of them recorded already.</param>
/// <param name="MissingFromFile">Recorded absences that the file lacks and that stay.</param>
/// <param name="Removed">Recorded absences that were taken out because the file lacks them (<c>-RemoveMissing</c>).</param>
public sealed record AbsenceImport(
    string Path,
    int Absences,
    int Added,
    int Changed,
    int Unchanged,
    int MissingFromFile,
    int Removed);
