namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>The console program as archives: with .NET in them, and without for machines that have it.</summary>
internal static class ProgramPackages
{
    /// <summary>Writes them; gives their names.</summary>
    public static IEnumerable<string> Write(Release release)
    {
        foreach (var runtime in Release.Runtimes)
        {
            foreach (var selfContained in (bool[])[true, false])
            {
                var folder = $"rosewood-{release.Version}-{runtime}{(selfContained ? "" : "-framework")}";
                var isWindows = runtime.StartsWith("win", StringComparison.Ordinal);
                var name = folder + (isWindows ? ".zip" : ".tar.gz");
                var files = Files(release, runtime, selfContained, folder + "/", release.Shipped(runtime, selfContained)).ToList();
                File.WriteAllBytes(release.Package(name), isWindows ? Archives.Zip(files, release.Time) : Archives.TarGz(files, release.Time));
                yield return name;
            }
        }
    }

    /// <summary>The program's files for one runtime, with what its licences ask for.</summary>
    public static IEnumerable<PackageFile> Files(Release release, string runtime, bool selfContained, string under, IReadOnlyList<ShippedPackage> packages) =>
    [
        .. PackageFile.Folder(release.Published(runtime, selfContained), under, static p => p is "rosewood" or "createdump"),
        PackageFile.Text(under + "LICENSE", release.Read("LICENSE")),
        PackageFile.Text(under + "CHANGELOG.md", release.Read("CHANGELOG.md")),
        PackageFile.Text(under + Notices.File, Notices.Text(packages)),
        .. release.Guides(under),
    ];
}
