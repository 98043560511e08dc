using System.Reflection;
using Rosewood.PolicyAdmin.Cmdlets;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Architecture;

/// <summary>The arrows between the assemblies.</summary>
public sealed class ReferencesTests
{
    private static readonly Assembly Engine = typeof(PolicyRequest).Assembly;
    private static readonly Assembly Cmdlets = typeof(PolicyCmdlet<>).Assembly;
    private static readonly Assembly Console = typeof(RosewoodConsole).Assembly;

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    [Fact]
    public void The_engine_knows_neither_powershell_nor_a_console_nor_the_hosts() => References(Engine)
        .ShouldNotContain(n => n.StartsWith("System.Management.Automation", StringComparison.Ordinal) || n.StartsWith("Spectre", StringComparison.Ordinal) || n.StartsWith("Rosewood", StringComparison.Ordinal) || n.Equals("rosewood", StringComparison.Ordinal));

    [Fact]
    public void The_cmdlets_know_powershell_and_the_engine_only() => References(Cmdlets)
        .Where(n => !n.StartsWith("System.", StringComparison.Ordinal) && n is not "netstandard")
        .ShouldBe(["Rosewood.PolicyAdmin"]);

    [Fact]
    public void The_console_reads_cmdlets_as_metadata_only() => References(Console)
        .ShouldNotContain(n => n.StartsWith("System.Management.Automation", StringComparison.Ordinal) || n.Equals("Rosewood.PolicyAdmin.Cmdlets", StringComparison.Ordinal));

    [Fact]
    public void The_console_reaches_no_storage() => References(Console).ShouldNotContain(n => n.Contains("Sqlite", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void The_module_ships_no_powershell_and_its_top_holds_the_loader_alone()
    {
        if (!Repository.Configuration.Equals("release", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        Directory.EnumerateFiles(Repository.ModuleFolder, "System.Management.Automation.dll", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.EnumerateFiles(Repository.ModuleFolder, "*.dll").Select(Path.GetFileName).ShouldBe(["Rosewood.PolicyAdmin.Loader.dll"]);
        foreach (var file in (string[])["Rosewood.PolicyAdmin.dll", "Rosewood.PolicyAdmin.xml", "Rosewood.PolicyAdmin.Cmdlets.dll", "Rosewood.PolicyAdmin.Cmdlets.deps.json", "Microsoft.Data.Sqlite.dll", "runtimes"])
        {
            Path.Exists(Path.Combine(Repository.ModuleFolder, "lib", file)).ShouldBeTrue(file);
        }
    }
}
