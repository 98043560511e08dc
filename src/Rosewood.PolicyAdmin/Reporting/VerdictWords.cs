using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>What verdicts, reasons and device classes are called in a report.</summary>
internal static class VerdictWords
{
    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Unexplained => "Unexplained",
        Verdict.PersonalInSession => "Own device, in session",
        Verdict.BlockedAttempt => "Refused by the filter",
        Verdict.Authorised => "Authorised",
        Verdict.PersonalPermitted => "Own device, other times",
        Verdict.Embedded => "Embedded",
        Verdict.Background => "Background",
        _ => "Not in scope",
    };

    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Unexplained => "A person’s use on a school device that nothing authorised and the filter let through. A question to ask, not yet a breach.",
        Verdict.PersonalInSession => "A person’s use of their own device while the school was in session, which the policy does not allow.",
        Verdict.BlockedAttempt => "A person tried, and the filter said no. Nothing was reached.",
        Verdict.Authorised => "Covered at that moment by a grant from SLT, or by the head’s and deputy’s standing authorisation.",
        Verdict.PersonalPermitted => "A person’s use of their own device before or after school, in breaks or at lunch, which the policy allows.",
        Verdict.Embedded => "Another site’s page showed a button, picture or video of the service. Nobody went there.",
        Verdict.Background => "A machine’s doing: push messages, updates, telemetry. Nobody was there.",
        _ => "No social media.",
    };

    public static string Why(ReasonCode reason) => reason switch
    {
        ReasonCode.NotSocialMedia => "The address belongs to no social media service.",
        ReasonCode.SchoolService => "The school’s own service.",
        ReasonCode.HostNotBlocked => "The host is one that others use too.",
        ReasonCode.Grant => "A grant covered it.",
        ReasonCode.StandingAuthorisation => "The standing authorisation covered it.",
        ReasonCode.NoGrant => "No grant for this person.",
        ReasonCode.GrantOtherService => "Their grant is for other services.",
        ReasonCode.GrantOtherDevice => "Their grant is for other devices.",
        ReasonCode.GrantNotYetBegun => "Their grant had not begun.",
        ReasonCode.GrantEnded => "Their grant had ended.",
        ReasonCode.GrantRevoked => "Their grant had been revoked or refused.",
        ReasonCode.GrantPending => "Their grant waited for its authoriser’s confirmation.",
        ReasonCode.NoUser => "The log shows no user.",
        ReasonCode.UserNotOnRoster => "The account is not on the staff roster.",
        ReasonCode.UserAmbiguous => "The login name fits more than one person.",
        ReasonCode.PersonNotEmployed => "The person had not started yet, or had left.",
        ReasonCode.OutsideSession => "Outside session times.",
        ReasonCode.InSession => "Inside a session.",
        ReasonCode.RefusedByFilter => "The filter refused it.",
        ReasonCode.EmbeddedHostsOnly => "Only buttons, pictures or shared hosts were asked.",
        ReasonCode.OutsideReferrer => "A page elsewhere led there.",
        ReasonCode.BackgroundHostsOnly => "Only push, telemetry or update hosts were asked.",
        ReasonCode.MachineRhythm => "A machine’s steady rhythm.",
        ReasonCode.StateUnavailable => "The grants could not be read at that moment.",
        _ => reason.ToString(),
    };

    /// <summary>A grant's device: a class in words, or a single device's own name.</summary>
    public static string DeviceText(string device) =>
        Enum.GetNames<DeviceClass>().Contains(device, StringComparer.Ordinal) ? Name(Enum.Parse<DeviceClass>(device)).ToLowerInvariant() : device;

    public static string Name(DeviceClass device) => device switch
    {
        DeviceClass.School => "School device",
        DeviceClass.SchoolMobile => "School mobile",
        DeviceClass.Personal => "Own device",
        DeviceClass.Guest => "Guest device",
        DeviceClass.Server => "Server",
        DeviceClass.Vpn => "VPN",
        DeviceClass.Proxy => "Device not known (behind a proxy)",
        _ => "Device not known",
    };
}
