using System.Xml.Linq;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Console.Help.Maml;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Docs;

/// <summary>The forms of the help that are files: docs/en-US as committed, and what Get-Help reads.</summary>
public sealed class HelpPagesTests
{
    private static readonly CommandCatalog Catalog = CommandCatalog.Shipped();
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The children of a command in the order of the schema.</summary>
    private static readonly string[] Order = ["details", "description", "syntax", "parameters", "inputTypes", "returnValues", "alertSet", "examples", "relatedLinks"];

    private static List<XElement> CommandElements() => [.. XDocument.Parse(HelpExport.Maml(Catalog)[MamlFile.Name]).Root!.Elements(Command + "command")];

    [Fact]
    public void The_committed_pages_are_what_the_texts_give()
    {
        var folder = Path.Combine(Repository.Root, "docs", "en-US");
        var pages = HelpExport.Markdown(Catalog);
        const string Regenerate = "Run: rosewood help -Export docs/en-US -As Markdown (artifacts/bin/Rosewood.PolicyAdmin.Console/release/rosewood)";

        Directory.EnumerateFiles(folder, "*.md").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)
            .ShouldBe(pages.Keys.Order(StringComparer.Ordinal), Case.Sensitive, Regenerate);
        foreach (var (name, text) in pages)
        {
            string.Equals(File.ReadAllText(Path.Combine(folder, name)), text, StringComparison.Ordinal).ShouldBeTrue($"docs/en-US/{name} is not what the XML documentation says. {Regenerate}");
        }
    }

    [Fact]
    public void Every_link_of_a_page_leads_to_a_page()
    {
        var pages = HelpExport.Markdown(Catalog);
        foreach (var (name, text) in pages)
        {
            var links = text.Split("](").Skip(1).Select(static l => l[..l.IndexOf(')', StringComparison.Ordinal)]).ToList();
            links.ShouldNotBeEmpty(name);
            links.ShouldAllBe(l => pages.ContainsKey(l), name);
        }
    }

    [Fact]
    public void No_page_has_markup_of_the_documentation_left()
    {
        foreach (var (name, text) in HelpExport.Markdown(Catalog))
        {
            foreach (var left in (string[])["cref", "langword", "\\<c\\>", "\\</", "&lt;", "&amp;", "\r"])
            {
                text.ShouldNotContain(left, Case.Sensitive, name);
            }
        }
    }

    [Fact]
    public void Get_Helps_file_has_every_command_once_with_its_parts_in_order()
    {
        var commands = CommandElements();
        commands.Select(c => c.Element(Command + "details")!.Element(Command + "name")!.Value)
            .ShouldBe(CommandTable.All.Select(c => c.Name).Order(StringComparer.Ordinal), Case.Sensitive);
        commands.ShouldAllBe(c => c.Elements().Select(e => e.Name.LocalName).SequenceEqual(Order, StringComparer.Ordinal));
    }

    [Fact]
    public void In_Get_Helps_file_every_text_says_something()
    {
        foreach (var command in CommandElements())
        {
            var name = command.Element(Command + "details")!.Element(Command + "name")!.Value;
            command.Descendants(Maml + "para").Where(p => p.Parent!.Name != Dev + "remarks").ShouldAllBe(p => !string.IsNullOrWhiteSpace(p.Value), name);
            command.Element(Command + "parameters")!.Elements().ShouldAllBe(p => p.Element(Maml + "description")!.HasElements, name);
            command.Descendants(Command + "returnValue").ShouldAllBe(p => p.Element(Maml + "description")!.HasElements, name);
            var examples = command.Descendants(Command + "example").ToList();
            examples.Count.ShouldBeGreaterThanOrEqualTo(2, name);
            examples.ShouldAllBe(e => e.Element(Dev + "code")!.Value.Length > 0 && e.Element(Dev + "remarks")!.Value.Length > 0, name);
        }
    }

    [Fact]
    public void Get_Helps_syntax_has_an_item_for_each_parameter_set()
    {
        foreach (var command in CommandElements())
        {
            var syntax = Catalog.SyntaxOf(Catalog.Find(command.Element(Command + "details")!.Element(Command + "name")!.Value));
            command.Element(Command + "syntax")!.Elements().Count().ShouldBe(syntax.Sets.Count, syntax.Name);
        }
    }

    [Fact]
    public void The_module_has_the_file_where_Get_Help_looks_for_it()
    {
        if (Repository.Configuration.Equals("release", StringComparison.OrdinalIgnoreCase))
        {
            File.ReadAllText(Path.Combine(Repository.ModuleFolder, "en-US", MamlFile.Name)).ShouldBe(HelpExport.Maml(Catalog)[MamlFile.Name]);
            File.Exists(Path.Combine(Repository.ModuleFolder, "en-US", "about_Rosewood.PolicyAdmin.help.txt")).ShouldBeTrue();
        }
    }
}
