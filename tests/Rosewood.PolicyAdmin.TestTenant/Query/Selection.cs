using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Query;

/// <summary>Which properties of a record are written.</summary>
internal sealed class Selection
{
    private readonly HashSet<string>? names;

    private Selection(HashSet<string>? names) => this.names = names;

    public static Selection All { get; } = new(null);

    public bool Has(string name) => names is null || names.Contains(name);

    /// <summary>Whether a property was asked for by name; those that are only then written.</summary>
    public bool Asks(string name) => names is not null && names.Contains(name);

    /// <summary>Reads <c>$select</c>.</summary>
    /// <param name="query">The query.</param>
    /// <param name="type">The resource, for the message.</param>
    /// <param name="known">All property names; any other is an error.</param>
    /// <param name="usual">What is written without <c>$select</c>; null: all.</param>
    public static Selection From(ODataQuery query, string type, IReadOnlyCollection<string> known, IReadOnlyCollection<string>? usual = null)
    {
        if (query["$select"] is not { } text)
        {
            return usual is null ? All : new Selection(new HashSet<string>(usual, StringComparer.OrdinalIgnoreCase));
        }

        var asked = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var name in asked)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw GraphException.BadRequest($"Parsing OData Select and Expand failed: Could not find a property named '{name}' on type 'microsoft.graph.{type}'.");
            }
        }

        return new Selection(new HashSet<string>(asked, StringComparer.OrdinalIgnoreCase));
    }
}
