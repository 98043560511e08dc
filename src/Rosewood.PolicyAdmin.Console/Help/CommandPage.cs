using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>
/// What <c>rosewood help Verb-Noun</c> prints. The text is the request's documentation: its summary and remarks, its properties'
/// summaries, and its examples (<c>&lt;example&gt;</c> with the command in <c>&lt;code&gt;</c>).
/// </summary>
internal static class CommandPage
{
    private const int Width = 100;

    public static string Text(CommandCatalog catalog, CommandDescriptor command)
    {
        var syntax = catalog.SyntaxOf(command);
        var docs = XmlDocs.For(syntax.RequestType);
        var about = docs.OfType(syntax.RequestType);
        var text = new StringBuilder();
        text.Append(syntax.Name).Append('\n');
        Wrap(text, XmlDocs.Element(about, "summary") ?? "", "  ");

        text.Append("\nSyntax\n");
        foreach (var set in syntax.Sets)
        {
            text.Append("  rosewood ").Append(SyntaxLine(syntax, set)).Append('\n');
        }

        if (XmlDocs.Element(about, "remarks") is { } remarks)
        {
            text.Append("\nDescription\n");
            Wrap(text, remarks, "  ");
        }

        text.Append("\nParameters\n");
        var defaults = Activator.CreateInstance(syntax.RequestType)!;
        foreach (var parameter in syntax.Parameters)
        {
            Parameter(text, parameter, XmlDocs.Element(docs.OfProperty(syntax.RequestType, parameter.Name), "summary") ?? "", Default(parameter, defaults));
        }

        text.Append("Common parameters\n");
        var commonDocs = XmlDocs.For(typeof(CommonOptions));
        foreach (var parameter in CommonOptions.For(syntax.SupportsShouldProcess))
        {
            text.Append("  -").Append(parameter.Name).Append(ValueName(parameter) is { Length: > 0 } v ? " " + v : "").Append('\n');
            Wrap(text, XmlDocs.Element(commonDocs.OfProperty(typeof(CommonOptions), parameter.Name), "summary") ?? "", "      ");
        }

        Examples(text, XmlDocs.Elements(about, "example"));
        return text.ToString();
    }

    /// <summary>The syntax of one parameter set, as PowerShell writes it.</summary>
    public static string SyntaxLine(CommandSyntax syntax, string? set)
    {
        var line = new StringBuilder(syntax.Name);
        foreach (var parameter in syntax.Parameters.Where(p => p.IsIn(set)).OrderBy(p => p.PositionIn(set) ?? int.MaxValue).ThenByDescending(p => p.IsMandatoryIn(set)))
        {
            var name = parameter.PositionIn(set) is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
            var whole = ValueName(parameter) is { Length: > 0 } value ? $"{name} {value}" : name;
            line.Append(' ').Append(parameter.IsMandatoryIn(set) ? whole : $"[{whole}]");
        }

        return line.Append(syntax.SupportsShouldProcess ? " [-WhatIf] [-Confirm]" : "").ToString();
    }

    private static void Parameter(StringBuilder text, ParameterSyntax parameter, string summary, string? standard)
    {
        text.Append("  -").Append(parameter.Name).Append(ValueName(parameter) is { Length: > 0 } v ? " " + v : "");
        text.Append(parameter.IsMandatoryIn(null) ? "  (required)" : "").Append('\n');
        Wrap(text, summary, "      ");
        if (parameter.KnownValues.Count > 0)
        {
            Wrap(text, $"Values: {string.Join(", ", parameter.KnownValues)}.", "      ");
        }

        if (standard is not null)
        {
            Wrap(text, $"Default: {standard}.", "      ");
        }

        if (parameter.Aliases.Count > 0)
        {
            Wrap(text, $"Also: {string.Join(", ", parameter.Aliases.Select(static a => "-" + a))}.", "      ");
        }

        if (parameter.FromPipeline || parameter.FromPipelineByName)
        {
            Wrap(text, $"Taken from -InputJson: {(parameter.FromPipeline ? "a text" : "")}{(parameter.FromPipeline && parameter.FromPipelineByName ? ", or " : "")}{(parameter.FromPipelineByName ? $"an object's {parameter.Name}" : "")}.", "      ");
        }

        text.Append('\n');
    }

    private static string ValueName(ParameterSyntax parameter)
    {
        if (parameter.IsSwitch)
        {
            return "";
        }

        var name = parameter.ValueType.Name switch
        {
            nameof(String) => "string",
            nameof(Int32) or nameof(Int64) => "int",
            nameof(Double) => "number",
            nameof(Boolean) => "bool",
            nameof(TimeInput) or nameof(DateTimeOffset) => "time",
            nameof(DurationInput) or nameof(TimeSpan) => "duration",
            nameof(DateOnly) => "date",
            nameof(Uri) => "uri",
            var other => other,
        };
        return parameter.IsList ? $"<{name}[]>" : $"<{name}>";
    }

    private static string? Default(ParameterSyntax parameter, object defaults) => parameter.Property.GetValue(defaults) switch
    {
        null or false or "" or Array { Length: 0 } => null,
        Array items => string.Join(", ", items.Cast<object>()),
        var value => value.ToString(),
    };

    private static void Examples(StringBuilder text, IReadOnlyList<string> examples)
    {
        text.Append(examples.Count > 0 ? "\nExamples\n" : "");
        foreach (var example in examples)
        {
            var code = XmlDocs.Element(example, "code");
            var words = code is null ? example : example.Replace($"<code>{code}</code>", "", StringComparison.Ordinal);
            Wrap(text, words, "  ");
            foreach (var line in DocText.Code(code ?? ""))
            {
                text.Append("    rosewood ").Append(line).Append('\n');
            }

            text.Append('\n');
        }
    }

    private static void Wrap(StringBuilder text, string xml, string indent)
    {
        foreach (var paragraph in DocText.Paragraphs(xml))
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
