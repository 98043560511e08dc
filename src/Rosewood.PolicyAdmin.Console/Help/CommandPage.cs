using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>What <c>rosewood help Verb-Noun</c> prints.</summary>
internal static class CommandPage
{
    private const int Width = 100;

    public static string Text(CommandCatalog catalog, CommandDescriptor command)
    {
        var reader = new CommandHelpReader(catalog);
        var help = reader.Read(command);
        var text = new StringBuilder();
        text.Append(help.Name).Append('\n');
        Wrap(text, help.Summary, "  ");

        text.Append("\nSyntax\n");
        foreach (var set in help.Syntax.Sets)
        {
            text.Append("  rosewood ").Append(SyntaxText.Line(help.Syntax, set)).Append('\n');
        }

        if (help.Remarks.Count > 0)
        {
            text.Append("\nDescription\n");
            Wrap(text, help.Remarks, "  ");
        }

        text.Append("\nParameters\n");
        foreach (var parameter in help.Parameters)
        {
            Parameter(text, parameter);
        }

        text.Append("Common parameters\n");
        foreach (var parameter in CommonOptions.For(help.Syntax.SupportsShouldProcess))
        {
            Heading(text, parameter).Append('\n');
            Wrap(text, reader.Read(parameter, typeof(CommonOptions)).Text, "      ");
        }

        text.Append("\nNotes\n");
        Wrap(text, CommandNotes.Of(help).Select(static n => n.Replace("-Confirm:$false", "-Confirm:false", StringComparison.Ordinal)), "  ");
        Examples(text, help.Examples);
        return text.ToString();
    }

    private static void Parameter(StringBuilder text, ParameterHelp help)
    {
        var parameter = help.Syntax;
        Heading(text, parameter).Append(parameter.IsMandatoryIn(null) ? "  (required)" : "").Append('\n');
        Wrap(text, help.Text, "      ");
        if (help.Values.Count > 0)
        {
            Wrap(text, [$"Values: {string.Join(", ", help.Values.Select(static v => v.Name))}."], "      ");
        }

        if (help.Default is not null)
        {
            Wrap(text, [$"Default: {help.Default}."], "      ");
        }

        if (parameter.Aliases.Count > 0)
        {
            Wrap(text, [$"Also: {string.Join(", ", parameter.Aliases.Select(static a => "-" + a))}."], "      ");
        }

        if (parameter.FromPipeline || parameter.FromPipelineByName)
        {
            Wrap(text, [$"Taken from -InputJson: {(parameter.FromPipeline ? "a text" : "")}{(parameter.FromPipeline && parameter.FromPipelineByName ? ", or " : "")}{(parameter.FromPipelineByName ? $"an object's {parameter.Name}" : "")}."], "      ");
        }

        text.Append('\n');
    }

    private static StringBuilder Heading(StringBuilder text, ParameterSyntax parameter) =>
        text.Append("  -").Append(parameter.Name).Append(SyntaxText.Value(parameter) is { Length: > 0 } v ? " " + v : "");

    private static void Examples(StringBuilder text, IReadOnlyList<ExampleHelp> examples)
    {
        text.Append(examples.Count > 0 ? "\nExamples\n" : "");
        foreach (var example in examples)
        {
            Wrap(text, example.Text, "  ");
            foreach (var line in example.InConsole)
            {
                text.Append("    ").Append(line).Append('\n');
            }

            text.Append('\n');
        }
    }

    private static void Wrap(StringBuilder text, IEnumerable<string> paragraphs, string indent)
    {
        foreach (var paragraph in paragraphs)
        {
            var column = 0;
            foreach (var word in paragraph.Split(' '))
            {
                if (column > 0 && column + 1 + word.Length > Width)
                {
                    text.Append('\n');
                    column = 0;
                }

                text.Append(column == 0 ? indent : " ").Append(word);
                column += (column == 0 ? indent.Length : 1) + word.Length;
            }

            text.Append('\n');
        }
    }
}
