using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>Why a request is refused, in words to the person who made it: what the deny page shows.</summary>
internal static class HelperWords
{
    /// <summary>One or two sentences; printable ASCII.</summary>
    public static string Of(ReasonCode reason) => reason switch
    {
        ReasonCode.NoGrant => "Social media is closed on school devices. You have no authorisation for it; a member of the senior leadership team can give one.",
        ReasonCode.GrantOtherService => "Your authorisation is for other services than this one.",
        ReasonCode.GrantOtherDevice => "Your authorisation is for other devices than this one.",
        ReasonCode.GrantNotYetBegun => "Your authorisation for this service has not begun yet.",
        ReasonCode.GrantEnded => "Your authorisation for this service has ended. A member of the senior leadership team can give a new one.",
        ReasonCode.GrantRevoked => "Your authorisation for this service was withdrawn. Ask the person who authorised it.",
        ReasonCode.GrantPending => "Your authorisation for this service still waits to be confirmed by the person who authorised it.",
        ReasonCode.NoUser => "Social media is closed on school devices, and the proxy does not know who you are. Sign in with your own account.",
        ReasonCode.UserNotOnRoster => "Social media is closed on school devices, and your account is not on the staff roster.",
        ReasonCode.UserAmbiguous => "Social media is closed on school devices, and your login name belongs to more than one person. Please tell the IT technician.",
        ReasonCode.PersonNotEmployed => "Social media is closed on school devices, and by the staff roster you do not work here today. Please tell the IT technician if that is wrong.",
        ReasonCode.InSession => "Social media is closed on your own device while school is in session. It opens in breaks and after school.",
        _ => Explanations.Of(reason),
    };
}
