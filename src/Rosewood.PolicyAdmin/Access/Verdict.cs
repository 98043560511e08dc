namespace Rosewood.PolicyAdmin.Access;

/// <summary>What a visit, or a tested access, comes to.</summary>
public enum Verdict
{
    /// <summary>The destination is no social media, or the school's own service.</summary>
    NotInScope,

    /// <summary>A grant or the standing authorisation covered it.</summary>
    Authorised,

    /// <summary>The filter refused a person's attempt.</summary>
    BlockedAttempt,

    /// <summary>Another site's page did it: buttons, embeds, shared hosts.</summary>
    Embedded,

    /// <summary>Push, telemetry, updates, or a machine's rhythm.</summary>
    Background,

    /// <summary>The rest, on a school device: what SLT looks at.</summary>
    Unexplained,

    /// <summary>Own device, outside session times.</summary>
    PersonalPermitted,

    /// <summary>Own device, inside a session.</summary>
    PersonalInSession,
}
