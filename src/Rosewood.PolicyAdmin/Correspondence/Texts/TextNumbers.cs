using System.Globalization;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// Reads the numbers in a cell, also when a spreadsheet went over them: only what can be one number and no other is read. A number whose
/// last digits the spreadsheet rounded away (<c>7.7009E+09</c>) is none.
/// </summary>
internal static partial class TextNumbers
{
    private const int LeastDigits = 10;
    private static readonly char[] Separators = [';', ',', '\n', '\r', '|'];

    /// <summary>The numbers, in E.164; a single entry without a number where there is none that is certain.</summary>
    public static IReadOnlyList<TextNumber> Read(string cell)
    {
        var text = Unwrap(cell);
        if (One(text) is { } one)
        {
            return [new TextNumber(one, text)];
        }

        // A name beside a number has no digits of its own.
        var pieces = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static p => p.Any(char.IsAsciiDigit))
            .Select(static p => new TextNumber(One(Unwrap(p)) ?? Inside(p), p))
            .ToList();
        return pieces.Exists(static p => p.E164 is not null) ? pieces : [new TextNumber(E164: null, text)];
    }

    /// <summary>A cell without what makes a spreadsheet take it for text: <c>="07700 900123"</c>, or an apostrophe before it.</summary>
    public static string Unwrap(string cell)
    {
        var text = cell.Trim();
        return text is ['=', '"', .. var inside, '"'] && !inside.Contains('"', StringComparison.Ordinal) ? inside.Trim()
            : text is ['\'', .. var rest] ? rest.Trim() : text;
    }

    private static string? One(string text)
    {
        if (!Rounded().IsMatch(text))
        {
            return PhoneNumber.ToE164(text);
        }

        var match = Exponent().Match(text);
        var fraction = match.Groups["fraction"].Value;
        return match.Success && int.TryParse(match.Groups["power"].ValueSpan, CultureInfo.InvariantCulture, out var power) && fraction.Length == power
            ? PhoneNumber.ToE164(match.Groups["first"].Value + fraction)
            : null;
    }

    /// <summary>The one number in a text with words around it: <c>Mother (07700 900123)</c>.</summary>
    private static string? Inside(string text)
    {
        if (Rounded().IsMatch(text) || text.StartsWith('='))
        {
            return null;
        }

        var runs = Runs().Matches(text).Select(static m => m.Value).Where(static r => r.Count(char.IsAsciiDigit) >= LeastDigits).ToList();
        return runs is [var run] ? PhoneNumber.ToE164(run) : null;
    }

    [GeneratedRegex(@"\A[+]?[0-9]+([.,][0-9]*)?[eE]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rounded();

    [GeneratedRegex(@"\A[+]?(?<first>[0-9])([.,](?<fraction>[0-9]+))?[eE][+]?(?<power>[0-9]{1,2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exponent();

    [GeneratedRegex("[+]?[0-9][0-9 ()-]*[0-9]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Runs();
}

/// <summary>A number in a cell.</summary>
/// <param name="E164">The number; null where none is certain.</param>
/// <param name="Written">As it is written; never kept.</param>
internal readonly record struct TextNumber(string? E164, string Written);
