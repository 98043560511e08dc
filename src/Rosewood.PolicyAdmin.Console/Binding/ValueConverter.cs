using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>Turns words into the types of request properties.</summary>
internal static class ValueConverter
{
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-ddTHH:mm'Z'", "yyyy-MM-ddTHH:mm:ss'Z'", "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>The value of a parameter from its words.</summary>
    /// <exception cref="UsageException">A word does not fit.</exception>
    /// <exception cref="FaultException">A time or a duration that can't be read.</exception>
    public static object Convert(ParameterSyntax parameter, IReadOnlyList<string> words)
    {
        if (!parameter.IsList)
        {
            return ConvertOne(parameter, words[0]);
        }

        var array = Array.CreateInstance(parameter.Property.PropertyType.GetElementType()!, words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            array.SetValue(ConvertOne(parameter, words[i]), i);
        }

        return array;
    }

    /// <summary>True or false, as PowerShell or other programs write it; null for anything else.</summary>
    public static bool? Boolean(string word) => word.ToUpperInvariant() switch
    {
        "$TRUE" or "TRUE" or "1" => true,
        "$FALSE" or "FALSE" or "0" => false,
        _ => null,
    };

    private static object ConvertOne(ParameterSyntax parameter, string word)
    {
        if (parameter.AllowedValues.Count > 0 && !parameter.AllowedValues.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            throw Wrong(parameter, word, $"It takes {Suggestions.List(parameter.AllowedValues)}.");
        }

        var type = parameter.ValueType;
        if (type == typeof(string))
        {
            return word;
        }

        if (type.IsEnum)
        {
            return Member(type, word) ?? throw Wrong(parameter, word, $"It takes {Suggestions.List(Enum.GetNames(type))}.");
        }

        if (type == typeof(bool))
        {
            return Boolean(word) ?? throw Wrong(parameter, word, "It takes true or false.");
        }

        if (type == typeof(Uri))
        {
            return Uri.TryCreate(word, UriKind.RelativeOrAbsolute, out var uri) ? uri : throw Wrong(parameter, word, "It takes an address such as https://www.example.org/.");
        }

        return Parse(type, word) ?? throw Wrong(parameter, word, Expected(type));
    }

    /// <summary>An enum's member by name; numbers are no names.</summary>
    private static object? Member(Type type, string word)
    {
        var name = Array.Find(Enum.GetNames(type), n => n.Equals(word, StringComparison.OrdinalIgnoreCase));
        return name is null ? null : Enum.Parse(type, name);
    }

    /// <summary>By the type's own <c>Parse</c>: numbers, times, durations, ids, addresses.</summary>
    private static object? Parse(Type type, string word)
    {
        // The types' own readings of these are too free: 01/02/2026 and 1,5 mean different things to different people.
        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        }

        if (type == typeof(DateTimeOffset))
        {
            return DateTimeOffset.TryParseExact(word, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
        }

        if (type == typeof(double))
        {
            return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
        }

        try
        {
            return type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)]) is { } withCulture
                ? withCulture.Invoke(null, [word, CultureInfo.InvariantCulture])
                : type.GetMethod("Parse", [typeof(string)])!.Invoke(null, [word]);
        }
        catch (TargetInvocationException e) when (e.InnerException is FaultException fault)
        {
            ExceptionDispatchInfo.Throw(fault);
            throw;
        }
        catch (TargetInvocationException e) when (e.InnerException is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static string Expected(Type type) => type.Name switch
    {
        nameof(Int32) or nameof(Int64) => "It takes a whole number.",
        nameof(Double) => "It takes a number such as 0.5.",
        nameof(DateOnly) => "It takes a date such as 2026-12-18.",
        nameof(DateTimeOffset) => "It takes a time with its offset, such as 2026-12-18T15:30:00+00:00.",
        _ => $"It takes a {type.Name}.",
    };

    private static UsageException Wrong(ParameterSyntax parameter, string word, string expected) =>
        new($"-{parameter.Name} can't be '{word}'. {expected}", "");
}
