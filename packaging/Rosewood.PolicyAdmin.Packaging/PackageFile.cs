using System.Text;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>A file in a package.</summary>
/// <param name="Path">Its path there, with slashes.</param>
/// <param name="Content">Its bytes; empty for a link.</param>
/// <param name="IsProgram">Whether it is run.</param>
internal sealed record PackageFile(string Path, byte[] Content, bool IsProgram = false)
{
    /// <summary>Where a symbolic link leads; null: a file.</summary>
    public string? Link { get; init; }

    /// <summary>A file of text.</summary>
    public static PackageFile Text(string path, string text, bool isProgram = false) => new(path, Encoding.UTF8.GetBytes(text), isProgram);

    /// <summary>All files of a folder but symbols, under a folder of the package.</summary>
    /// <param name="folder">The folder on disk.</param>
    /// <param name="under">The folder in the package, with a slash at its end; empty: its top.</param>
    /// <param name="isProgram">Which are run, by their path in the folder.</param>
    public static IEnumerable<PackageFile> Folder(string folder, string under, Func<string, bool> isProgram) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where !file.EndsWith(".pdb", StringComparison.Ordinal)
        let path = System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')
        select new PackageFile(under + path, File.ReadAllBytes(file), isProgram(path));
}
