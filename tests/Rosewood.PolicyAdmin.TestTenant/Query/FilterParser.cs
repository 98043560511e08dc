using System.Globalization;
using System.Text.RegularExpressions;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Query;

/// <summary>Reads the part of OData's filter language that the tenant's services know.</summary>
internal sealed partial class FilterParser
{
    private readonly string text;
    private readonly List<string> tokens;
    private int at;

    private FilterParser(string text)
    {
        this.text = text;
        tokens = [.. Token().Matches(text).Select(m => m.Value)];
        if (Token().Replace(text, "").Trim().Length > 0)
        {
            throw Wrong();
        }
    }

    /// <summary>Parses a filter.</summary>
    /// <exception cref="GraphException">400 when it is no filter.</exception>
    public static FilterNode Parse(string text)
    {
        var parser = new FilterParser(text);
        var node = parser.Or();
        return parser.at == parser.tokens.Count ? node : throw parser.Wrong();
    }

    private FilterNode Or()
    {
        var node = And();
        while (Take("or"))
        {
            node = new OrNode(node, And());
        }

        return node;
    }

    private FilterNode And()
    {
        var node = One();
        while (Take("and"))
        {
            node = new AndNode(node, One());
        }

        return node;
    }

    private FilterNode One()
    {
        if (Take("not"))
        {
            return new NotNode(One());
        }

        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        var name = Next();
        if (name is "startswith" or "startsWith" or "endswith" or "endsWith" or "contains" && Take("("))
        {
            var path = Next();
            Expect(",");
            var (literal, quoted) = Literal();
            Expect(")");
            return quoted ? new FilterLeaf(name.ToLowerInvariant(), path, literal, true) : throw Wrong();
        }

        if (name.EndsWith("/any", StringComparison.Ordinal) && Take("("))
        {
            var variable = Next();
            Expect(":");
            if (!string.Equals(Next(), variable, StringComparison.Ordinal))
            {
                throw Wrong();
            }

            Expect("eq");
            var (literal, quoted) = Literal();
            Expect(")");
            return new FilterLeaf("any", name[..^4], literal, quoted);
        }

        if (!char.IsLetter(name[0]))
        {
            throw Wrong();
        }

        var comparison = Next();
        if (comparison is not ("eq" or "ne" or "ge" or "gt" or "le" or "lt"))
        {
            throw Wrong();
        }

        var (value, inQuotes) = Literal();
        return new FilterLeaf(comparison, name, value, inQuotes);
    }

    private (object? Value, bool Quoted) Literal()
    {
        var token = Next();
        if (token[0] == '\'')
        {
            return (token[1..^1].Replace("''", "'", StringComparison.Ordinal), true);
        }

        if (Moment().IsMatch(token) && DateTimeOffset.TryParse(token, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return (moment, false);
        }

        return token switch
        {
            "null" => (null, false),
            "true" => (true, false),
            "false" => (false, false),
            _ when double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => (number, false),
            _ when Guid.TryParse(token, out _) => (token, false),
            _ => throw Wrong(),
        };
    }

    private bool Take(string token)
    {
        if (at < tokens.Count && string.Equals(tokens[at], token, StringComparison.Ordinal))
        {
            at++;
            return true;
        }

        return false;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw Wrong();
        }
    }

    private string Next() => at < tokens.Count ? tokens[at++] : throw Wrong();

    private GraphException Wrong() => GraphException.BadRequest($"Invalid filter clause: Syntax error at position {Math.Min(at, tokens.Count)} in '{text}'.");

    [GeneratedRegex(@"'(?:[^']|'')*'|[(),]|:(?=\s*[a-z])|\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:\d{2})|[^\s(),:']+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,12})?)?(Z|[+-]\d{2}:\d{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();
}
