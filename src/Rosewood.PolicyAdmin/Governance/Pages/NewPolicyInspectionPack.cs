using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>
/// Gathers in one zip file what inspectors ask a school to show about filtering, monitoring and data protection: roles, yearly review, tests,
/// exceptions with who decided them, gaps, controls by clause, DPIA facts, and the audit trail's proof (GOV-1). Without names beyond public roles.
/// </summary>
/// <example><code>New-PolicyInspectionPack</code>Into the workspace's reports folder.</example>
/// <example><code>New-PolicyInspectionPack -OutputPath ./inspection</code>Into another folder.</example>
public sealed class NewPolicyInspectionPack : PolicyRequest
{
    /// <summary>The folder to write to. Default: the workspace's reports folder.</summary>
    [FilePath]
    public string? OutputPath { get; set; }
}

/// <summary>Runs <see cref="NewPolicyInspectionPack"/>.</summary>
internal sealed class NewPolicyInspectionPackHandler : CommandHandler<NewPolicyInspectionPack>
{
    public override Task HandleAsync(NewPolicyInspectionPack request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var folder = new GovernanceFolder(request.OutputPath, context);
        if (!sink.ShouldProcess(folder.Path, "Write the inspection pack"))
        {
            return Task.CompletedTask;
        }

        var material = new InspectionMaterial(context);
        var files = Files(material);
        var stem = string.Create(CultureInfo.InvariantCulture, $"inspection-pack-{material.Facts.MadeAt:yyyy-MM-dd}");
        var (path, content) = folder.Write(stem, [(".zip", Zip(files, material.Facts.MadeAt))], "New-PolicyInspectionPack")[0];
        sink.Write(new GovernanceFile("Inspection pack", path, [.. files.Select(static f => f.Name)], Convert.ToHexStringLower(SHA256.HashData(content)), material.Proof.Head));
        return Task.CompletedTask;
    }

    private static List<(string Name, byte[] Content)> Files(InspectionMaterial material)
    {
        var tables = InspectionPage.Tables(material);
        var bundle = new FileBundle();
        bundle.Add("index.html", InspectionPage.ToBytes(material, tables));
        bundle.Add("dpia-facts.html", DpiaPage.ToBytes(material.Facts));
        bundle.Add("dpia-facts.json", PolicyJson.Serialise(material.Facts, indented: true));
        bundle.Add("audit-proof.json", PolicyJson.Serialise(material.Proof, indented: true));
        foreach (var (file, table) in tables)
        {
            bundle.Add(file + ".csv", ReportCsv.ToBytes(table.Columns, table.Rows));
        }

        var sums = string.Concat(bundle.Digests.Select(static d => $"{d.Sha256}  {d.Name}\n"));
        return [.. bundle.Files, ("checksums.txt", Encoding.UTF8.GetBytes(sums))];
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = at;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
