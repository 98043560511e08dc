using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>What the school adds to the routes of incidents. It can add people and steps; nothing here takes any away.</summary>
public sealed record IncidentsConfig
{
    /// <summary>How the local authority's designated officer (LADO) is reached, or null.</summary>
    public string? DesignatedOfficer { get; init; }

    /// <summary>Additions by type, each type once.</summary>
    public IReadOnlyList<IncidentRouteConfig> Routes { get; init; } = [];

    /// <summary>What is added to a type's route; nothing where the school has said nothing.</summary>
    public IncidentRouteConfig Of(IncidentType type) => Routes.FirstOrDefault(r => r.Type == type) ?? new IncidentRouteConfig { Type = type };
}

/// <summary>What the school adds to one type's route.</summary>
public sealed record IncidentRouteConfig
{
    /// <summary>The type.</summary>
    public required IncidentType Type { get; init; }

    /// <summary>A graver severity than the type's own, or null.</summary>
    public IncidentSeverity? Severity { get; init; }

    /// <summary>Roles whose holders are told too.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>People who are told too, by UPN, lower case.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Adds the safeguarding lead.</summary>
    public bool SafeguardingLead { get; init; }

    /// <summary>Adds the police.</summary>
    public bool Police { get; init; }

    /// <summary>Treats it like abuse material: preserved and not opened, no address written down.</summary>
    public bool Withhold { get; init; }
}
