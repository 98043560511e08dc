using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Query;

/// <summary>A <c>$filter</c> that was held against what a service supports.</summary>
internal sealed class Filter
{
    private readonly FilterNode? node;

    private Filter(FilterNode? node) => this.node = node;

    public static Filter None { get; } = new(null);

    public IEnumerable<FilterLeaf> Leaves => node?.Leaves ?? [];

    public bool HasOr => Contains<OrNode>(node);

    /// <summary>Reads the query's filter.</summary>
    /// <param name="query">The query.</param>
    /// <param name="type">The resource, for the message.</param>
    /// <param name="rules">For each property its operators, separated by spaces.</param>
    /// <exception cref="GraphException">400 for what is no filter or not supported.</exception>
    public static Filter From(ODataQuery query, string type, IReadOnlyDictionary<string, string> rules)
    {
        if (query["$filter"] is not { } text)
        {
            return None;
        }

        var filter = new Filter(FilterParser.Parse(text));
        foreach (var leaf in filter.Leaves)
        {
            Check(leaf, type, rules);
        }

        return filter;
    }

    /// <summary>Reads the query's filter as some services do: what is not supported filters nothing.</summary>
    public static Filter IgnoringUnsupported(ODataQuery query, IReadOnlyDictionary<string, string> rules)
    {
        if (query["$filter"] is not { } text)
        {
            return None;
        }

        var parsed = FilterParser.Parse(text);
        return parsed.Leaves.All(l => rules.TryGetValue(l.Path, out var operators) && operators.Split(' ').Contains(l.Operator, StringComparer.Ordinal)) ? new Filter(parsed) : None;
    }

    /// <summary>A filter that demands something more.</summary>
    public Filter And(FilterNode more) => new(node is null ? more : new AndNode(node, more));

    public bool Matches(IEntity entity) => node is null || node.Matches(entity);

    /// <summary>The bounds that the filter surely sets on a moment: all records outside fail it.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Bounds(string path)
    {
        var (from, to) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        foreach (var leaf in Conjuncts(node).Where(l => string.Equals(l.Path, path, StringComparison.Ordinal)))
        {
            if (leaf.Literal is DateTimeOffset moment)
            {
                from = leaf.Operator is "ge" or "gt" or "eq" && moment > from ? moment : from;
                to = leaf.Operator is "le" or "lt" or "eq" && moment < to ? moment : to;
            }
        }

        return (from, to);
    }

    private static void Check(FilterLeaf leaf, string type, IReadOnlyDictionary<string, string> rules)
    {
        if (!rules.TryGetValue(leaf.Path, out var operators))
        {
            throw GraphException.BadRequest($"Invalid filter clause: Could not find a property named '{leaf.Path}' on type 'microsoft.graph.{type}', or it cannot be filtered.");
        }

        if (leaf.Path.EndsWith("DateTime", StringComparison.Ordinal) && leaf.Quoted)
        {
            throw GraphException.BadRequest("Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.DateTimeOffset' and 'Edm.String' for operator kind "
                + $"'{Kind(leaf.Operator)}'.");
        }

        if (!operators.Split(' ').Contains(leaf.Operator, StringComparer.Ordinal))
        {
            throw GraphException.UnsupportedQuery($"Unsupported or invalid query filter clause specified for property '{leaf.Path}' of resource '{type}'.");
        }
    }

    private static string Kind(string comparison) => comparison switch
    {
        "ge" => "GreaterThanOrEqual",
        "gt" => "GreaterThan",
        "le" => "LessThanOrEqual",
        "lt" => "LessThan",
        "ne" => "NotEqual",
        _ => "Equal",
    };

    private static IEnumerable<FilterLeaf> Conjuncts(FilterNode? node) => node switch
    {
        AndNode and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        FilterLeaf leaf => [leaf],
        _ => [],
    };

    private static bool Contains<T>(FilterNode? node) => node switch
    {
        T => true,
        AndNode and => Contains<T>(and.Left) || Contains<T>(and.Right),
        OrNode or => Contains<T>(or.Left) || Contains<T>(or.Right),
        NotNode not => Contains<T>(not.Inner),
        _ => false,
    };
}
