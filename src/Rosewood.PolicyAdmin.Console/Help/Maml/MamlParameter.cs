using System.Xml.Linq;
using Rosewood.PolicyAdmin.Console.Syntax;
using static Rosewood.PolicyAdmin.Console.Help.Maml.MamlNames;

namespace Rosewood.PolicyAdmin.Console.Help.Maml;

/// <summary>One parameter in MAML.</summary>
internal static class MamlParameter
{
    /// <summary>The parameter as the syntax of a set has it: without its text, which nobody is shown there.</summary>
    public static XElement InSyntax(ParameterHelp help, string? set) => Element(help.Syntax, set, []);

    /// <summary>The parameter with its text.</summary>
    public static XElement Described(ParameterHelp help, CommandSyntax syntax) =>
        Element(help.Syntax, set: null, [Description([.. help.Text, .. Values(help), .. Sets(help, syntax)])], new XElement(DevSpace + "defaultValue", ParameterFacts.Default(help)));

    private static XElement Element(ParameterSyntax parameter, string? set, XElement[] description, params XElement[] more) => new(
        CommandSpace + "parameter",
        new XAttribute("required", Lower(parameter.IsMandatoryIn(set))),
        new XAttribute("variableLength", Lower(parameter.IsList)),
        new XAttribute("globbing", Lower(parameter.SupportsWildcards)),
        new XAttribute("pipelineInput", ParameterFacts.PipelineInput(parameter)),
        new XAttribute("position", ParameterFacts.Position(parameter, set)),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(TextSpace + "name", parameter.Name),
        description,
        parameter.IsSwitch ? null : new XElement(
            CommandSpace + "parameterValue",
            new XAttribute("required", "true"),
            new XAttribute("variableLength", Lower(parameter.IsList)),
            SyntaxText.TypeName(parameter)),
        new XElement(DevSpace + "type", new XElement(TextSpace + "name", SyntaxText.TypeName(parameter)), new XElement(TextSpace + "uri")),
        more);

    private static IEnumerable<string> Values(ParameterHelp help) => help.Values.Count == 0
        ? []
        : help.Values.Select(static v => v.Text.Length > 0 ? $"- {v.Name}: {v.Text}" : $"- {v.Name}").Prepend("Values:");

    private static IEnumerable<string> Sets(ParameterHelp help, CommandSyntax syntax) => ParameterFacts.Sets(help.Syntax, syntax) is { Count: > 0 } sets
        ? [$"In the parameter set {string.Join(", ", sets)} only."]
        : [];

    private static string Lower(bool value) => value ? "true" : "false";
}
