namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>A login.</summary>
public sealed class SimulatedAccount
{
    private readonly HashSet<Behaviour> _occurred = [];

    /// <summary>The user principal name.</summary>
    public required string UserPrincipalName { get; init; }

    /// <summary>The display name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The object id in Entra.</summary>
    public required string UserId { get; init; }

    /// <summary>The last number of the Windows SID.</summary>
    public required int Rid { get; init; }

    /// <summary>Who it belongs to; null for service accounts.</summary>
    public SimulatedPerson? Owner { get; init; }

    /// <summary>The part before the <c>@</c>, which Windows shows.</summary>
    public string Login => UserPrincipalName[..UserPrincipalName.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>The behaviours that did occur with it.</summary>
    public IReadOnlySet<Behaviour> Occurred => _occurred;

    /// <inheritdoc/>
    public override string ToString() => UserPrincipalName;

    internal void Note(Behaviour behaviour) => _occurred.Add(behaviour);
}
