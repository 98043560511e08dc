using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Packaging;

// Makes every package of a release into artifacts/packages.   Usage: <repository> <seconds since 1970>
if (args.Length != 2)
{
    await Console.Error.WriteLineAsync("Run scripts/package.sh (or package.ps1), which builds what this packs.");
    return 2;
}

try
{
    var release = Release.Of(args[0], args[1]);
    if (Directory.Exists(release.Packages))
    {
        Directory.Delete(release.Packages, recursive: true);
    }

    Directory.CreateDirectory(release.Packages);
    var programs = Release.Runtimes.Select(r => Path.Combine(release.Published(r, selfContained: true), "rosewood.deps.json"));
    var module = Path.Combine(release.Module, "lib", "Rosewood.PolicyAdmin.Cmdlets.deps.json");
    List<string> names =
    [
        .. ModulePackage.Write(release),
        .. ProgramPackages.Write(release),
        DebianPackage.Write(release, release.Shipped("linux-x64", selfContained: true)),
        BillOfMaterials.Write(release, ShippedPackage.Of([.. programs, module])),
    ];

    var sums = names.Order(StringComparer.Ordinal).Select(n => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(release.Package(n))))}  {n}\n");
    await File.WriteAllTextAsync(release.Package("SHA256SUMS"), string.Concat(sums));
    foreach (var name in names.Append("SHA256SUMS"))
    {
        Console.WriteLine($"{new FileInfo(release.Package(name)).Length,12:N0}  {name}");
    }

    return 0;
}
catch (PackagingException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
