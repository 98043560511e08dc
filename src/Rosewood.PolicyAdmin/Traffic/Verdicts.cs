using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>The verdict of a visit: of several that fit, the first in the order of design/decisions.</summary>
internal static class Verdicts
{
    public static (Verdict Verdict, ReasonCode Reason) Of(VisitEvidence evidence, AccessDecision decision, bool isMachine)
    {
        if (isMachine && evidence.PersonAllowed + evidence.PersonBlocked > 0)
        {
            return (Verdict.Background, ReasonCode.MachineRhythm);
        }

        if (evidence.PersonAllowed > 0)
        {
            // Let through: on school devices covered or unexplained, on own devices by the time.
            return decision.Verdict == Verdict.BlockedAttempt ? (Verdict.Unexplained, decision.Reason) : (decision.Verdict, decision.Reason);
        }

        if (evidence.PersonBlocked > 0)
        {
            return (Verdict.BlockedAttempt, ReasonCode.RefusedByFilter);
        }

        if (evidence.Media + evidence.Embedded > 0)
        {
            return (Verdict.Embedded, ReasonCode.EmbeddedHostsOnly);
        }

        return evidence.OutsideReferrer > 0
            ? (Verdict.Embedded, ReasonCode.OutsideReferrer)
            : (Verdict.Background, ReasonCode.BackgroundHostsOnly);
    }
}
