using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>The module for PowerShell: a zip to unpack into a folder of PSModulePath, and a nupkg for Install-PSResource.</summary>
internal static partial class ModulePackage
{
    private const string Name = "Rosewood.PolicyAdmin";

    /// <summary>Writes both; gives their names.</summary>
    public static IEnumerable<string> Write(Release release)
    {
        var files = Files(release);
        var zip = $"{Name}.{release.Version}.zip";
        File.WriteAllBytes(release.Package(zip), Archives.Zip(files.Select(f => f with { Path = $"{Name}/{release.Version}/{f.Path}" }), release.Time));

        var nupkg = $"{Name}.{release.Version}.nupkg";
        var manifest = ModuleManifest.Read(release.Read("module", Name + ".psd1"));
        File.WriteAllBytes(release.Package(nupkg), Archives.Zip([.. Nuspec.Files(manifest, release.Version), .. files], release.Time));
        return [zip, nupkg];
    }

    /// <summary>The manifest with the list of the package's files in it.</summary>
    /// <param name="manifest">The manifest as it stands in the repository, without one.</param>
    /// <param name="files">Their paths.</param>
    public static string WithFileList(string manifest, IEnumerable<string> files)
    {
        var list = string.Concat(files.Order(StringComparer.Ordinal).Select(static f => $"        '{f}'\n"));
        return PrivateData().Replace(manifest, $"    FileList             = @(\n{list}    )\n\n    PrivateData", 1);
    }

    private static List<PackageFile> Files(Release release)
    {
        var manifest = release.Read("module", Name + ".psd1");
        var own = ModuleManifest.Read(manifest).Version;
        if (!string.Equals(own, release.Version, StringComparison.Ordinal))
        {
            throw new PackagingException($"The module's manifest says version {own}, Directory.Build.props {release.Version}. Make them equal.");
        }

        RequireMadeFiles(release.Module);
        var files = PackageFile.Folder(release.Module, "", static _ => false)
            .Where(static f => !f.Path.EndsWith(".psd1", StringComparison.Ordinal))
            .Append(PackageFile.Text("LICENSE", release.Read("LICENSE")))
            .Append(PackageFile.Text("CHANGELOG.md", release.Read("CHANGELOG.md")))
            .Concat(release.Guides(""))
            .Append(PackageFile.Text(Notices.File, Notices.Text(ShippedPackage.Of([Path.Combine(release.Module, "lib", Name + ".Cmdlets.deps.json")]))))
            .ToList();
        files.Add(PackageFile.Text(Name + ".psd1", WithFileList(manifest, files.Select(static f => f.Path).Append(Name + ".psd1"))));
        return files;
    }

    /// <summary>What the program's build adds to the module's folder: without it a module looks whole, and has neither help nor views.</summary>
    internal static void RequireMadeFiles(string module)
    {
        foreach (var file in (string[])[$"en-US/{Name}.Cmdlets.dll-Help.xml", $"{Name}.Format.ps1xml"])
        {
            if (!File.Exists(Path.Combine(module, file)))
            {
                throw new PackagingException($"The module's folder has no {file}. Build src/Rosewood.PolicyAdmin.Console in Release, and pack again.");
            }
        }
    }

    [GeneratedRegex("^    PrivateData", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivateData();
}
