namespace Rosewood.PolicyAdmin.Access;

/// <summary>Why a decision or a verdict came out as it did. Documented in docs/reason-codes.md.</summary>
public enum ReasonCode
{
    /// <summary>The host belongs to no service in the catalogue.</summary>
    NotSocialMedia,

    /// <summary>The school's own mail, Teams or text service.</summary>
    SchoolService,

    /// <summary>A widget, background or shared host: not blocked, not a person's use.</summary>
    HostNotBlocked,

    /// <summary>A grant covers user, service, device and instant.</summary>
    Grant,

    /// <summary>Head or deputy on a school mobile (USE-3).</summary>
    StandingAuthorisation,

    /// <summary>No grant for this person was on record at that instant.</summary>
    NoGrant,

    /// <summary>There is a grant, but not for this service.</summary>
    GrantOtherService,

    /// <summary>There is a grant, but not for this device.</summary>
    GrantOtherDevice,

    /// <summary>A grant was on record already, and begins later.</summary>
    GrantNotYetBegun,

    /// <summary>The grant had ended.</summary>
    GrantEnded,

    /// <summary>The grant had been revoked or refused.</summary>
    GrantRevoked,

    /// <summary>The grant waits for its authoriser's confirmation.</summary>
    GrantPending,

    /// <summary>No user is known for the traffic.</summary>
    NoUser,

    /// <summary>The user is not on the roster.</summary>
    UserNotOnRoster,

    /// <summary>The login name fits more than one person.</summary>
    UserAmbiguous,

    /// <summary>The person had not started, or had left.</summary>
    PersonNotEmployed,

    /// <summary>Own device outside session times (USE-2).</summary>
    OutsideSession,

    /// <summary>Own device inside a session (USE-2).</summary>
    InSession,

    /// <summary>The filter refused it.</summary>
    RefusedByFilter,

    /// <summary>Only widget, media or shared hosts were asked.</summary>
    EmbeddedHostsOnly,

    /// <summary>The referrer is outside the service.</summary>
    OutsideReferrer,

    /// <summary>Only push, telemetry or update hosts were asked.</summary>
    BackgroundHostsOnly,

    /// <summary>Steady intervals and alike sizes through hours when nobody was there.</summary>
    MachineRhythm,

    /// <summary>The facts could not be read: fails closed.</summary>
    StateUnavailable,
}
