using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Turns evidence into a visit with its verdict: the decision at its start, and the roles of what was asked.</summary>
internal sealed class VisitJudge
{
    private readonly AccessState _state;
    private readonly DeviceDirectory _devices;
    private readonly TimeZoneInfo _zone;
    private readonly HashSet<string> _named;

    public VisitJudge(AccessState state, DeviceDirectory devices, TimeZoneInfo zone)
    {
        _state = state;
        _devices = devices;
        _zone = zone;
        _named = state.Catalogue.Services.Where(s => s.NamedInPolicy).Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Judges one visit.</summary>
    /// <param name="evidence">What the log shows.</param>
    /// <param name="isMachine">Whether it beats in a machine's rhythm.</param>
    public Visit Judge(VisitEvidence evidence, bool isMachine)
    {
        var ticks = evidence.Start.UtcTicks;
        var device = _devices.Resolve(evidence.Address, evidence.DeviceText, ticks);
        var decision = _state.Decide(evidence.User, device.Class, device.Name, evidence.Service, ticks);
        var (verdict, reason) = Verdicts.Of(evidence, decision, isMachine);
        var match = _state.People.FindByLogin(evidence.User, ticks);
        var person = match.Person;
        var covered = verdict == Verdict.Authorised && reason == ReasonCode.Grant;
        var coverEnd = covered ? CoverEndOf(evidence, device) : null;
        var byGrant = verdict is Verdict.Authorised or Verdict.Unexplained or Verdict.BlockedAttempt or Verdict.PersonalInSession;
        return new Visit
        {
            User = person is null ? evidence.User : PersonNames.Show(_state.People, person, ticks),
            PersonId = person?.Id,
            OnRoster = person is not null,
            IsAmbiguous = match.Ambiguous,
            Device = device.Name ?? evidence.DeviceText,
            DeviceClass = device.Class,
            Address = evidence.Address,
            Service = evidence.Service,
            Start = TimeZoneInfo.ConvertTime(evidence.Start, _zone),
            End = TimeZoneInfo.ConvertTime(evidence.End, _zone),
            Hits = evidence.Hits,
            Bytes = evidence.Bytes,
            Verdict = verdict,
            Reason = reason,
            Clause = decision.Clause,
            GrantId = byGrant ? decision.GrantId : null,
            OutlivedGrantBy = coverEnd is { } ended ? TimeSpan.FromTicks(evidence.OpenUntil!.Value.UtcTicks - ended.AtUtcTicks) : null,
            OutlivedGrantId = coverEnd?.GrantId,
            IsOutlivingUnknown = covered && evidence.OpenUntil is null,
            NamedInPolicy = _named.Contains(evidence.Service),
        };
    }

    /// <summary>The end of the grant's cover that lies between the beginning and the end of the visit's last open connection, or null.</summary>
    private CoverEnd? CoverEndOf(VisitEvidence evidence, DeviceMatch device) =>
        evidence is { OpenFrom: { } from, OpenUntil: { } until }
            ? _state.FindCoverEnd(evidence.User, device.Class, device.Name, evidence.Service, from.UtcTicks, until.UtcTicks)
            : null;
}
