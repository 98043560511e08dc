using System.Globalization;
using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>Where pages of governance go: new files of their own, owner-only, none overwritten, each with its digest in the audit trail.</summary>
internal sealed class GovernanceFolder
{
    private readonly CommandContext _context;

    public GovernanceFolder(string? typed, CommandContext context)
    {
        _context = context;
        Path = string.IsNullOrWhiteSpace(typed) ? context.Workspace.Paths.Reports : System.IO.Path.GetFullPath(typed);
        if (File.Exists(Path))
        {
            throw new Fault("GovernanceFolderIsFile", FaultKind.InvalidArgument, Path, $"{Path} is a file. -OutputPath names the folder to write into.").ToException();
        }
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Writes files of one stem together, with their entry in the audit trail.</summary>
    /// <returns>Each file with its content.</returns>
    public IReadOnlyList<(string Path, byte[] Content)> Write(string stem, IReadOnlyList<(string Ending, byte[] Content)> files, string what)
    {
        PrivateFiles.EnsureFolder(Path);
        using var change = _context.BeginChange();
        var free = FreeStem(stem, files);
        var written = new List<(string Path, byte[] Content)>();
        try
        {
            foreach (var (ending, content) in files)
            {
                var path = System.IO.Path.Combine(Path, free + ending);
                using (var file = PrivateFiles.CreateNew(path))
                {
                    written.Add((path, content));
                    PrivateFiles.Fill(file, content);
                }
            }

            change.Audit("GOV-1", free, before: null, new { Made = what, Files = files.Select(f => new { Name = free + f.Ending, Sha256 = Convert.ToHexStringLower(SHA256.HashData(f.Content)) }) });
            change.Commit();
            return written;
        }
        catch
        {
            written.ForEach(static w => File.Delete(w.Path));
            throw;
        }
    }

    private string FreeStem(string stem, IReadOnlyList<(string Ending, byte[] Content)> files)
    {
        for (var n = 1; ; n++)
        {
            var candidate = n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
            if (!files.Any(f => System.IO.Path.Exists(System.IO.Path.Combine(Path, candidate + f.Ending))))
            {
                return candidate;
            }
        }
    }
}
