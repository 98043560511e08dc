namespace Rosewood.PolicyAdmin.Access;

/// <summary>Reason codes in words; the report, the commands and the deny page use the same.</summary>
public static class Explanations
{
    /// <summary>One sentence for a reason code.</summary>
    public static string Of(ReasonCode reason) => reason switch
    {
        ReasonCode.NotSocialMedia => "The host belongs to no service in the catalogue.",
        ReasonCode.SchoolService => "The host is the school's own service, which is never in scope.",
        ReasonCode.HostNotBlocked => "The host serves buttons, telemetry or shared content; it is not blocked and is no sign of a person's use.",
        ReasonCode.Grant => "A grant covers this person, service, device and moment.",
        ReasonCode.StandingAuthorisation => "The head and deputy may use social media on school mobiles (USE-3).",
        ReasonCode.NoGrant => "No grant covers this person.",
        ReasonCode.GrantOtherService => "The person's grant is for other services.",
        ReasonCode.GrantOtherDevice => "The person's grant is for other devices.",
        ReasonCode.GrantNotYetBegun => "The person's grant begins later.",
        ReasonCode.GrantEnded => "The person's grant had ended.",
        ReasonCode.GrantRevoked => "The person's grant had been revoked or refused.",
        ReasonCode.GrantPending => "The grant waits for its authoriser's confirmation.",
        ReasonCode.NoUser => "The log or proxy names no user.",
        ReasonCode.UserNotOnRoster => "The account is not on the roster.",
        ReasonCode.UserAmbiguous => "The login name fits more than one person on the roster.",
        ReasonCode.PersonNotEmployed => "The person was not employed on that day.",
        ReasonCode.OutsideSession => "Own device, outside session times (USE-2).",
        ReasonCode.InSession => "Own device, during a session (USE-2).",
        ReasonCode.RefusedByFilter => "The filter refused it.",
        ReasonCode.EmbeddedHostsOnly => "Only hosts for buttons, images or video were asked: another site's page did it.",
        ReasonCode.OutsideReferrer => "Another site's page led to it.",
        ReasonCode.BackgroundHostsOnly => "Only push, telemetry or update hosts were asked.",
        ReasonCode.MachineRhythm => "Steady intervals and alike sizes through hours when nobody was there: a machine.",
        ReasonCode.StateUnavailable => "The facts could not be read, so access stays closed.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };
}
