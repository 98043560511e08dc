using System.Reflection;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Tests.Architecture;

/// <summary>The arrows inside the engine, read from its code.</summary>
public sealed class EngineTests
{
    private const string Engine = "Rosewood.PolicyAdmin.";
    private static readonly string[] Rules = ["Access", "Catalogue", "SchoolDay", "Incidents"];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Uses = new(() => TypeUse.Of(typeof(PolicyRequest).Assembly.Location));

    private static bool IsIn(string type, string capability) => type.StartsWith($"{Engine}{capability}.", StringComparison.Ordinal);

    private static IEnumerable<string> Touching(Func<string, bool> user, Func<string, bool> used) => Uses.Value
        .Where(u => user(u.Key))
        .SelectMany(u => u.Value.Where(used).Select(t => $"{u.Key} → {t}"));

    [Fact]
    public void The_scan_sees_what_is_there()
    {
        Uses.Value[typeof(PolicyStore).FullName!].ShouldContain(t => t.StartsWith("Microsoft.Data.Sqlite.", StringComparison.Ordinal));
        Uses.Value[typeof(PolicyJson).FullName!].ShouldContain(t => t.Equals("System.Xml.XmlConvert", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_storage_knows_sqlite() => Touching(
        t => !IsIn(t, "Storage"),
        t => t.StartsWith("Microsoft.Data.Sqlite.", StringComparison.Ordinal) || t.StartsWith("SQLitePCL.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Only_graph_knows_the_graph_sdk() => Touching(
        t => !IsIn(t, "Graph"),
        t => t.StartsWith("Microsoft.Graph.", StringComparison.Ordinal) || t.StartsWith("Azure.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_rules_do_no_input_or_output() => Touching(
        t => Array.Exists(Rules, r => IsIn(t, r)) && t is not Engine + "Catalogue.CatalogueReader",
        t => t is "System.IO.File" or "System.IO.FileInfo" or "System.IO.FileStream" or "System.IO.Directory" or "System.IO.RandomAccess" or "System.Console"
            || t.StartsWith("System.Net.Http.", StringComparison.Ordinal) || t.StartsWith("System.Net.Sockets.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Reporting_does_not_decide() => Touching(t => IsIn(t, "Reporting"), t => t.Equals(Engine + "Access.AccessState", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Handlers_are_for_the_command_table_alone() => typeof(PolicyRequest).Assembly.GetTypes()
        .Where(t => typeof(ICommandHandler).IsAssignableFrom(t) && t is { IsAbstract: false, IsPublic: true })
        .ShouldBeEmpty();

    [Fact]
    public void Outputs_and_requests_carry_no_types_of_packages()
    {
        foreach (var type in typeof(PolicyRequest).Assembly.GetExportedTypes().Where(t => !IsIn(t.FullName!, "Storage")))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                Packages(property.PropertyType).ShouldBeEmpty($"{type}.{property.Name}");
            }
        }
    }

    private static IEnumerable<string> Packages(Type type) => type.GenericTypeArguments.Append(type.GetElementType() ?? type)
        .Select(t => t.Assembly.GetName().Name!)
        .Where(n => !n.StartsWith("System.", StringComparison.Ordinal) && n is not "Rosewood.PolicyAdmin");
}
