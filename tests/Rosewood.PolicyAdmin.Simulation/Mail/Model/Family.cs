namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>A family with a child or several at the school.</summary>
public sealed class Family
{
    private readonly HashSet<MailBehaviour> _behaviours = [];

    /// <summary>The number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The id in the list, such as <c>F0007</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id under which the first parent stands in the list a second time, such as <c>G0007</c>; or null.</summary>
    public string? SecondId { get; init; }

    /// <summary>The first names of the children at the school.</summary>
    public required IReadOnlyList<string> Children { get; init; }

    /// <summary>The parents or carers, one or two.</summary>
    public required IReadOnlyList<Guardian> Guardians { get; init; }

    /// <summary>The class teacher.</summary>
    public required MailPerson Teacher { get; init; }

    /// <summary>What the family was cast for.</summary>
    public IReadOnlySet<MailBehaviour> Behaviours => _behaviours;

    /// <summary>Whether the family was cast for a behaviour.</summary>
    public bool Does(MailBehaviour behaviour) => _behaviours.Contains(behaviour);

    /// <inheritdoc/>
    public override string ToString() => Id;

    internal void Cast(MailBehaviour behaviour) => _behaviours.Add(behaviour);
}
