namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Faults that every import shares.</summary>
internal static class ImportFaults
{
    /// <summary>Refuses an import without a file.</summary>
    /// <exception cref="FaultException"><c>PathRequired</c>.</exception>
    public static void RequirePath(string path, string example)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new Fault("PathRequired", FaultKind.InvalidArgument, "Path", $"No file was named. Give it with -Path, such as -Path {example}.").ToException();
        }
    }

    /// <summary>A file and the tenant at once.</summary>
    public static Fault PathOrTenant(string path) => new("PathOrTenant", FaultKind.InvalidArgument, path, "Give either a file with -Path or -FromTenant: one import has one source.");
}
