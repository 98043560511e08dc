namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>What an import of family contacts did.</summary>
/// <param name="Path">The file.</param>
/// <param name="Contacts">Contacts read.</param>
/// <param name="Families">Families read.</param>
/// <param name="Added">Contacts that are new.</param>
/// <param name="Unchanged">Contacts that were recorded already.</param>
/// <param name="Removed">Recorded contacts that were taken out: the file has their family without them, or <c>-RemoveMissing</c>.</param>
/// <param name="FamiliesMissingFromFile">Recorded families that the file lacks and that stay.</param>
public sealed record FamilyContactImport(
    string Path,
    int Contacts,
    int Families,
    int Added,
    int Unchanged,
    int Removed,
    int FamiliesMissingFromFile);
