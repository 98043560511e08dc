using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// The files of one report: written beside their place under names of their own, then moved there together. A report that fails half
/// way leaves nothing, and none is ever overwritten.
/// </summary>
internal sealed class ReportFileSet : IDisposable
{
    private const string StagedPattern = ".compliance-*.tmp";
    private const string PrintPattern = ".compliance-*.print";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private readonly string _folder;
    private readonly List<Staged> _staged = [];
    private readonly List<string> _published = [];

    public ReportFileSet(string folder)
    {
        _folder = folder;
        PrivateFiles.EnsureFolder(folder);
        RemoveAbandoned();
    }

    /// <summary>Opens a file of the report.</summary>
    /// <param name="format">Its form.</param>
    /// <param name="ending">How its name ends, such as <c>-visits.csv</c>.</param>
    public Stream Open(ReportFormat format, string ending)
    {
        var path = Path.Combine(_folder, $".compliance-{Guid.NewGuid():N}.tmp");
        var staged = new Staged(path, format, ending, PrivateFiles.CreateNew(path));
        _staged.Add(staged);
        return staged.Stream;
    }

    /// <summary>The stem itself, or with the first number from 2 under which no file of a report stands yet.</summary>
    public string FreeStem(string stem)
    {
        for (var n = 1; ; n++)
        {
            var candidate = n == 1 ? stem : $"{stem}-{n}";
            if (!ReportEndings.All.Any(e => Path.Exists(Path.Combine(_folder, candidate + e))))
            {
                return candidate;
            }
        }
    }

    /// <summary>Flushes every file to disk.</summary>
    /// <returns>Each ending with the SHA-256 of its file, for the audit trail.</returns>
    public IReadOnlyList<(string Ending, string Sha256)> Seal()
    {
        var sealedFiles = new List<(string, string)>();
        foreach (var file in _staged)
        {
            file.Stream.Flush(flushToDisk: true);
            file.Stream.Position = 0;
            sealedFiles.Add((file.Ending, Convert.ToHexStringLower(SHA256.HashData(file.Stream))));
            file.Stream.Dispose();
        }

        return sealedFiles;
    }

    /// <summary>Moves the files to their places; when one fails, none stays.</summary>
    public IReadOnlyList<(string Path, ReportFormat Format)> Publish(string stem)
    {
        try
        {
            var places = new List<(string, ReportFormat)>();
            foreach (var file in _staged)
            {
                var path = Path.Combine(_folder, stem + file.Ending);
                File.Move(file.Path, path, overwrite: false);
                _published.Add(path);
                places.Add((path, file.Format));
            }

            return places;
        }
        catch
        {
            Withdraw();
            throw;
        }
    }

    /// <summary>Takes published files away again.</summary>
    public void Withdraw()
    {
        _published.ForEach(File.Delete);
        _published.Clear();
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        foreach (var file in _staged)
        {
            file.Stream.Dispose();
            File.Delete(file.Path);
        }
    }

    // A run that was killed leaves its drafts, and they name people.
    private void RemoveAbandoned()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, StagedPattern))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > Abandoned)
            {
                File.Delete(path);
            }
        }

        foreach (var path in Directory.EnumerateDirectories(_folder, PrintPattern))
        {
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(path) > Abandoned)
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }

    private sealed record Staged(string Path, ReportFormat Format, string Ending, FileStream Stream);
}
