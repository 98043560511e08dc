using System.Globalization;
using System.Reflection;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>One release: what its packages are made of, and what they all say of themselves.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Version">The version, from <c>Directory.Build.props</c> and nowhere else.</param>
/// <param name="Time">The time that every file in every package bears, so that the same source gives the same bytes.</param>
internal sealed record Release(string Root, string Version, DateTimeOffset Time)
{
    /// <summary>The runtimes that the program is published for.</summary>
    public static IReadOnlyList<string> Runtimes { get; } = ["linux-x64", "win-x64"];

    /// <summary>Where the packages are written.</summary>
    public string Packages => Path.Combine(Root, "artifacts", "packages");

    /// <summary>The module as the build assembled it.</summary>
    public string Module => Path.Combine(Root, "artifacts", "module", "Rosewood.PolicyAdmin");

    /// <summary>The files of the Debian package that are written by hand.</summary>
    public string Debian => Path.Combine(Root, "packaging", "debian");

    /// <summary>The guides, to which messages of the program point.</summary>
    public IEnumerable<PackageFile> Guides(string under) => PackageFile.Folder(Path.Combine(Root, "docs"), under + "docs/", static _ => false);

    /// <summary>The release of this program's own version.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="epoch">SOURCE_DATE_EPOCH: seconds since 1970.</param>
    public static Release Of(string root, string epoch) => new(
        root,
        typeof(Release).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(epoch, CultureInfo.InvariantCulture)));

    /// <summary>The program as it was published for a runtime.</summary>
    /// <param name="runtime">One of <see cref="Runtimes"/>.</param>
    /// <param name="selfContained">With .NET in it, or for a machine that has it.</param>
    public string Published(string runtime, bool selfContained) =>
        Path.Combine(Root, "artifacts", "publish", selfContained ? runtime : runtime + "-framework");

    /// <summary>What the program for a runtime ships of others.</summary>
    public IReadOnlyList<ShippedPackage> Shipped(string runtime, bool selfContained) => ShippedPackage.Of([Path.Combine(Published(runtime, selfContained), "rosewood.deps.json")]);

    /// <summary>A package's place.</summary>
    public string Package(string name) => Path.Combine(Packages, name);

    /// <summary>A file of the repository, as text with line feeds.</summary>
    public string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");
}
