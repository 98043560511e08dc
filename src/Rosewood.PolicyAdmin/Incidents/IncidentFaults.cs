using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>What goes wrong at incidents.</summary>
internal static class IncidentFaults
{
    public static Fault TypeMissing() =>
        new("IncidentTypeMissing", FaultKind.InvalidArgument, "Type", "Say with -Type what it is about, such as Bullying. Get-PolicyIncidentRoute lists the types with who is told. A finding from a Find- command brings its own.");

    public static Fault OfSelf() =>
        new("IncidentOfSelf", FaultKind.NotAuthorised, "User", "Nobody opens an incident about themself. Tell the safeguarding lead or a member of SLT, who opens it.");

    public static Fault NothingWrong(string verdict) =>
        new("IncidentNothingWrong", FaultKind.InvalidArgument, verdict, $"A visit with the verdict {verdict} is as the policy wants it; no incident was opened. Where there is more to it, open one by hand with -Type and -Summary.");

    public static Fault NotFound(string id) =>
        new("IncidentNotFound", FaultKind.NotFound, id, $"There is no incident '{id}' that you may see. Get-PolicyIncident lists those that there are.");

    public static Fault NothingToChange(string id) =>
        new("IncidentNothingToChange", FaultKind.InvalidArgument, id, "Say what is new: -Status, -Outcome, -Severity, -Misuse, -Nature or -User. An update is kept for good, so an empty one is not.");

    public static Fault NotInvestigated(string id) =>
        new("IncidentNotInvestigated", FaultKind.Conflict, id, $"Nobody has looked into {id} yet, and nothing is called misuse before that (MIS-3). Update it with -Status Investigating first; the outcome is an update of its own.");

    public static Fault OutcomeMissing(string id) =>
        new("IncidentOutcomeMissing", FaultKind.InvalidArgument, id, $"{id} has no outcome. Say with -Outcome what was found, also where that is NoMisuse or NotEstablished.");

    public static Fault TextHasAddress(string parameter, bool withheld) =>
        new("IncidentTextHasAddress", FaultKind.InvalidArgument, parameter, withheld
            ? $"-{parameter} has an address in it. The address of such material is written down nowhere: say the time, the device and who noticed it, and tell the safeguarding lead and the police."
            : $"-{parameter} has a mail or web address in it. Write names or the family's id instead.");

    public static Fault PeriodEmpty() =>
        new("IncidentPeriodEmpty", FaultKind.InvalidArgument, "OccurredUntil", "It would end before it begins. Correct -Occurred or -OccurredUntil.");

    public static Fault InFuture() =>
        new("IncidentInFuture", FaultKind.InvalidArgument, "Occurred", "-Occurred lies in the future. Give the time at which it happened.");
}
