using System.Reflection;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Cmdlets;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Conformance;

/// <summary>Holds the two faces of a command equal: request, handler, cmdlet, manifest, help.</summary>
public sealed partial class FacesTests
{
    private static readonly Assembly Cmdlets = typeof(PolicyCmdlet<>).Assembly;
    private static readonly CommandCatalog Catalog = CommandCatalog.Shipped();

    /// <summary>Verbs whose commands leave everything as it is. All others change something.</summary>
    private static readonly string[] ReadingVerbs = ["Get", "Find", "Test", "Measure", "ConvertFrom"];

    public static TheoryData<string> Commands() => [.. CommandTable.All.Select(c => c.Name)];

    private static CommandSyntax Syntax(string name) => Catalog.SyntaxOf(Catalog.Find(name));

    private static IEnumerable<Type> CmdletTypes() =>
        Cmdlets.GetTypes().Where(t => t.GetCustomAttributesData().Any(a => a.AttributeType.Name.Equals("CmdletAttribute", StringComparison.Ordinal)));

    [Fact]
    public void Every_command_has_its_cmdlet_and_every_cmdlet_its_command() =>
        CmdletTypes().Select(t => SyntaxReader.Read(t).Name).Order(StringComparer.Ordinal)
            .ShouldBe(CommandTable.All.Select(c => c.Name).Order(StringComparer.Ordinal), Case.Sensitive);

    [Fact]
    public void Every_command_and_request_is_there_once()
    {
        CommandTable.All.Select(c => c.Name).ShouldBeUnique(StringComparer.OrdinalIgnoreCase);
        CommandTable.All.Select(c => c.RequestType).ShouldBeUnique();
    }

