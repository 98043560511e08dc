using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>
/// What the registers of declarations and of agreements have in common. A member of SLT stands behind each entry, and never behind one
/// about themself. Who reads one is in the audit trail: what ties staff to families is nobody's business beyond those who must know.
/// </summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
internal sealed class FamilyLinkBook(CommandContext context, PeopleHistory people)
{
    /// <summary>Who keeps and reads the registers.</summary>
    public static RoleSet Keepers { get; } = RoleSet.SeniorLeadership.With(Role.SafeguardingLead);

    /// <summary>Who may read them.</summary>
    public static RoleSet Readers { get; } = Keepers.With(Role.DataProtectionOfficer);

    /// <summary>The member of SLT behind an entry: who was named, else the operator.</summary>
    /// <exception cref="FaultException"><c>RegisterLeaderRequired</c>, <c>RegisterLeaderNotSlt</c>, <c>RegisterLeaderIsSubject</c>, <c>RegisterOfSelf</c>.</exception>
    public Person Leader(string parameter, string? typed, Person subject, DateTimeOffset at)
    {
        RequireOther(subject);
        var leader = typed is { Length: > 0 } ? people.Resolve(typed, at.UtcTicks)
            : context.Operator.Person is { } op && op.Roles.Overlaps(RoleSet.SeniorLeadership) ? op
            : throw RegisterFaults.LeaderRequired(parameter).ToException();
        if (string.Equals(leader.Id, subject.Id, StringComparison.Ordinal))
        {
            throw RegisterFaults.LeaderIsSubject(parameter, leader).ToException();
        }

        return people.IsSeniorLeader(leader, at.UtcTicks)
            ? leader
            : throw RegisterFaults.LeaderNotSlt(parameter, leader).ToException();
    }

    /// <summary>The member of SLT behind an entry about somebody by their id.</summary>
    /// <exception cref="FaultException"><c>RegisterLeaderRequired</c>, <c>RegisterLeaderNotSlt</c>, <c>RegisterLeaderIsSubject</c>, <c>RegisterOfSelf</c>.</exception>
    public Person Leader(string parameter, string? typed, string subjectId, DateTimeOffset at) =>
        Leader(parameter, typed, people.At(subjectId, at.UtcTicks) ?? throw RegisterFaults.NotFound(subjectId).ToException(), at);

    /// <summary>Appends entries as of now, each with its entry in the audit trail: all or none.</summary>
    /// <param name="kind">Which register.</param>
    /// <param name="drafts">Each makes a fact, given its id and the instant.</param>
    /// <param name="leavesKnown">Whether those that the register has already are left out.</param>
    /// <returns>What was recorded.</returns>
    public IReadOnlyList<FamilyLinkFact> Record(FamilyLinkKind kind, IReadOnlyList<Func<string, DateTimeOffset, FamilyLinkFact>> drafts, bool leavesKnown)
    {
        using var change = context.BeginChange();
        var open = context.Store.FamilyLinks.LoadAll().Where(e => e.Fact.Kind == kind && e.EndTicks > change.Origin.At.UtcTicks).Select(static e => e.Fact).ToList();
        var made = new List<FamilyLinkFact>();
        foreach (var draft in drafts)
        {
            var fact = draft(context.Store.FamilyLinks.NextId(change, kind), change.Origin.At);
            if (leavesKnown && open.Exists(o => SaysTheSame(o, fact)))
            {
                continue;
            }

            context.Store.FamilyLinks.Add(change, fact);
            change.Audit(ClauseOf(kind), $"{fact.Id} {fact.PersonId}", before: null, Trace(fact));
            made.Add(fact);
            open.Add(fact);
        }

        if (made.Count > 0)
        {
            change.Commit();
        }

        return made;
    }

    /// <summary>Appends what was agreed anew about entries.</summary>
    /// <param name="kind">Which register.</param>
    /// <param name="ids">Which entries.</param>
    /// <param name="make">Makes the update of an entry, given the instant.</param>
    /// <exception cref="FaultException"><c>RegisterEntryNotFound</c>, <c>RegisterEntryEnded</c>, <c>RegisterOfSelf</c>.</exception>
    public IReadOnlyList<RecordedFamilyLink> Update(FamilyLinkKind kind, IReadOnlyList<string> ids, Func<RecordedFamilyLink, DateTimeOffset, FamilyLinkUpdate> make)
    {
        using var change = context.BeginChange();
        var updated = new List<RecordedFamilyLink>();
        foreach (var entry in Open(kind, ids, change.Origin.At))
        {
            var update = make(entry, change.Origin.At);
            context.Store.FamilyLinks.Add(change, update, entry.Fact.PersonId);
            var now = new RecordedFamilyLink(entry.Original, entry.Ending) { Updates = [.. entry.Updates, update] };
            change.Audit(ClauseOf(kind), $"{entry.Fact.Id} {entry.Fact.PersonId}", Trace(entry.Fact), Trace(now.Fact));
            updated.Add(now);
        }

        change.Commit();
        return updated;
    }

