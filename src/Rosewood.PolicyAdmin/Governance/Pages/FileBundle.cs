using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>Files that are put into a folder together or not at all: written beside it, owner-only, then renamed.</summary>
internal sealed class FileBundle
{
    private readonly List<(string Name, byte[] Content)> _files = [];

    /// <summary>The names and the SHA-256 of the files, in the order in which they were added.</summary>
    public IReadOnlyList<(string Name, string Sha256)> Digests => [.. _files.Select(static f => (f.Name, Convert.ToHexStringLower(SHA256.HashData(f.Content))))];

    /// <summary>The files.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files => _files;

    /// <summary>Adds a file.</summary>
    public void Add(string name, byte[] content) => _files.Add((name, content));

    /// <summary>Puts them into a folder that is not there yet, or is empty.</summary>
    public void WriteFolder(string folder)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
        Directory.CreateDirectory(parent);
        var staged = Path.Combine(parent, $".person-data-{Guid.NewGuid():N}.tmp");
        try
        {
            PrivateFiles.EnsureFolder(staged);
            foreach (var (name, content) in _files)
            {
                using var file = PrivateFiles.CreateNew(Path.Combine(staged, name));
                PrivateFiles.Fill(file, content);
            }

            if (Directory.Exists(folder))
            {
                // Empty, as was looked at before; otherwise this fails and nothing is lost.
                Directory.Delete(folder, recursive: false);
            }

            Directory.Move(staged, folder);
        }
        catch
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }

            throw;
        }
    }
}
