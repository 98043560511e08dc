using System.Reflection;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>
/// Reads a command's help: its syntax from the cmdlet class, its texts from the request's documentation (summary and remarks, the
/// properties' summaries, and <c>&lt;example&gt;</c>s with the command in <c>&lt;code&gt;</c>).
/// </summary>
/// <param name="catalog">The commands.</param>
internal sealed class CommandHelpReader(CommandCatalog catalog)
{
    private readonly Dictionary<Assembly, XmlDocs> _docs = [];

    /// <summary>The help of a command.</summary>
    public CommandHelp Read(CommandDescriptor command)
    {
        var syntax = catalog.SyntaxOf(command);
        var docs = DocsOf(syntax.RequestType);
        var about = docs.OfType(syntax.RequestType);
        var defaults = Activator.CreateInstance(syntax.RequestType)!;
        return new CommandHelp(
            command,
            syntax,
            Paragraphs(XmlDocs.Element(about, "summary")),
            Paragraphs(XmlDocs.Element(about, "remarks")),
            [.. syntax.Parameters.Select(p => Parameter(p, docs, syntax.RequestType, defaults))],
            [.. syntax.OutputTypes.Select(t => new OutputHelp(t, Paragraphs(XmlDocs.Element(DocsOf(t).OfType(t), "summary"))))],
            [.. XmlDocs.Elements(about, "example").Select(Example)]);
    }

    /// <summary>What is told about a parameter that is a property of another class than the request.</summary>
    public ParameterHelp Read(ParameterSyntax parameter, Type owner) => Parameter(parameter, DocsOf(owner), owner, defaults: null);

    private ParameterHelp Parameter(ParameterSyntax parameter, XmlDocs docs, Type owner, object? defaults) => new(
        parameter,
        Paragraphs(XmlDocs.Element(docs.OfProperty(owner, parameter.Name), "summary")),
        defaults is null ? null : Default(parameter, defaults),
        [.. parameter.KnownValues.Select(v => (v, Text: ValueText(parameter.ValueType, v)))]);

    private string ValueText(Type type, string value) =>
        type.IsEnum ? string.Join(' ', Paragraphs(XmlDocs.Element(DocsOf(type).OfField(type, value), "summary"))) : "";

    private static ExampleHelp Example(string example)
    {
        var code = XmlDocs.Element(example, "code");
        var words = code is null ? example : example.Replace($"<code>{code}</code>", "", StringComparison.Ordinal);
        return new ExampleHelp(DocText.Code(code ?? ""), DocText.Paragraphs(words));
    }

    private static string? Default(ParameterSyntax parameter, object defaults) => parameter.Property.GetValue(defaults) switch
    {
        null or false or "" or Array { Length: 0 } => null,
        Array items => string.Join(", ", items.Cast<object>()),
        var value => value.ToString(),
    };

    private static IReadOnlyList<string> Paragraphs(string? xml) => xml is null ? [] : DocText.Paragraphs(xml);

    private XmlDocs DocsOf(Type type)
    {
        if (!_docs.TryGetValue(type.Assembly, out var docs))
        {
            docs = XmlDocs.For(type);
            _docs.Add(type.Assembly, docs);
        }

        return docs;
    }
}
