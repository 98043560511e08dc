using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>The Debian package: the program with .NET in it, units, what Squid needs, and the scripts that run at installation.</summary>
internal static class DebianPackage
{
    private const string Program = "usr/lib/rosewood/";
    private const string Documents = "usr/share/doc/rosewood/";

    /// <summary>Writes it; gives its name.</summary>
    public static string Write(Release release, IReadOnlyList<ShippedPackage> packages)
    {
        var files = Files(release, packages).ToList();
        var name = $"rosewood_{release.Version}_amd64.deb";
        File.WriteAllBytes(release.Package(name), Ar(
            release.Time,
            ("debian-binary", "2.0\n"u8.ToArray()),
            ("control.tar.gz", Archives.TarGz(Control(release, files), release.Time, "./")),
            ("data.tar.gz", Archives.TarGz(files, release.Time, "./"))));
        return name;
    }

    private static IEnumerable<PackageFile> Files(Release release, IReadOnlyList<ShippedPackage> packages)
    {
        // Licences, guides and changes go where Debian looks for them; createdump is for developers of .NET.
        var program = ProgramPackages.Files(release, "linux-x64", selfContained: true, Program, packages)
            .Select(static f => f.Path.StartsWith(Program + "docs/", StringComparison.Ordinal) || f.Path.Equals(Program + Notices.File, StringComparison.Ordinal) ? f with { Path = Documents + f.Path[Program.Length..] } : f)
            .Where(static f => !f.Path.EndsWith("/LICENSE", StringComparison.Ordinal)
                && !f.Path.EndsWith("/CHANGELOG.md", StringComparison.Ordinal)
                && !f.Path.EndsWith("/createdump", StringComparison.Ordinal));
        var written = PackageFile.Folder(Path.Combine(release.Debian, "root"), "", static p => p.StartsWith("usr/sbin/", StringComparison.Ordinal))
            .Select(static f => f.Path.StartsWith("usr/share/man/", StringComparison.Ordinal) ? f with { Path = f.Path + ".gz", Content = Archives.Gzip(f.Content) } : f);
        return
        [
            .. program,
            .. written,
            new PackageFile("usr/bin/rosewood", []) { Link = "../lib/rosewood/rosewood" },
            PackageFile.Text("usr/share/rosewood/squid/closed.conf", ClosedList.Text(release.Read("src", "Rosewood.PolicyAdmin", "Catalogue", "catalogue.json"))),
            PackageFile.Text(Documents + "copyright", Copyright(release, packages)),
            new PackageFile(Documents + "changelog.gz", Archives.Gzip(Encoding.UTF8.GetBytes(Changelog(release)))),
        ];
    }

    private static IEnumerable<PackageFile> Control(Release release, IReadOnlyList<PackageFile> files)
    {
        var kilobytes = files.Sum(static f => (f.Content.LongLength + 1023) / 1024);
        yield return PackageFile.Text("control", release.Read("packaging", "debian", "control")
            .Replace("@VERSION@", release.Version, StringComparison.Ordinal)
            .Replace("@SIZE@", kilobytes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        yield return PackageFile.Text("conffiles", string.Concat(files.Where(IsConfiguration).Select(static f => $"/{f.Path}\n").Order(StringComparer.Ordinal)));
        yield return PackageFile.Text("md5sums", string.Concat(
            files.Where(static f => f.Link is null && !IsConfiguration(f)).OrderBy(static f => f.Path, StringComparer.Ordinal).Select(static f => $"{Md5(f.Content)}  {f.Path}\n")));
        foreach (var script in (string[])["postinst", "prerm", "postrm"])
        {
            yield return PackageFile.Text(script, release.Read("packaging", "debian", script), isProgram: true);
        }
    }

    private static bool IsConfiguration(PackageFile file) => file.Path.StartsWith("etc/", StringComparison.Ordinal);

    private static string Changelog(Release release) => string.Create(CultureInfo.InvariantCulture, $"""
        rosewood ({release.Version}) stable; urgency=medium

          * Release {release.Version}. CHANGELOG.md, in each archive and in the
            module, tells what changed.

         -- Rosewood.PolicyAdmin contributors <contributors@rosewood.example>  {release.Time.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000

        """).ReplaceLineEndings("\n");

    private static string Copyright(Release release, IReadOnlyList<ShippedPackage> packages) =>
        release.Read("packaging", "debian", "copyright").Replace("@WORKS@", string.Concat(packages.Select(static p => $"   {p.InWords}\n")), StringComparison.Ordinal);

    /// <summary>Debian's outer archive: a head of 60 characters before each part, and parts of even length.</summary>
    private static byte[] Ar(DateTimeOffset time, params ReadOnlySpan<(string Name, byte[] Content)> parts)
    {
        var archive = new MemoryStream();
        archive.Write("!<arch>\n"u8);
        foreach (var (name, content) in parts)
        {
            var head = string.Create(CultureInfo.InvariantCulture, $"{name,-16}{time.ToUnixTimeSeconds(),-12}{0,-6}{0,-6}{"100644",-8}{content.Length,-10}`\n");
            archive.Write(Encoding.ASCII.GetBytes(head));
            archive.Write(content);
            if (content.Length % 2 != 0)
            {
                archive.WriteByte((byte)'\n');
            }
        }

        return archive.ToArray();
    }

    // Debian's own format for finding damaged files; it proves nothing about who made them.
#pragma warning disable CA5351
    private static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
}
