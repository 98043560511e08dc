using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>A package of somebody else's that a release ships, as its own files say.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">The hash of the package file that it came in, in hexadecimal digits.</param>
/// <param name="Licence">Its licence: an SPDX expression, or where its text is.</param>
/// <param name="IsSpdx">Whether the licence is an SPDX expression.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="Notice">What it says of copyright; empty: nothing.</param>
internal sealed record ShippedPackage(string Name, string Version, string Sha512, string Licence, bool IsSpdx, string Authors, string Notice)
{
    private const string RuntimePack = "runtimepack.";

    /// <summary>In one line.</summary>
    public string InWords => $"{Name} {Version}, by {Authors}: {Licence}";

    /// <summary>The text of notices that the package brings with it, such as .NET's; empty: none.</summary>
    public string Notices()
    {
        var file = Path.Combine(Folder(Name, Version), "THIRD-PARTY-NOTICES.TXT");
        return Name.StartsWith("Microsoft.NETCore.App.Runtime.", StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }

    /// <summary>What the given <c>.deps.json</c> files list, each once, by name.</summary>
    /// <param name="depsFiles">Written by the build: what is loaded at run time, and nothing that was only built with.</param>
    public static IReadOnlyList<ShippedPackage> Of(IEnumerable<string> depsFiles) =>
    [
        .. depsFiles.SelectMany(Libraries)
            .Distinct()
            .Select(static l => Read(l.Name, l.Version))
            .OrderBy(static p => p.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static p => p.Version, StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Name, string Version)> Libraries(string depsFile)
    {
        using var deps = JsonDocument.Parse(File.ReadAllBytes(depsFile));
        foreach (var library in deps.RootElement.GetProperty("libraries").EnumerateObject().ToList())
        {
            if (library.Value.GetProperty("type").GetString() is "package" or "runtimepack")
            {
                var parts = library.Name.Split('/');
                yield return (parts[0].StartsWith(RuntimePack, StringComparison.Ordinal) ? parts[0][RuntimePack.Length..] : parts[0], parts[1]);
            }
        }
    }

    private static ShippedPackage Read(string name, string version)
    {
        var id = name.ToLowerInvariant();
        var folder = Folder(name, version);
        if (!Directory.Exists(folder))
        {
            throw new PackagingException($"{name} {version} is not in {Store()}, though it was built with. Restore and publish again.");
        }

        var hash = Convert.FromBase64String(File.ReadAllText(Path.Combine(folder, $"{id}.{version}.nupkg.sha512")).Trim());
        var nuspec = XDocument.Load(Path.Combine(folder, id + ".nuspec")).Root!.Elements().First();
        var (licence, isSpdx) = LicenceOf(nuspec, folder);
        return new ShippedPackage(name, version, Convert.ToHexStringLower(hash), licence, isSpdx, Element(nuspec, "authors")?.Value ?? "", Element(nuspec, "copyright")?.Value ?? "");
    }

    /// <summary>As the package says; a text is named as MIT where it has the MIT licence's words.</summary>
    private static (string Licence, bool IsSpdx) LicenceOf(XElement nuspec, string folder)
    {
        var licence = Element(nuspec, "license");
        if (string.Equals(licence?.Attribute("type")?.Value, "expression", StringComparison.Ordinal))
        {
            return (licence!.Value, true);
        }

        if (licence is null)
        {
            return (Element(nuspec, "licenseUrl")?.Value ?? "not stated", false);
        }

        var text = File.ReadAllText(Path.Combine(folder, licence.Value));
        return text.Contains("Permission is hereby granted, free of charge", StringComparison.Ordinal)
            && text.Contains("THE SOFTWARE IS PROVIDED", StringComparison.OrdinalIgnoreCase)
            ? ("MIT", true)
            : (string.Create(CultureInfo.InvariantCulture, $"{licence.Value} in the package"), false);
    }

    private static XElement? Element(XElement nuspec, string name) => nuspec.Elements().FirstOrDefault(e => string.Equals(e.Name.LocalName, name, StringComparison.Ordinal));

    private static string Folder(string name, string version) => Path.Combine(Store(), name.ToLowerInvariant(), version);

    private static string Store() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
