namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>What a moment shows. The order is the order of moments in the same slot: failures before the success that follows them.</summary>
internal enum MomentKind
{
    /// <summary>A wrong password.</summary>
    WrongPassword,

    /// <summary>A password that was right once.</summary>
    PasswordOutdated,

    /// <summary>The password was changed here.</summary>
    PasswordChanged,

    /// <summary>The second factor was refused by a person.</summary>
    SecondFactorRefused,

    /// <summary>Nobody answered the second factor.</summary>
    SecondFactorTimedOut,

    /// <summary>A person at the device got in.</summary>
    Present,

    /// <summary>The account was in use, by a person or by a page that was left open.</summary>
    InUse,

    /// <summary>A person somewhere else got in by remote desktop: nobody need be at the device.</summary>
    Remote,

    /// <summary>A program of the account was at work. Kept by the day; of a phone by the quarter of an hour, for it shows where the phone was.</summary>
    Background,
}
