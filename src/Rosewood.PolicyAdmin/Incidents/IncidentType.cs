namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>Incidents that the policy calls criminal in nature (MIS-2). A type says what something is about, never that it was a crime (MIS-3).</summary>
public enum IncidentType
{
    /// <summary>Downloading copyright music or film, sharing pirated works.</summary>
    CopyrightInfringement,

    /// <summary>Use of another person's login.</summary>
    LoginMisuse,

    /// <summary>Pornography that is not extreme.</summary>
    SoftPornography,

    /// <summary>Hate material.</summary>
    HateMaterial,

    /// <summary>Illegal drugs.</summary>
    Drugs,

    /// <summary>Weapons.</summary>
    Weapons,

    /// <summary>Violence.</summary>
    Violence,

    /// <summary>Racism.</summary>
    Racism,

    /// <summary>Distributing viruses.</summary>
    Malware,

    /// <summary>Hacking sites.</summary>
    Hacking,

    /// <summary>Gambling.</summary>
    Gambling,

    /// <summary>Material with an age limit, such as alcohol and tobacco.</summary>
    AgeRestrictedMaterial,

    /// <summary>Bullying.</summary>
    Bullying,

    /// <summary>Indecent images of children.</summary>
    ChildAbuseMaterial,

    /// <summary>Grooming or harassment of a child.</summary>
    GroomingOrHarassment,

    /// <summary>Extreme pornography.</summary>
    ExtremePornography,

    /// <summary>Stolen goods.</summary>
    StolenGoods,

    /// <summary>Inciting religious hatred or terrorism.</summary>
    TerrorismOrReligiousHatred,
}
