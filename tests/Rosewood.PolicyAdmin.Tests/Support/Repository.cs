using System.Runtime.CompilerServices;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(SourceFile());

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories);

    private static string FindRoot(string path)
    {
        while (!File.Exists(Path.Combine(path, "Rosewood.PolicyAdmin.sln")))
        {
            path = Path.GetDirectoryName(path)!;
        }

        return path;
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
