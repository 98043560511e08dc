using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>
/// Writes <see cref="OutputViews"/> in PowerShell's form, the module's <c>Format.ps1xml</c>: the same columns, colours where the console has
/// them. The build calls it with <see cref="Query"/>; people need not.
/// </summary>
internal static class PowerShellViews
{
    /// <summary>The program's word for it in upper case, which is in no help.</summary>
    public const string Query = "POWERSHELL-VIEWS";

    /// <summary>Columns of sentences.</summary>
    private static readonly string[] Sentences = ["Detail", "Evidence", "Explanation", "Problem", "Reason", "Remedy", "Rule", "What"];

    /// <summary>Writes the file. Not inlined: whoever calls the program for anything else would load all of XML for it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(string path) => Document().Save(path, SaveOptions.DisableFormatting);

    /// <summary>The whole file.</summary>
    public static XDocument Document() => new(
        new XComment(" Made at build from the views of the console (OutputViews.cs): edit those. "),
        new XElement("Configuration", new XElement("ViewDefinitions", Types().SelectMany(Views))));

    /// <summary>The types that have a view.</summary>
    public static IEnumerable<Type> Types() => typeof(PolicyRequest).Assembly.GetExportedTypes()
        .Where(static t => OutputViews.All.ContainsKey(t.Name))
        .OrderBy(static t => t.FullName, StringComparer.Ordinal);

    /// <summary>PowerShell shows the first. It would make a list of any type by itself, but one in which a log's text could steer the terminal.</summary>
    private static IEnumerable<XElement> Views(Type type)
    {
        var shape = new OutputShape(type);
        var table = View(type, Table(shape, OutputViews.TableColumnsOf(type, shape.Names)));
        var list = View(type, List(shape));
        return OutputViews.ColumnsOf(type, shape.Names) is null ? [list, table] : [table, list];
    }

