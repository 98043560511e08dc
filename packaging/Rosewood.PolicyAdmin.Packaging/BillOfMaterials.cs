using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>What is in a release, in CycloneDX 1.6: name, version, purl, hash and licence of each package, .NET itself among them.</summary>
internal static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it; gives its name.</summary>
    public static string Write(Release release, IReadOnlyList<ShippedPackage> packages)
    {
        var name = $"rosewood-{release.Version}.cdx.json";
        File.WriteAllText(release.Package(name), Text(release, packages));
        return name;
    }

    private static string Text(Release release, IReadOnlyList<ShippedPackage> packages)
    {
        var own = $"pkg:generic/rosewood@{release.Version}";
        var bom = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = "urn:uuid:" + Serial(release, packages),
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = release.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["bom-ref"] = own,
                    ["name"] = "Rosewood.PolicyAdmin",
                    ["version"] = release.Version,
                    ["licenses"] = Licences("MIT", isSpdx: true),
                    ["purl"] = own,
                },
            },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
            ["dependencies"] = new JsonArray(new JsonObject
            {
                ["ref"] = own,
                ["dependsOn"] = new JsonArray([.. packages.Select(static p => (JsonNode)Purl(p))]),
            }),
        };
        return bom.ToJsonString(Indented) + "\n";
    }

    private static JsonNode Component(ShippedPackage package) => new JsonObject
    {
        ["type"] = "library",
        ["bom-ref"] = Purl(package),
        ["authors"] = new JsonArray(new JsonObject { ["name"] = package.Authors }),
        ["name"] = package.Name,
        ["version"] = package.Version,
        ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = package.Sha512 }),
        ["licenses"] = Licences(package.Licence, package.IsSpdx),
        ["purl"] = Purl(package),
    };

    private static JsonArray Licences(string licence, bool isSpdx) => isSpdx
        ? new JsonArray(new JsonObject { ["expression"] = licence })
        : new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = licence } });

    private static string Purl(ShippedPackage package) => $"pkg:nuget/{package.Name}@{package.Version}";

    /// <summary>The same for the same contents, as the rest of the release.</summary>
    private static string Serial(Release release, IReadOnlyList<ShippedPackage> packages)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(release.Version + release.Time + string.Concat(packages.Select(static p => p.Sha512))));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
