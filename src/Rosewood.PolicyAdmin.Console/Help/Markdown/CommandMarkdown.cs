using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help.Markdown;

/// <summary>A command's page in docs/en-US, in the order that PowerShell's help pages have everywhere.</summary>
internal static class CommandMarkdown
{
    /// <summary>The page.</summary>
    public static string Page(CommandHelp help, HelpPages pages)
    {
        var page = new StringBuilder(MarkdownText.Mark).Append("\n\n").Heading(1, help.Name);
        page.Heading(2, "SYNOPSIS").Paragraphs([help.Synopsis]);
        Syntax(page.Heading(2, "SYNTAX"), help);
        page.Heading(2, "DESCRIPTION").Paragraphs(help.Description);
        Examples(page.Heading(2, "EXAMPLES"), help.Examples);
        page.Heading(2, "PARAMETERS");
        foreach (var parameter in pages.ParametersOf(help))
        {
            Parameter(page, parameter, help.Syntax);
        }

        page.Heading(3, "CommonParameters").Append("PowerShell's own; see `Get-Help about_CommonParameters`.\n\n");
        Types(page.Heading(2, "INPUTS"), [.. help.Parameters.Where(static p => p.Syntax.FromPipeline).Select(static p => (SyntaxText.TypeName(p.Syntax), (IReadOnlyList<string>)[$"Taken as -{p.Name}."]))]);
        Types(page.Heading(2, "OUTPUTS"), [.. help.Outputs.Select(static o => (o.Type.FullName!, o.Text))]);
        page.Heading(2, "NOTES").Paragraphs(CommandNotes.Of(help));
        Links(page.Heading(2, "RELATED LINKS"), pages.RelatedTo(help));
        return page.ToString();
    }

    private static void Syntax(StringBuilder page, CommandHelp help)
    {
        foreach (var set in help.Syntax.Sets)
        {
            if (set is not null)
            {
                page.Heading(3, string.Equals(set, help.Syntax.DefaultSet, StringComparison.Ordinal) ? set + " (default)" : set);
            }

            page.Code("", [$"{SyntaxText.Line(help.Syntax, set)} [-Workspace <string>] [<CommonParameters>]"]);
        }
    }

    private static void Examples(StringBuilder page, IReadOnlyList<ExampleHelp> examples)
    {
        for (var i = 0; i < examples.Count; i++)
        {
            page.Heading(3, string.Create(CultureInfo.InvariantCulture, $"Example {i + 1}"))
                .Code("powershell", examples[i].InPowerShell)
                .Paragraphs(examples[i].Text);
        }
    }

    private static void Parameter(StringBuilder page, ParameterHelp help, CommandSyntax syntax)
    {
        var parameter = help.Syntax;
        page.Heading(3, "-" + help.Name).Paragraphs(help.Text);
        foreach (var (name, text) in help.Values)
        {
            page.Append("- `").Append(name).Append('`').Append(text.Length > 0 ? ": " + MarkdownText.Escape(text) : "").Append('\n');
        }

        page.Append(help.Values.Count > 0 ? "\n" : "");
        page.Code("yaml",
        [
            "Type: " + SyntaxText.TypeName(parameter),
            "Parameter Sets: " + (ParameterFacts.Sets(parameter, syntax) is { Count: > 0 } sets ? string.Join(", ", sets) : "(All)"),
            "Aliases: " + (parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "None"),
            "Required: " + ParameterFacts.Bool(parameter.IsMandatoryIn(null)),
            "Position: " + ParameterFacts.Position(parameter, set: null),
            "Default value: " + ParameterFacts.Default(help),
            "Accept pipeline input: " + ParameterFacts.PipelineInput(parameter),
            "Accept wildcard characters: " + ParameterFacts.Bool(parameter.SupportsWildcards),
        ]);
    }

    private static void Types(StringBuilder page, IReadOnlyList<(string Name, IReadOnlyList<string> Text)> types)
    {
        page.Append(types.Count == 0 ? "None.\n\n" : "");
        foreach (var (name, text) in types)
        {
            page.Heading(3, name).Paragraphs(text);
        }
    }

    private static void Links(StringBuilder page, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            page.Append("- [").Append(name).Append("](").Append(name).Append(".md)\n");
        }

        page.Append("- [All commands](README.md)\n");
    }
}