    private static XElement View(Type type, XElement control) => new(
        "View",
        new XElement("Name", type.Name),
        new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)),
        control);

    /// <summary>
    /// PowerShell gives columns what they need from the left, and leaves out what then has no room. Where several hold sentences, each gets its share.
    /// </summary>
    private static XElement Table(OutputShape shape, IReadOnlyList<string> columns)
    {
        var isShared = columns.Count(static c => Sentences.Contains(c, StringComparer.Ordinal)) > 1;
        return new(
            "TableControl",
            isShared ? null : new XElement("AutoSize"),
            new XElement("TableHeaders", columns.Select(c => new XElement(
                "TableColumnHeader",
                new XElement("Label", c),
                isShared && WidthOf(shape.Type.GetProperty(c)!) is { } width ? new XElement("Width", width) : null,
                shape.IsNumber(c) ? new XElement("Alignment", "Right") : null))),
            new XElement("TableRowEntries", new XElement(
                "TableRowEntry",
                new XElement("Wrap"),
                new XElement("TableColumnItems", columns.Select(c => new XElement("TableColumnItem", Value(shape.Type.GetProperty(c)!, "g")))))));
    }

    /// <summary>The characters that a column of short values needs; null: it shares what is left with the others.</summary>
    private static int? WidthOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        int? values = type.IsEnum ? Enum.GetNames(type).Max(static n => n.Length)
            : type == typeof(DateTimeOffset) ? "2026-11-24 09:00".Length
            : property.Name is "Id" or "Clause" ? "G-0001".Length
            : null;
        return values is { } width ? Math.Max(width, property.Name.Length) : null;
    }

    private static XElement List(OutputShape shape) => new(
        "ListControl",
        new XElement("ListEntries", new XElement("ListEntry", new XElement(
            "ListItems",
            shape.Names.Select(n => shape.Type.GetProperty(n)!)
                .Where(static p => !typeof(IEnumerable<SignInDay>).IsAssignableFrom(p.PropertyType))
                .Select(static p => new XElement("ListItem", new XElement("Label", p.Name), Value(p, "G")))))));

    private static object[] Value(PropertyInfo property, string timeFormat)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var name = new XElement("PropertyName", property.Name);
        if (type == typeof(DateTimeOffset))
        {
            return [name, new XElement("FormatString", $"{{0:{timeFormat}}}")];
        }

        if (type == typeof(DateOnly) || type == typeof(TimeOnly))
        {
            return [name, new XElement("FormatString", type == typeof(DateOnly) ? "{0:d}" : "{0:t}")];
        }

        if (type == typeof(double))
        {
            return [name, new XElement("FormatString", "{0:0.####}")];
        }

        return type == typeof(string) ? [Script(Visible($"$_.{property.Name}"))]
            : type.IsEnum && Coloured(property.Name, type) is { } coloured ? [Script(coloured)]
            : typeof(IEnumerable).IsAssignableFrom(type) ? [Script(OrEverything(property, Joined(property.Name, type)))]
            : [name];
    }

    /// <summary>The text of an expression with control characters made visible, as the console does it: the module gives PowerShell that type.</summary>
    private static string Visible(string expression) => $"[{typeof(VisibleText).FullName}]::Of({expression})";

    private static XElement Script(string text) => new("ScriptBlock", text);

    /// <summary>A word of an enum in its colour; null where none of its words has one.</summary>
    private static string? Coloured(string name, Type type)
    {
        var cases = Enum.GetNames(type)
            .Select(static n => (Name: n, Style: OutputViews.StyleOfName(n)))
            .Where(static n => n.Style is not null)
            .GroupBy(static n => n.Style!, StringComparer.Ordinal)
            .Select(static g => $"{{ $_ -in {string.Join(", ", g.Select(static n => $"'{n.Name}'"))} }} {{ {StyleOf(g.Key)}; break }}")
            .ToList();
        return cases.Count == 0 ? null : $$"""
            $style = switch ("$($_.{{name}})") { {{string.Join(" ", cases)}} default { '' } }
            if ($style) { "$style$($_.{{name}})$($PSStyle.Reset)" } else { $_.{{name}} }
            """;
    }

    /// <summary>What needs a person's eyes follows what a person set for errors and warnings.</summary>
    private static string StyleOf(string style) => style switch
    {
        "red" => "$PSStyle.Formatting.Error",
        "yellow" => "$PSStyle.Formatting.Warning",
        "green" => "$PSStyle.Foreground.Green",
        _ => "$PSStyle.Foreground.BrightBlack",
    };

    /// <summary>A list's text; where it is empty because it means everything, the word for that.</summary>
    private static string OrEverything(PropertyInfo property, string joined) =>
        OutputViews.EmptyOf(property.ReflectedType!, property.Name) is { } word ? $"if ($_.{property.Name}.Count) {{ {joined} }} else {{ '{word}' }}" : joined;

    /// <summary>A list in one text, of objects the first property and the others in brackets, as the console has it.</summary>
    private static string Joined(string name, Type type)
    {
        var item = type.IsGenericType ? type.GetGenericArguments()[^1] : typeof(string);
        if (item == typeof(string))
        {
            // Sentences, as the console has them, with no comma behind their full stop.
            return Visible($"(@($_.{name}) -join $(if (@(@($_.{name}) -notmatch '[.!?]$').Count -gt 0) {{ ', ' }} else {{ ' ' }}))");
        }

        if (item.IsEnum || item.IsPrimitive || item.Namespace?.StartsWith("Rosewood", StringComparison.Ordinal) is not true)
        {
            return Visible($"($_.{name} -join ', ')");
        }

        var parts = item.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(static p => p.Name).ToList();
        var others = string.Join(", ", parts.Skip(1).Select(static p => $"$_.{p}"));
        return parts.Count == 1
            ? Visible($"($_.{name}.{parts[0]} -join ', ')")
            : $"@($_.{name} | ForEach-Object {{ {Visible($"\"$($_.{parts[0]}) ($(@({others}) -join ', '))\"")} }}) -join \"`n\"";
    }
}
