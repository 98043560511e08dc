namespace Rosewood.Tenancy.Query;

/// <summary>A part of a <c>$filter</c>.</summary>
internal abstract record FilterNode
{
    public abstract bool Matches(IEntity entity);

    /// <summary>The comparisons and functions in it.</summary>
    public abstract IEnumerable<FilterLeaf> Leaves { get; }
}

/// <summary>Both parts hold.</summary>
internal sealed record AndNode(FilterNode Left, FilterNode Right) : FilterNode
{
    public override IEnumerable<FilterLeaf> Leaves => Left.Leaves.Concat(Right.Leaves);

    public override bool Matches(IEntity entity) => Left.Matches(entity) && Right.Matches(entity);
}

/// <summary>One part holds.</summary>
internal sealed record OrNode(FilterNode Left, FilterNode Right) : FilterNode
{
    public override IEnumerable<FilterLeaf> Leaves => Left.Leaves.Concat(Right.Leaves);

    public override bool Matches(IEntity entity) => Left.Matches(entity) || Right.Matches(entity);
}

/// <summary>The part does not hold.</summary>
internal sealed record NotNode(FilterNode Inner) : FilterNode
{
    public override IEnumerable<FilterLeaf> Leaves => Inner.Leaves.Select(l => l with { Operator = "not " + l.Operator });

    public override bool Matches(IEntity entity) => !Inner.Matches(entity);
}

/// <summary>A comparison, a function, or a comparison of a collection's elements (<c>any eq</c>).</summary>
/// <param name="Operator">eq, ne, ge, gt, le, lt, startswith, endswith, contains, or any.</param>
/// <param name="Path">The property.</param>
/// <param name="Literal">What it is compared with: text, number (double), bool, moment, or null.</param>
/// <param name="Quoted">Whether the literal stood in quotes.</param>
internal sealed record FilterLeaf(string Operator, string Path, object? Literal, bool Quoted) : FilterNode
{
    public override IEnumerable<FilterLeaf> Leaves => [this];

    public override bool Matches(IEntity entity)
    {
        if (string.Equals(Operator, "any", StringComparison.Ordinal))
        {
            return entity.Texts(Path).Any(t => t.Equals(Literal as string, StringComparison.OrdinalIgnoreCase));
        }

        var value = entity.Value(Path);
        return Operator switch
        {
            "eq" => Same(value, Literal),
            "ne" => !Same(value, Literal),
            "startswith" => value is string s && s.StartsWith((string)Literal!, StringComparison.OrdinalIgnoreCase),
            "endswith" => value is string s && s.EndsWith((string)Literal!, StringComparison.OrdinalIgnoreCase),
            "contains" => value is string s && s.Contains((string)Literal!, StringComparison.OrdinalIgnoreCase),
            _ => Order(value, Literal) is { } order && Operator switch { "ge" => order >= 0, "gt" => order > 0, "le" => order <= 0, _ => order < 0 },
        };
    }

    private static bool Same(object? value, object? literal)
        => value is string a && literal is string b ? string.Equals(a, b, StringComparison.OrdinalIgnoreCase) : Equals(value, literal);

    private static int? Order(object? value, object? literal) => (value, literal) switch
    {
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (double a, double b) => a.CompareTo(b),
        (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
        _ => null,
    };
}
