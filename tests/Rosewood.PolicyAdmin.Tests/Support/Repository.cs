using System.Reflection;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>Where the source and what was built of it are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that these tests were built in, such as <c>release</c>, as the artifacts folder names it.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    public static string ModuleFolder => Path.Combine(Root, "artifacts", "module", "Rosewood.PolicyAdmin");

    public static string ConsoleFolder => Path.Combine(Root, "artifacts", "bin", "Rosewood.PolicyAdmin.Console", Configuration);

    /// <summary>The built program.</summary>
    public static string Rosewood => Path.Combine(ConsoleFolder, OperatingSystem.IsWindows() ? "rosewood.exe" : "rosewood");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories);

    private static string FindRoot()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Rosewood.PolicyAdmin.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside their repository.");
    }
}
