namespace Rosewood.PolicyAdmin.SignIns.Model;

/// <summary>How an attempt ended, as far as it says something about who was there.</summary>
internal enum SignInOutcome
{
    /// <summary>Signed in, unlocked or reconnected.</summary>
    Success,

    /// <summary>Signed off by the person (Windows 4647): somebody was at the device.</summary>
    SignedOff,

    /// <summary>The session ended, or was left, without a sign that a person did it (Windows 4634, 4779).</summary>
    SessionEnded,

    /// <summary>A wrong password or user name.</summary>
    WrongPassword,

    /// <summary>The password is right and old: expired, changed since, or the session was revoked by a change.</summary>
    PasswordOutdated,

    /// <summary>The password was changed or reset here.</summary>
    PasswordChanged,

    /// <summary>The second factor was refused by a person.</summary>
    SecondFactorRefused,

    /// <summary>The second factor was asked for and nobody answered.</summary>
    SecondFactorTimedOut,

    /// <summary>One step of a sign-in that goes on: the second factor, consent or a prompt was shown.</summary>
    Interrupted,

    /// <summary>Refused for another reason: conditional access, a locked or disabled account, an error of the service.</summary>
    Refused,
}
