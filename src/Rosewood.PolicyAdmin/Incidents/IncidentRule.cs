namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>What goes for a type until a person says otherwise.</summary>
/// <param name="Type">The type.</param>
/// <param name="Misuse">The first axis (MIS-1).</param>
/// <param name="Nature">The second axis (MIS-1).</param>
/// <param name="Severity">How grave it would be.</param>
/// <param name="Clause">The clause that it would breach.</param>
public sealed record IncidentRule(IncidentType Type, MisuseKind Misuse, MisuseNature Nature, IncidentSeverity Severity, string Clause)
{
    /// <summary>Whether the policy calls the type criminal in nature (MIS-2).</summary>
    public bool IsCriminalInNature => Type <= IncidentType.TerrorismOrReligiousHatred;

    /// <summary>Whether a child may be harmed: then the local authority hears of it where staff are concerned.</summary>
    public bool TouchesChildren => Type is IncidentType.ChildAbuseMaterial or IncidentType.GroomingOrHarassment or IncidentType.PupilFriendship
        or IncidentType.ExtremePornography or IncidentType.TerrorismOrReligiousHatred;
}

/// <summary>The table of types: two axes, severity, clause. The axes follow how schools class e-safety incidents.</summary>
public static class IncidentRules
{
    /// <summary>The rule of a type.</summary>
    public static IncidentRule Of(IncidentType type) => type switch
    {
        IncidentType.CopyrightInfringement => Criminal(type, MisuseKind.Conduct, MisuseNature.Commercial, IncidentSeverity.Serious),
        IncidentType.LoginMisuse => new(type, MisuseKind.Conduct, MisuseNature.Values, IncidentSeverity.Serious, "LOG-2"),
        IncidentType.SoftPornography => Criminal(type, MisuseKind.Content, MisuseNature.Sexual, IncidentSeverity.Serious),
        IncidentType.HateMaterial => Criminal(type, MisuseKind.Content, MisuseNature.Aggressive, IncidentSeverity.PossibleGrossMisconduct),
        IncidentType.Drugs or IncidentType.AgeRestrictedMaterial => Criminal(type, MisuseKind.Content, MisuseNature.Values, IncidentSeverity.Serious),
        IncidentType.Weapons or IncidentType.Violence => Criminal(type, MisuseKind.Content, MisuseNature.Aggressive, IncidentSeverity.Serious),
        IncidentType.Racism => Criminal(type, MisuseKind.Content, MisuseNature.Values, IncidentSeverity.PossibleGrossMisconduct),
        IncidentType.Malware or IncidentType.Hacking or IncidentType.StolenGoods => Criminal(type, MisuseKind.Conduct, MisuseNature.Commercial, IncidentSeverity.PossibleGrossMisconduct),
        IncidentType.Gambling => Criminal(type, MisuseKind.Conduct, MisuseNature.Commercial, IncidentSeverity.Serious),
        IncidentType.Bullying => Criminal(type, MisuseKind.Conduct, MisuseNature.Aggressive, IncidentSeverity.Serious),
        IncidentType.ChildAbuseMaterial or IncidentType.ExtremePornography => Criminal(type, MisuseKind.Content, MisuseNature.Sexual, IncidentSeverity.PossibleGrossMisconduct),
        IncidentType.GroomingOrHarassment => Criminal(type, MisuseKind.Contact, MisuseNature.Sexual, IncidentSeverity.PossibleGrossMisconduct),
        IncidentType.TerrorismOrReligiousHatred => Criminal(type, MisuseKind.Content, MisuseNature.Values, IncidentSeverity.PossibleGrossMisconduct),
        IncidentType.UnauthorisedUse => new(type, MisuseKind.Conduct, MisuseNature.Values, IncidentSeverity.Minor, "USE-1"),
        IncidentType.UnofficialCorrespondence => new(type, MisuseKind.Contact, MisuseNature.Values, IncidentSeverity.Minor, "COM-1"),
        IncidentType.TextMessageMisuse => new(type, MisuseKind.Contact, MisuseNature.Values, IncidentSeverity.Minor, "COM-3"),
        IncidentType.PupilFriendship => new(type, MisuseKind.Contact, MisuseNature.Values, IncidentSeverity.Serious, "REL-3"),
        IncidentType.HarmToReputation or IncidentType.BreachOfConfidence => new(type, MisuseKind.Conduct, MisuseNature.Values, IncidentSeverity.Serious, "CON-1"),
        IncidentType.Discrimination => new(type, MisuseKind.Conduct, MisuseNature.Aggressive, IncidentSeverity.PossibleGrossMisconduct, "CON-1"),
        IncidentType.InflammatoryPost => new(type, MisuseKind.Conduct, MisuseNature.Aggressive, IncidentSeverity.Serious, "RES-3"),
        IncidentType.SchoolNamed => new(type, MisuseKind.Conduct, MisuseNature.Values, IncidentSeverity.Minor, "CON-2"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static IncidentRule Criminal(IncidentType type, MisuseKind misuse, MisuseNature nature, IncidentSeverity severity) => new(type, misuse, nature, severity, "MIS-2");
}
