using System.Globalization;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Query;

/// <summary>The query options of a request, decoded. A service says which it knows; any other is an error.</summary>
internal sealed class ODataQuery
{
    private readonly Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> repeated = [];

    private ODataQuery()
    {
    }

    public IReadOnlyDictionary<string, string> Options => options;

    public string? this[string name] => options.GetValueOrDefault(name);

    public static ODataQuery Parse(string? raw)
    {
        var query = new ODataQuery();
        foreach (var part in (raw ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? part : part[..equals]);
            if (!query.options.TryAdd(name, equals < 0 ? "" : Decode(part[(equals + 1)..])))
            {
                query.repeated.Add(name);
            }
        }

        return query;
    }

    /// <summary>Refuses options that the operation does not know, and repeated ones.</summary>
    public void Allow(params ReadOnlySpan<string> known)
    {
        foreach (var name in options.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw GraphException.BadRequest($"The query specified in the URI is not valid. Query option '{name}' is not supported.");
            }
        }

        if (repeated.Count > 0)
        {
            throw GraphException.BadRequest($"Query option '{repeated[0]}' was specified more than once, but it must be specified at most once.");
        }
    }

    /// <summary>The page size.</summary>
    public int Top(int usual, int largest)
    {
        if (this["$top"] is not { } text)
        {
            return usual;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top))
        {
            throw GraphException.BadRequest($"Invalid value '{text}' for $top query option found. The $top query option requires a non-negative integer value.");
        }

        return top >= 1 && top <= largest
            ? top
            : throw GraphException.UnsupportedQuery($"Invalid page size specified: '{top}'. Must be between 1 and {largest} inclusive.");
    }

    /// <summary>The query without its skip token, the same for all pages of one list.</summary>
    public string Shape() => string.Join('&', options.Where(o => !IsToken(o.Key)).OrderBy(o => o.Key, StringComparer.OrdinalIgnoreCase).Select(o => o.Key + "=" + o.Value));

    /// <summary>The query for the next page.</summary>
    public string NextLink(string tokenName, string token)
        => string.Join('&', options.Where(o => !IsToken(o.Key)).Select(o => o.Key + "=" + Uri.EscapeDataString(o.Value)).Append(tokenName + "=" + Uri.EscapeDataString(token)));

    private static bool IsToken(string name) => name.Equals("$skiptoken", StringComparison.OrdinalIgnoreCase) || name.Equals("$skip", StringComparison.OrdinalIgnoreCase);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
