using System.Reflection;
using Rosewood.PolicyAdmin.Commands.Completion;

namespace Rosewood.PolicyAdmin.Console.Syntax;

/// <summary>One parameter of a command: how it is written, and the property that it fills.</summary>
/// <param name="Name">Its name without the dash.</param>
/// <param name="Property">The request's (or the common options') property.</param>
/// <param name="IsSwitch">Whether it stands alone.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Places">One for each parameter set it is in.</param>
/// <param name="AllowedValues">Values of a <c>[ValidateSet]</c>; empty: any.</param>
internal sealed record ParameterSyntax(
    string Name,
    PropertyInfo Property,
    bool IsSwitch,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<ParameterPlace> Places,
    IReadOnlyList<string> AllowedValues)
{
    /// <summary>Whether <c>*</c> and <c>?</c> stand for other characters in its values.</summary>
    public bool SupportsWildcards { get; init; }

    /// <summary>What its values name, where the workspace knows them; else null.</summary>
    public KnownValueKind? Names { get; init; }

    /// <summary>Whether it takes several values.</summary>
    public bool IsList => Property.PropertyType.IsArray;

    /// <summary>The type of one value, without array and nullability.</summary>
    public Type ValueType
    {
        get
        {
            var type = Property.PropertyType.IsArray ? Property.PropertyType.GetElementType()! : Property.PropertyType;
            return Nullable.GetUnderlyingType(type) ?? type;
        }
    }

    /// <summary>The values it can have, where they are few and known: of an enum or a <c>[ValidateSet]</c>.</summary>
    public IReadOnlyList<string> KnownValues =>
        AllowedValues.Count > 0 ? AllowedValues : ValueType.IsEnum ? Enum.GetNames(ValueType) : [];

    /// <summary>Whether the parameter belongs to a set.</summary>
    public bool IsIn(string? set) => Any(p => p.IsIn(set));

    /// <summary>Whether it must be given in a set.</summary>
    public bool IsMandatoryIn(string? set) => Any(p => p.IsIn(set) && p.Mandatory);

    /// <summary>Its position in a set, or null.</summary>
    public int? PositionIn(string? set)
    {
        foreach (var place in Places)
        {
            if (place.IsIn(set) && place.Position is { } position)
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>Whether left-over values go to it in a set.</summary>
    public bool TakesRemainingIn(string? set) => Any(p => p.IsIn(set) && p.TakesRemaining);

    /// <summary>Whether a whole piped value binds to it.</summary>
    public bool FromPipeline => Any(static p => p.FromPipeline);

    /// <summary>Whether a piped object's property binds to it.</summary>
    public bool FromPipelineByName => Any(static p => p.FromPipelineByName);

    /// <summary>Whether this is one of its names, written in full.</summary>
    public bool IsNamed(string name) => AnyName(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether one of its names begins so.</summary>
    public bool BeginsWith(string prefix) => AnyName(n => n.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private bool AnyName(Func<string, bool> test) => test(Name) || Aliases.Any(test);

    private bool Any(Func<ParameterPlace, bool> test) => Places.Any(test);
}