    [Fact]
    public void Every_request_of_the_engine_is_a_command() =>
        typeof(PolicyRequest).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PolicyRequest)) && !t.IsAbstract)
            .ShouldBe(CommandTable.All.Select(c => c.RequestType), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_cmdlets_class_is_where_its_name_says_and_sealed(string command)
    {
        var type = Cmdlets.GetType($"Rosewood.PolicyAdmin.Cmdlets.Commands.{command.Replace("-", "", StringComparison.Ordinal)}Command");
        type.ShouldNotBeNull();
        type.IsSealed.ShouldBeTrue();
        Syntax(command).RequestType.ShouldBe(Catalog.Find(command).RequestType);
        Syntax(command).RequestType.Name.ShouldBe(command.Replace("-", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_parameter_has_its_request_property_and_the_reverse(string command)
    {
        var syntax = Syntax(command);
        var properties = syntax.RequestType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => p.Name);
        syntax.Parameters.Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(properties.Order(StringComparer.Ordinal), Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_parameter_has_the_type_of_its_property(string command)
    {
        var cmdlet = CmdletTypes().Single(t => SyntaxReader.Read(t).Name.Equals(command, StringComparison.Ordinal));
        foreach (var parameter in Syntax(command).Parameters)
        {
            var type = cmdlet.GetProperty(parameter.Name)!.PropertyType;
            if (parameter.IsSwitch)
            {
                parameter.Property.PropertyType.ShouldBe(typeof(bool), $"{command} -{parameter.Name}");
            }
            else
            {
                type.ShouldBe(parameter.Property.PropertyType, $"{command} -{parameter.Name}");
                parameter.Property.PropertyType.ShouldNotBe(typeof(bool), $"{command} -{parameter.Name} is a switch");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_parameter_takes_the_name_of_a_common_one(string command)
    {
        var common = CommonOptions.For(supportsShouldProcess: true);
        foreach (var parameter in Syntax(command).Parameters)
        {
            foreach (var name in parameter.Aliases.Prepend(parameter.Name))
            {
                common.ShouldNotContain(c => c.IsNamed(name), $"{command} -{name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_the_workspace_knows_completes(string command)
    {
        string[] known = ["User", "AuthorisedBy", "DecidedBy", "AgreedBy", "DeclaredTo", "ReviewedBy", "Service", "Target", "Clause", "Format", "Id"];
        var cmdlet = CmdletTypes().Single(t => SyntaxReader.Read(t).Name.Equals(command, StringComparison.Ordinal));
        foreach (var parameter in Syntax(command).Parameters.Where(p => p.ValueType == typeof(string) && known.Contains(p.Name, StringComparer.Ordinal)))
        {
            // What a concern is about is sealed, and whose eyes it is for is decided when it is read.
            var completes = cmdlet.GetProperty(parameter.Name)!.GetCustomAttributesData().Any(a => a.AttributeType.Name.Equals("ArgumentCompleterAttribute", StringComparison.Ordinal));
            completes.ShouldBe(!command.Equals("Get-SafeguardingConcern", StringComparison.Ordinal), $"{command} -{parameter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_type_of_parameter_can_be_read_from_text(string command)
    {
        foreach (var parameter in Syntax(command).Parameters.Where(p => !p.IsSwitch))
        {
            var type = parameter.ValueType;
            var readable = type == typeof(string) || type.IsEnum || type == typeof(Uri) || type.GetMethod("Parse", [typeof(string)]) is not null;
            readable.ShouldBeTrue($"{command} -{parameter.Name} is a {type}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_changes_something_supports_should_process_and_what_reads_does_not(string command)
    {
        var verb = command[..command.IndexOf('-', StringComparison.Ordinal)];
        Syntax(command).SupportsShouldProcess.ShouldBe(!ReadingVerbs.Contains(verb, StringComparer.Ordinal), command);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Positions_of_a_parameter_set_are_without_gap_or_doubling(string command)
    {
        var syntax = Syntax(command);
        foreach (var set in syntax.Sets)
        {
            var positions = syntax.Parameters.Where(p => p.IsIn(set)).Select(p => p.PositionIn(set)).OfType<int>().Order().ToList();
            positions.ShouldBe(Enumerable.Range(0, positions.Count), $"{command}, set {set}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Paths_are_marked_so_that_powershell_resolves_them(string command)
    {
        foreach (var property in Syntax(command).RequestType.GetProperties().Where(p => p.Name.EndsWith("Path", StringComparison.Ordinal)))
        {
            property.IsDefined(typeof(FilePathAttribute)).ShouldBeTrue($"{command} -{property.Name} needs [FilePath] on its request property");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_and_parameter_is_documented(string command)
    {
        var syntax = Syntax(command);
        var docs = XmlDocs.For(syntax.RequestType);
        XmlDocs.Element(docs.OfType(syntax.RequestType), "summary").ShouldNotBeNullOrWhiteSpace();
        foreach (var parameter in syntax.Parameters)
        {
            XmlDocs.Element(docs.OfProperty(syntax.RequestType, parameter.Name), "summary").ShouldNotBeNullOrWhiteSpace($"{command} -{parameter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_two_examples_that_bind(string command)
    {
        var syntax = Syntax(command);
        var examples = XmlDocs.Elements(XmlDocs.For(syntax.RequestType).OfType(syntax.RequestType), "example");
        examples.Count.ShouldBeGreaterThanOrEqualTo(2, command);
        foreach (var line in examples.SelectMany(e => DocText.Code(XmlDocs.Element(e, "code") ?? "")))
        {
            foreach (var stage in line.Split(" | "))
            {
                var words = Words().Matches(stage).Select(m => m.Value).ToList();
                words.ShouldNotBeEmpty(line);
                CommandTable.All.ShouldContain(c => c.Name.Equals(words[0], StringComparison.OrdinalIgnoreCase), line);
                var piped = line.StartsWith(stage, StringComparison.Ordinal) ? Array.Empty<string>() : ["-InputJson", "-"];
                Should.NotThrow(() => ArgumentBinder.Bind(Syntax(words[0]), [.. words.Skip(1).Select(w => w.Replace("'", "", StringComparison.Ordinal)), .. piped]), line);
            }
        }
    }

    [Fact]
    public void The_manifest_exports_every_command_and_nothing_else()
    {
        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "module", "Rosewood.PolicyAdmin.psd1"));
        var list = manifest[manifest.IndexOf("CmdletsToExport", StringComparison.Ordinal)..];
        var exported = Quoted().Matches(list[..list.IndexOf(')', StringComparison.Ordinal)]).Select(m => m.Groups["name"].Value).ToList();
        var expected = CommandTable.All.Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
        exported.ShouldBe(expected, Case.Sensitive, $"CmdletsToExport should be:\n        '{string.Join("'\n        '", expected)}'");
    }

    [GeneratedRegex(@"(?:'[^']*'|""[^""]*""|[^\s'""])+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("'(?<name>[A-Za-z]+-[A-Za-z]+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
