namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>Who is told of a type of incident, and what to do.</summary>
/// <param name="Type">The type.</param>
/// <param name="Clause">The clause that sets the route.</param>
/// <param name="First">Who hears of it first, by role.</param>
/// <param name="Police">Whether the police are told.</param>
/// <param name="AddressesWithheld">Whether the material is preserved and not opened, and its address written nowhere.</param>
/// <param name="Severity">How grave it would be, until a person says otherwise.</param>
/// <param name="Misuse">The first axis (MIS-1).</param>
/// <param name="Nature">The second axis (MIS-1).</param>
/// <param name="CriminalInNature">Whether the policy calls the type criminal in nature (MIS-2).</param>
/// <param name="Steps">What to do, in order, by name as the roster stands now.</param>
public sealed record PolicyIncidentRoute(
    IncidentType Type,
    string Clause,
    string First,
    bool Police,
    bool AddressesWithheld,
    IncidentSeverity Severity,
    MisuseKind Misuse,
    MisuseNature Nature,
    bool CriminalInNature,
    IReadOnlyList<string> Steps);
