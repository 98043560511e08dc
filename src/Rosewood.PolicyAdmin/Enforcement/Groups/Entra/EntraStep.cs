namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>One change of a group's membership.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Member">To whom.</param>
/// <param name="Until">When the membership ends by the tenant's own clock, UTC; null: it has no end there.</param>
/// <param name="Words">The change in a clause, such as <c>add Niamh O'Brien (n.obrien@rosewood.example), G-0001</c>.</param>
internal sealed record EntraStep(EntraStepKind Kind, EntraMember Member, DateTimeOffset? Until, string Words)
{
    /// <summary>The grants behind it, joined by <c>;</c>; the justification that the tenant keeps.</summary>
    public string Grants { get; init; } = "";
}

/// <summary>What is done to a membership.</summary>
internal enum EntraStepKind
{
    /// <summary>Somebody becomes a member.</summary>
    Add,

    /// <summary>A membership's end in the tenant is set anew.</summary>
    Extend,

    /// <summary>A membership without an end, or with one, becomes the other sort.</summary>
    Convert,

    /// <summary>A membership ends.</summary>
    Remove,
}
