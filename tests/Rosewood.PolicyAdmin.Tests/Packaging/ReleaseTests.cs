using System.Xml.Linq;
using Rosewood.PolicyAdmin.Packaging;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Packaging;

public class ReleaseTests
{
    private static readonly string Manifest = Repository.Read("module/Rosewood.PolicyAdmin.psd1");

    [Fact]
    public void Module_and_packages_have_the_version_of_Directory_Build_props()
    {
        var version = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;

        ModuleManifest.Read(Manifest).Version.ShouldBe(version);
        Release.Of(Repository.Root, "0").Version.ShouldBe(version);
    }

    [Fact]
    public void The_manifest_says_all_that_a_gallery_asks_for()
    {
        var manifest = ModuleManifest.Read(Manifest);

        Guid.Parse(manifest.Guid).ShouldNotBe(Guid.Empty);
        manifest.Tags.ShouldContain("school", StringComparer.Ordinal);
        manifest.Cmdlets.ShouldContain("Grant-SocialMediaAccess", StringComparer.Ordinal);
        manifest.Description.ShouldNotBeEmpty();
        Manifest.ShouldContain("LicenseUri");
    }

    [Fact]
    public void A_manifest_without_a_key_is_refused_by_its_name() =>
        Should.Throw<PackagingException>(() => ModuleManifest.Read(Manifest.Replace("GUID ", "Guide ", StringComparison.Ordinal))).Message.ShouldContain("GUID");

    [Fact]
    public void A_module_without_help_or_views_is_not_packed()
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
        try
        {
            Should.Throw<PackagingException>(() => ModulePackage.RequireMadeFiles(folder)).Message.ShouldContain("dll-Help.xml");
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "en-US")).FullName, "Rosewood.PolicyAdmin.Cmdlets.dll-Help.xml"), "");
            Should.Throw<PackagingException>(() => ModulePackage.RequireMadeFiles(folder)).Message.ShouldContain("Format.ps1xml");
            File.WriteAllText(Path.Combine(folder, "Rosewood.PolicyAdmin.Format.ps1xml"), "");
            ModulePackage.RequireMadeFiles(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_list_of_files_stands_in_the_manifest_once_and_sorted()
    {
        var listed = ModulePackage.WithFileList(Manifest, ["lib/b.dll", "a.psd1"]);

        listed.ShouldContain("    FileList             = @(\n        'a.psd1'\n        'lib/b.dll'\n    )\n\n    PrivateData          = @{");
        listed.Replace("    FileList             = @(\n        'a.psd1'\n        'lib/b.dll'\n    )\n\n", "", StringComparison.Ordinal).ShouldBe(Manifest.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Tags_say_what_it_is_name_each_cmdlet_and_fit_the_gallery()
    {
        var manifest = ModuleManifest.Read(Manifest);
        var tags = Nuspec.Tags(manifest);

        tags.ShouldStartWith("PSModule PSEdition_Core ");
        tags.Length.ShouldBeLessThanOrEqualTo(4000);
        tags.Split(' ').ShouldBeSubsetOf(["PSModule", "PSEdition_Core", "PSIncludes_Cmdlet", .. manifest.Tags, .. manifest.Cmdlets.Select(c => "PSCmdlet_" + c), .. manifest.Cmdlets.Select(c => "PSCommand_" + c)], StringComparer.Ordinal);
        manifest.Cmdlets.Select(c => "PSCmdlet_" + c).ShouldBeSubsetOf(tags.Split(' '), StringComparer.Ordinal);
    }

    [Fact]
    public void The_closed_list_names_no_host_under_another()
    {
        var lines = ClosedList.Text("""{ "services": [ { "hosts": { "Primary": ["a.example", "m.a.example"], "Media": ["cdn.example"] } }, { "hosts": { "Primary": ["xa.example"] } } ] }""").Split('\n');

        lines.Where(l => l.StartsWith("acl rosewood_closed", StringComparison.Ordinal))
            .ShouldBe(["acl rosewood_closed dstdomain -n .a.example", "acl rosewood_closed dstdomain -n .xa.example"]);
        lines.ShouldContain("http_access deny rosewood_closed", StringComparer.Ordinal);
    }

    [Fact]
    public void The_closed_list_of_the_catalogue_closes_what_the_policy_names() =>
        ClosedList.Text(Repository.Read("src/Rosewood.PolicyAdmin/Catalogue/catalogue.json")).ShouldContain("dstdomain -n .facebook.com\n");
}
