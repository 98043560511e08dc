using System.Security;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>What makes a zip a NuGet package, with the tags by which PowerShell's galleries know modules and their commands.</summary>
internal static class Nuspec
{
    /// <summary>The gallery takes no more characters of tags.</summary>
    private const int MostTags = 4000;

    /// <summary>The package's own files.</summary>
    public static IEnumerable<PackageFile> Files(ModuleManifest manifest, string version) =>
    [
        PackageFile.Text("Rosewood.PolicyAdmin.nuspec", Text(manifest, version)),
        PackageFile.Text("_rels/.rels", """
            <?xml version="1.0" encoding="utf-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/Rosewood.PolicyAdmin.nuspec" Id="R1" />
            </Relationships>

            """.ReplaceLineEndings("\n")),
        PackageFile.Text("[Content_Types].xml", """
            <?xml version="1.0" encoding="utf-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
              <Default Extension="nuspec" ContentType="application/octet" />
              <Default Extension="psd1" ContentType="application/octet" />
              <Default Extension="psm1" ContentType="application/octet" />
              <Default Extension="ps1xml" ContentType="application/octet" />
              <Default Extension="dll" ContentType="application/octet" />
              <Default Extension="so" ContentType="application/octet" />
              <Default Extension="dylib" ContentType="application/octet" />
              <Default Extension="xml" ContentType="application/octet" />
              <Default Extension="json" ContentType="application/octet" />
              <Default Extension="md" ContentType="application/octet" />
              <Default Extension="txt" ContentType="application/octet" />
              <Override PartName="/LICENSE" ContentType="application/octet" />
            </Types>

            """.ReplaceLineEndings("\n")),
    ];

    /// <summary>The tags: what a gallery needs to know it, then ours, then its cmdlets, as many as fit.</summary>
    public static string Tags(ModuleManifest manifest)
    {
        var tags = "PSModule PSEdition_Core PSIncludes_Cmdlet";
        foreach (var tag in manifest.Tags.Concat(manifest.Cmdlets.Select(static c => "PSCmdlet_" + c)).Concat(manifest.Cmdlets.Select(static c => "PSCommand_" + c)))
        {
            if (tags.Length + 1 + tag.Length > MostTags)
            {
                break;
            }

            tags += " " + tag;
        }

        return tags;
    }

    private static string Text(ModuleManifest manifest, string version) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>Rosewood.PolicyAdmin</id>
            <version>{version}</version>
            <authors>{SecurityElement.Escape(manifest.Author)}</authors>
            <owners>{SecurityElement.Escape(manifest.Company)}</owners>
            <requireLicenseAcceptance>false</requireLicenseAcceptance>
            <license type="expression">MIT</license>
            <description>{SecurityElement.Escape(manifest.Description)}</description>
            <releaseNotes>{SecurityElement.Escape(manifest.ReleaseNotes)}</releaseNotes>
            <copyright>{SecurityElement.Escape(manifest.Copyright)}</copyright>
            <tags>{SecurityElement.Escape(Tags(manifest))}</tags>
          </metadata>
        </package>

        """.ReplaceLineEndings("\n");
}
