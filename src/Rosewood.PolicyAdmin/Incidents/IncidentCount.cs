namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>How many incidents there are of a type and status: no names and no texts.</summary>
/// <param name="Type">What they are about.</param>
/// <param name="Severity">How grave they would be.</param>
/// <param name="Status">How far they are.</param>
/// <param name="Count">How many.</param>
public sealed record IncidentCount(IncidentType Type, IncidentSeverity Severity, IncidentStatus Status, int Count);
