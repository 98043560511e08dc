using System.Globalization;
using System.Xml.Linq;
using static Rosewood.PolicyAdmin.Console.Help.Maml.MamlNames;

namespace Rosewood.PolicyAdmin.Console.Help.Maml;

/// <summary>One command in MAML.</summary>
internal static class MamlCommand
{
    private const string Prompt = "PS> ";

    /// <summary>Around an example's title, as in PowerShell's own help: Get-Help marks it no other way.</summary>
    private const string Rule = "---------------";

    /// <summary>The command's element.</summary>
    public static XElement Element(CommandHelp help, HelpPages pages) => new(
        CommandSpace + "command",
        new XAttribute(XNamespace.Xmlns + "maml", TextSpace),
        new XAttribute(XNamespace.Xmlns + "command", CommandSpace),
        new XAttribute(XNamespace.Xmlns + "dev", DevSpace),
        Details(help),
        Description(help.Description),
        new XElement(CommandSpace + "syntax", help.Syntax.Sets.Select(s => SyntaxItem(help, s, pages))),
        new XElement(CommandSpace + "parameters", pages.ParametersOf(help).Select(p => MamlParameter.Described(p, help.Syntax))),
        new XElement(CommandSpace + "inputTypes", Inputs(help)),
        new XElement(CommandSpace + "returnValues", help.Outputs.Select(static o => Value("returnValue", o.Type.FullName!, o.Text))),
        new XElement(TextSpace + "alertSet", new XElement(TextSpace + "alert", Paragraphs(CommandNotes.Of(help)))),
        new XElement(CommandSpace + "examples", help.Examples.Select(Example)),
        new XElement(CommandSpace + "relatedLinks", pages.RelatedTo(help).Select(Link)));

    private static XElement Details(CommandHelp help) => new(
        CommandSpace + "details",
        new XElement(CommandSpace + "name", help.Name),
        new XElement(CommandSpace + "verb", help.Name[..help.Name.IndexOf('-', StringComparison.Ordinal)]),
        new XElement(CommandSpace + "noun", help.Name[(help.Name.IndexOf('-', StringComparison.Ordinal) + 1)..]),
        Description([help.Synopsis]));

    private static XElement SyntaxItem(CommandHelp help, string? set, HelpPages pages)
    {
        var texts = pages.ParametersOf(help).ToDictionary(static p => p.Name, StringComparer.Ordinal);
        var own = SyntaxText.InOrder(help.Syntax, set).Select(p => texts[p.Name]);
        var common = pages.ParametersOf(help).Skip(help.Parameters.Count);
        return new XElement(
            CommandSpace + "syntaxItem",
            new XElement(TextSpace + "name", help.Name),
            own.Concat(common).Select(p => MamlParameter.InSyntax(p, set)));
    }

    /// <summary>What can be piped whole.</summary>
    private static IEnumerable<XElement> Inputs(CommandHelp help) =>
        help.Parameters.Where(static p => p.Syntax.FromPipeline).Select(static p => Value("inputType", SyntaxText.TypeName(p.Syntax), [$"Taken as -{p.Name}.", .. p.Text]));

    private static XElement Value(string element, string type, IEnumerable<string> text) => new(
        CommandSpace + element,
        new XElement(DevSpace + "type", new XElement(TextSpace + "name", type)),
        Description(text));

    private static XElement Example(ExampleHelp example, int index) => new(
        CommandSpace + "example",
        new XElement(TextSpace + "title", string.Create(CultureInfo.InvariantCulture, $"{Rule} Example {index + 1} {Rule}")),
        new XElement(TextSpace + "introduction", new XElement(TextSpace + "para", Prompt)),
        new XElement(DevSpace + "code", string.Join('\n', example.InPowerShell)),
        new XElement(DevSpace + "remarks", Paragraphs(example.Text), new XElement(TextSpace + "para")));

    private static XElement Link(string name) => new(
        TextSpace + "navigationLink",
        new XElement(TextSpace + "linkText", name),
        new XElement(TextSpace + "uri"));
}