    /// <summary>Closes entries now.</summary>
    /// <exception cref="FaultException"><c>RegisterEntryNotFound</c>, <c>RegisterEntryEnded</c>, <c>RegisterOfSelf</c>.</exception>
    public IReadOnlyList<RecordedFamilyLink> Close(FamilyLinkKind kind, IReadOnlyList<string> ids, string? reason)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        foreach (var entry in Open(kind, ids, at))
        {
            var ending = new FamilyLinkEnding(entry.Fact.Id, at, context.Operator.Id, reason);
            if (!context.Store.FamilyLinks.Add(change, ending))
            {
                throw RegisterFaults.AlreadyEnded(entry.Fact.Id).ToException();
            }

            change.Audit(ClauseOf(kind), $"{entry.Fact.Id} {entry.Fact.PersonId}", Trace(entry.Fact), new { ending.At, ending.By });
        }

        change.Commit();
        return [.. context.Store.FamilyLinks.LoadAll().Where(e => e.Fact.Kind == kind && ids.Contains(e.Fact.Id, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>Entries by id that are not over.</summary>
    /// <exception cref="FaultException"><c>RegisterEntryNotFound</c>, <c>RegisterEntryEnded</c>, <c>RegisterOfSelf</c>.</exception>
    public IReadOnlyList<RecordedFamilyLink> Open(FamilyLinkKind kind, IReadOnlyList<string> ids, DateTimeOffset at)
    {
        var all = context.Store.FamilyLinks.LoadAll().Where(e => e.Fact.Kind == kind).ToDictionary(e => e.Fact.Id, StringComparer.OrdinalIgnoreCase);
        return [.. ids.Select(id =>
        {
            var entry = all.GetValueOrDefault(id) ?? throw RegisterFaults.NotFound(id).ToException();
            if (people.At(entry.Fact.PersonId, at.UtcTicks) is { } subject)
            {
                RequireOther(subject);
            }

            return entry.EndTicks > at.UtcTicks ? entry : throw RegisterFaults.AlreadyEnded(entry.Fact.Id).ToException();
        })];
    }

    /// <summary>Entries as asked for; that somebody read them goes into the audit trail, with how many.</summary>
    /// <param name="kind">Which register.</param>
    /// <param name="users">Members of staff by any name; empty: all.</param>
    /// <param name="families">Families; empty: all.</param>
    /// <param name="withEnded">Those that are over too.</param>
    public IReadOnlyList<RecordedFamilyLink> Read(FamilyLinkKind kind, string[] users, string[] families, bool withEnded)
    {
        var now = context.Now.UtcTicks;
        var persons = users.Select(u => people.Resolve(u, now).Id).ToHashSet(StringComparer.Ordinal);
        var entries = context.Store.FamilyLinks.LoadAll()
            .Where(e => e.Fact.Kind == kind
                && (persons.Count == 0 || persons.Contains(e.Fact.PersonId))
                && (families.Length == 0 || families.Contains(e.Fact.FamilyId, StringComparer.OrdinalIgnoreCase))
                && (withEnded || e.EndTicks > now))
            .ToList();
        using var change = context.BeginChange();
        change.Audit(ClauseOf(kind), "read", before: null, new { Entries = entries.ConvertAll(e => e.Fact.Id) });
        change.Commit();
        return entries;
    }

    /// <summary>
    /// The family's id as the imported contacts have it, whatever the case in which it was typed. A misspelt one would explain nothing, and
    /// nobody would see why: where families are imported, one that is none of them is named.
    /// </summary>
    public static string Family(string? typed, CommandContext context, ICommandSink sink)
    {
        var familyId = RegisterText.RequireFamily(typed);
        var families = context.Store.FamilyContacts.Load().Select(s => s.Contact.FamilyId).ToList();
        var known = families.Find(f => string.Equals(f, familyId, StringComparison.OrdinalIgnoreCase));
        if (families.Count > 0 && known is null)
        {
            sink.Warn($"No imported contact is of family '{familyId}'. If the id is misspelt, no finding will be explained by this entry.");
        }

        return known ?? familyId;
    }

    /// <summary>A person's name.</summary>
    public string NameOf(string id) => PersonNames.Show(people, id, context.Now.UtcTicks);

    /// <summary>An instant in the school's time.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, context.Workspace.Zone);

    /// <summary>What the trail keeps, which more people read and which is kept longer: neither the family nor what was declared.</summary>
    private static object Trace(FamilyLinkFact fact) => new { fact.From, fact.Until, fact.ReviewDate, fact.LeaderId };

    private static string ClauseOf(FamilyLinkKind kind) => kind == FamilyLinkKind.RelationshipDeclaration ? "REL-1" : "REL-2";

    /// <summary>Whether two entries of a register say the same of the same; when they were recorded does not count.</summary>
    private static bool SaysTheSame(FamilyLinkFact a, FamilyLinkFact b) =>
        a with { Id = b.Id, From = b.From, Services = b.Services, RecordedBy = b.RecordedBy, RecordedAt = b.RecordedAt } == b
        && a.Services.SequenceEqual(b.Services, StringComparer.Ordinal);

    private void RequireOther(Person subject)
    {
        if (string.Equals(context.Operator.Person?.Id, subject.Id, StringComparison.Ordinal))
        {
            throw RegisterFaults.OfSelf(subject).ToException();
        }
    }
}
