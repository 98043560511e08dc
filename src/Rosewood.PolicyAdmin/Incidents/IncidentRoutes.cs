namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>Who answers an incident of a type (RES-1, RES-2).</summary>
/// <param name="Clause">The clause that says so.</param>
/// <param name="First">Who is told first, as a sentence's beginning: <c>safeguarding lead (DSL)</c>.</param>
/// <param name="Police">Whether the type itself demands the police; that they come in elsewhere is for those who investigate.</param>
/// <param name="IsWithheld">Whether addresses are withheld: the material is preserved and not opened.</param>
public sealed record IncidentRoute(string Clause, string First, bool Police, bool IsWithheld)
{
    /// <summary>The route in words.</summary>
    public override string ToString() => IsWithheld
        ? $"{First}, then the police: preserve, do not open"
        : Police ? $"{First}, then the police" : First;
}

/// <summary>The route of each type.</summary>
public static class IncidentRoutes
{
    private const string Lead = "Safeguarding lead (DSL)";
    private static readonly IncidentRoute Protection = new("RES-1", Lead, Police: false, IsWithheld: false);
    private static readonly IncidentRoute Crime = new("RES-1", Lead, Police: true, IsWithheld: false);
    private static readonly IncidentRoute Abuse = new("RES-1", Lead, Police: true, IsWithheld: true);
    private static readonly IncidentRoute Leadership = new("RES-2", "Senior leadership team (SLT)", Police: false, IsWithheld: false);
    private static readonly IncidentRoute Posts = new("RES-3", "Senior leadership team (SLT)", Police: false, IsWithheld: false);

    /// <summary>The route of a type.</summary>
    public static IncidentRoute Of(IncidentType type) => type switch
    {
        IncidentType.ChildAbuseMaterial => Abuse,
        IncidentType.GroomingOrHarassment or IncidentType.ExtremePornography or IncidentType.TerrorismOrReligiousHatred => Crime,
        IncidentType.HateMaterial or IncidentType.Racism or IncidentType.Violence or IncidentType.Weapons or IncidentType.Drugs
            or IncidentType.Bullying or IncidentType.SoftPornography or IncidentType.Hacking or IncidentType.Malware or IncidentType.StolenGoods
            or IncidentType.PupilFriendship => Protection,
        IncidentType.InflammatoryPost => Posts,
        _ => Leadership,
    };
}
