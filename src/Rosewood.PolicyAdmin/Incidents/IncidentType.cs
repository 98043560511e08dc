namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// What an incident is about: first the types that the policy calls criminal in nature (MIS-2), then its other breaches. A type says what
/// something is about, never that it was a crime (MIS-3). Incidents keep the name: it is never changed.
/// </summary>
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

    /// <summary>Social media on a school device without SLT's word, or on one's own in session time (USE-1, USE-2).</summary>
    UnauthorisedUse,

    /// <summary>Correspondence with families past the school's systems (COM-1, COM-4).</summary>
    UnofficialCorrespondence,

    /// <summary>Texts to families by somebody who may not send them (COM-3).</summary>
    TextMessageMisuse,

    /// <summary>Friendship on social media with a pupil, past or present (REL-3).</summary>
    PupilFriendship,

    /// <summary>What can lower the school's or a person's reputation, or is inappropriate (CON-1, RES-2).</summary>
    HarmToReputation,

    /// <summary>Breach of confidence (CON-1).</summary>
    BreachOfConfidence,

    /// <summary>Harassment of, or discrimination against, an adult (CON-1).</summary>
    Discrimination,

    /// <summary>A libellous or inflammatory post (RES-3).</summary>
    InflammatoryPost,

    /// <summary>The school or colleagues named outside school (CON-2).</summary>
    SchoolNamed,
}
