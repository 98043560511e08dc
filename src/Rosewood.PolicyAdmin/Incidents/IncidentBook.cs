using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// The register of incidents as one operator may use it. SLT and the safeguarding lead see all but those that concern themselves; a technician
/// sees of their own id, type and status; the data protection officer sees counts. The audit trail, which more people read, holds ids and
/// salted digests of incidents and nothing of what they say.
/// </summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
internal sealed class IncidentBook(CommandContext context, PeopleHistory people)
{
    private const string Clause = "MIS-1";
    private readonly RoutePlanner _planner = new(people, context.Config.Incidents, context.Now);

    /// <summary>Who looks into incidents.</summary>
    public static RoleSet Keepers { get; } = RoleSet.SeniorLeadership.With(Role.SafeguardingLead);

    /// <summary>Who may open one.</summary>
    public static RoleSet Openers { get; } = Keepers.With(Role.Technician);

    /// <summary>Who may see something of them.</summary>
    public static RoleSet Readers { get; } = Openers.With(Role.DataProtectionOfficer);

    /// <summary>Whether the operator sees incidents whole.</summary>
    public bool SeesAll => context.Operator.Roles.Overlaps(Keepers);

    /// <summary>Whether the operator sees counts only.</summary>
    public bool SeesCounts => !SeesAll && !context.Operator.Roles.Contains(Role.Technician);

    /// <summary>16 random bytes, Base64.</summary>
    public static string NewSalt() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// The incident that was opened from the same finding; null when there is none, or none was given. A finding without a time, such as a
    /// rule in a mailbox, is another one when the incident was closed: what is found again stands again.
    /// </summary>
    public RecordedIncident? FindSame(IncidentFact fact) => fact.Finding is not { } finding ? null
        : context.Store.Incidents.Concerning(fact.PersonIds).FirstOrDefault(i => i.Fact.Finding?.IsSameAs(finding) is true
            && (finding.From is not null || i.Status != IncidentStatus.Closed)
            && i.Fact.PersonIds.ToHashSet(StringComparer.Ordinal).SetEquals(fact.PersonIds)
            && i.Fact.Logins.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(fact.Logins));

    /// <summary>Appends an incident as of now, unless its finding has one meanwhile.</summary>
    /// <returns>The incident, and whether it is new.</returns>
    public (RecordedIncident Incident, bool IsNew) Open(IncidentFact draft)
    {
        using var change = context.BeginChange();
        if (FindSame(draft) is { } known)
        {
            return (known, false);
        }

        var fact = draft with { Id = context.Store.Incidents.NextId(change), OpenedAt = change.Origin.At };
        change.Audit(Clause, fact.Id, before: null, new { Digest = context.Store.Incidents.Add(change, fact) });
        change.Commit();
        return (new RecordedIncident(fact, []), true);
    }

    /// <summary>Appends what is new about an incident, checked against how it stands at that moment.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="make">Makes the fact, given the incident and the instant.</param>
    public RecordedIncident Update(string id, Func<RecordedIncident, DateTimeOffset, IncidentUpdateFact> make)
    {
        using var change = context.BeginChange();
        var incident = Visible(id);
        var fact = make(incident, change.Origin.At);
        change.Audit(Clause, incident.Fact.Id, before: null, new { Digest = context.Store.Incidents.Add(change, fact) });
        change.Commit();
        return incident with { Updates = [.. incident.Updates, fact] };
    }

    /// <summary>An incident that the operator sees whole.</summary>
    /// <exception cref="FaultException"><c>IncidentNotFound</c>, also where it concerns the operator: that there is one is told to nobody whom it concerns.</exception>
    public RecordedIncident Visible(string id) =>
        context.Store.Incidents.LoadAll().FirstOrDefault(i => string.Equals(i.Fact.Id, id.Trim(), StringComparison.OrdinalIgnoreCase) && IsVisible(i))
        ?? throw IncidentFaults.NotFound(PlainText.Shorten(id)).ToException();

    /// <summary>All that the operator may see, oldest first; that they were read, and which, goes into the audit trail.</summary>
    /// <param name="isWanted">Which of them.</param>
    public IReadOnlyList<RecordedIncident> Read(Func<RecordedIncident, bool> isWanted)
    {
        var incidents = context.Store.Incidents.LoadAll().Where(i => IsVisible(i) && isWanted(i)).ToList();
        using var change = context.BeginChange();
        change.Audit(Clause, "read", before: null, new { Incidents = incidents.ConvertAll(static i => i.Fact.Id) });
        change.Commit();
        return incidents;
    }

    /// <summary>An incident as the operator may see it.</summary>
    public PolicyIncident Show(RecordedIncident incident) => SeesAll ? Whole(incident) : PolicyIncident.Reduced(incident);

    /// <summary>An incident as whoever opened it gets it back: whom to tell stands in it, for that is what comes next.</summary>
    public PolicyIncident Receipt(RecordedIncident incident) => SeesAll
        ? Whole(incident)
        : PolicyIncident.Reduced(incident) with { Route = _planner.Steps(incident.Type, incident.PersonIds) };

    /// <summary>Says that a finding has its incident already; no more of it than the operator may see.</summary>
    public void TellOfSame(RecordedIncident incident, ICommandSink sink)
    {
        sink.Warn($"This finding has its incident already: {incident.Fact.Id}. None was opened.");
        if (IsVisible(incident))
        {
            sink.Write(Show(incident));
        }
    }

    /// <summary>A person's name.</summary>
    public string NameOf(string id) => PersonNames.Show(people, id, context.Now.UtcTicks);

    /// <summary>Whether the operator may know that there is one: nobody whom it concerns.</summary>
    public bool IsVisible(RecordedIncident incident) =>
        !Concerns(incident)
        && (SeesAll || (!SeesCounts && string.Equals(incident.Fact.OpenedBy, context.Operator.Id, StringComparison.Ordinal)));

    /// <summary>Whether it concerns the operator.</summary>
    public bool Concerns(RecordedIncident incident) =>
        (context.Operator.Person is { } person && incident.PersonIds.Contains(person.Id, StringComparer.Ordinal))
        || incident.Fact.Logins.Any(l => IncidentSubject.IsLoginOf(l, context.Operator));

    /// <summary>Whether no address is shown: what it was once taken for counts too.</summary>
    public bool IsWithheld(RecordedIncident incident) => incident.Types.Any(t => RoutePlanner.IsWithheld(t, context.Config.Incidents));

    private PolicyIncident Whole(RecordedIncident incident) => PolicyIncident.Of(
        incident,
        this,
        IsWithheld(incident),
        _planner.Steps(incident.Type, incident.PersonIds),
        context.Workspace.Zone);
}
