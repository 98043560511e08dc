using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A property's value as text: short for tables, whole for lists, exact for CSV.</summary>
internal static class CellText
{
    /// <summary>For a table: times to the minute, by the clock of the school that the value carries.</summary>
    public static string Short(object? value) => value switch
    {
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => People(value, Short),
    };

    /// <summary>For a list: times with seconds and offset.</summary>
    public static string Full(object? value) => value switch
    {
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        _ => People(value, Full),
    };

    /// <summary>For CSV: the forms of the JSON output, lists joined by <c>;</c>.</summary>
    public static string Exact(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        TimeSpan duration => XmlConvert.ToString(duration),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ when Simple(value) is { } text => text,
        IDictionary pairs => Join(Pairs(pairs), Exact, ";"),
        IEnumerable items => Join(items, Exact, ";"),
        _ => PolicyJson.Text(value),
    };

    private static string People(object? value, Func<object?, string> item) => value switch
    {
        null => "",
        string text => text,
        TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        _ when Simple(value) is { } text => text,
        IDictionary pairs => Join(Pairs(pairs), item, ", "),
        IEnumerable items => List([.. items.Cast<object?>().Select(item)]),
        _ when SaysItself(value.GetType()) => value.ToString()!,
        _ => Nested(new OutputShape(value.GetType()), value, item),
    };

    /// <summary>Whether a type has a text of its own, other than what the compiler gives every record.</summary>
    private static bool SaysItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } method
        && method.DeclaringType != typeof(object)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>An object within an object: its first property, and the others in brackets.</summary>
    private static string Nested(OutputShape shape, object value, Func<object?, string> item)
    {
        var texts = shape.Names.Select(n => item(shape.ValueOf(value, n))).Where(static t => t.Length > 0).ToList();
        return texts.Count > 1 ? $"{texts[0]} ({string.Join(", ", texts.Skip(1))})" : string.Concat(texts);
    }

    private static string? Simple(object value) => value switch
    {
        Enum or bool or Uri or char => value.ToString(),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number when value.GetType().IsPrimitive || value is decimal or Guid => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static IEnumerable<string> Pairs(IDictionary pairs)
    {
        foreach (DictionaryEntry pair in pairs)
        {
            yield return $"{Exact(pair.Key)}={Exact(pair.Value)}";
        }
    }

    /// <summary>Words stand with commas between them, sentences one behind the other.</summary>
    private static string List(IReadOnlyList<string> items) =>
        string.Join(items.All(static i => i is [.., '.' or '!' or '?']) ? " " : ", ", items.Where(static i => i.Length > 0));

    private static string Join(IEnumerable items, Func<object?, string> text, string separator)
    {
        var result = new StringBuilder();
        foreach (var item in items)
        {
            result.Append(result.Length == 0 ? "" : separator).Append(text(item));
        }

        return result.ToString();
    }
}
