namespace Rosewood.PolicyAdmin.Devices;

/// <summary>What an import of devices did.</summary>
/// <param name="Path">The file, or <c>tenant</c>.</param>
/// <param name="Read">Devices read.</param>
/// <param name="Added">Of them new.</param>
/// <param name="Changed">Of them changed.</param>
/// <param name="Unchanged">Of them as they were.</param>
/// <param name="MissingFromFile">Devices in the inventory that the file lacks and that stay.</param>
/// <param name="Removed">Devices that left the inventory (<c>-RemoveMissing</c>).</param>
public sealed record DeviceImport(
    string Path,
    int Read,
    int Added,
    int Changed,
    int Unchanged,
    int MissingFromFile,
    int Removed);
