using System.Globalization;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The roster's rows.</summary>
public sealed class PersonRecords
{
    private const char PersonKind = 'P';
    private const char ChangeKind = 'C';
    private readonly PolicyStore _store;

    internal PersonRecords(PolicyStore store) => _store = store;

    /// <summary>The roster at all times.</summary>
    /// <param name="zone">The school's zone, by which first and last days count; UTC when left out.</param>
    /// <param name="roleWords">The words for roles; the built-in ones when left out.</param>
    public PeopleHistory Load(TimeZoneInfo? zone = null, RoleWords? roleWords = null) => new(
        _store.Query(
            "SELECT effective_from, person, upn, display_name, roles, login_names, personal_addresses, work_phone, start_date, end_date FROM person_version ORDER BY seq",
            [],
            Map),
        zone,
        roleWords);

    /// <summary>Adds a version of a person as part of a change; a person without an id gets one.</summary>
    /// <returns>The person with their id.</returns>
    public Person Append(StoreChange change, Person person, long effectiveFrom)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(person);
        var number = person.Id.Length == 0
            ? _store.Query("INSERT INTO person DEFAULT VALUES RETURNING number", [], static r => r.GetInt64(0))[0]
            : RecordText.Number(PersonKind, person.Id) ?? throw new ArgumentException("Not a person's id.", nameof(person));
        _store.Execute(
            "INSERT INTO person_version (person, effective_from, upn, display_name, roles, login_names, personal_addresses, work_phone, start_date, end_date) "
            + "VALUES ($person, $from, $upn, $name, $roles, $logins, $addresses, $phone, $start, $end)",
            ("$person", number),
            ("$from", effectiveFrom),
            ("$upn", person.UserPrincipalName),
            ("$name", person.DisplayName),
            ("$roles", person.Roles.ToString()),
            ("$logins", RecordText.List(person.LoginNames)),
            ("$addresses", RecordText.List(person.PersonalAddresses)),
            ("$phone", person.WorkPhone),
            ("$start", RecordText.Date(person.StartDate)),
            ("$end", RecordText.Date(person.EndDate)));
        return person with { Id = RecordText.Id(PersonKind, number) };
    }

    /// <summary>The changes that wait for a member of SLT, oldest first.</summary>
    public IReadOnlyList<RoleChange> WaitingChanges() => _store.Query(
        "SELECT c.number, c.person, c.roles_given, c.roles_taken, c.logins_given, c.requested_by, c.requested_at FROM person_change c "
        + "LEFT JOIN person_change_outcome o ON o.change = c.number WHERE o.change IS NULL ORDER BY c.number",
        [],
        static r => new RoleChange(
            RecordText.Id(ChangeKind, r.GetInt64(0)),
            RecordText.Id(PersonKind, r.GetInt64(1)),
            Roles(r.GetString(2)),
            Roles(r.GetString(3)),
            RecordText.List(r.GetString(4)),
            r.GetString(5),
            r.Instant(6)));

    /// <summary>Every change of guarded roles that was asked for about a person, oldest first, with how it ended: when, by whom; null while it waits.</summary>
    internal IReadOnlyList<(RoleChange Change, string? Status, string? By, DateTimeOffset? At)> ChangesOf(string personId) => _store.Query(
        "SELECT c.number, c.person, c.roles_given, c.roles_taken, c.logins_given, c.requested_by, c.requested_at, o.status, o.by, o.at FROM person_change c "
        + "LEFT JOIN person_change_outcome o ON o.change = c.number WHERE c.person = $person ORDER BY c.number",
        [("$person", RecordText.Number(PersonKind, personId))],
        static r => (
            new RoleChange(
                RecordText.Id(ChangeKind, r.GetInt64(0)),
                RecordText.Id(PersonKind, r.GetInt64(1)),
                Roles(r.GetString(2)),
                Roles(r.GetString(3)),
                RecordText.List(r.GetString(4)),
                r.GetString(5),
                r.Instant(6)),
            r.TextOrNull(7),
            r.TextOrNull(8),
            r.IsDBNull(9) ? (DateTimeOffset?)null : r.Instant(9)));

    /// <summary>A person as they were recorded, each time, oldest first.</summary>
    internal IReadOnlyList<PersonVersion> VersionsOf(string personId) => _store.Query(
        "SELECT effective_from, person, upn, display_name, roles, login_names, personal_addresses, work_phone, start_date, end_date FROM person_version WHERE person = $person ORDER BY seq",
        [("$person", RecordText.Number(PersonKind, personId))],
        Map);

    /// <summary>How a change ended; null when it waits or there is none of that id.</summary>
    public PolicyChangeStatus? OutcomeOf(string changeId)
    {
        ArgumentNullException.ThrowIfNull(changeId);
        var found = _store.Query(
            "SELECT status FROM person_change_outcome WHERE change = $change",
            [("$change", RecordText.Number(ChangeKind, changeId))],
            static r => Enum.Parse<PolicyChangeStatus>(r.GetString(0)));
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Records a change that is to wait.</summary>
    /// <returns>The change with its id.</returns>
    public RoleChange Propose(StoreChange change, RoleChange proposal)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(proposal);
        var number = _store.Query(
            "INSERT INTO person_change (person, roles_given, roles_taken, logins_given, requested_by, requested_at) "
            + "VALUES ($person, $given, $taken, $logins, $by, $at) RETURNING number",
            [
                ("$person", RecordText.Number(PersonKind, proposal.PersonId)),
                ("$given", proposal.RolesGiven.ToString()),
                ("$taken", proposal.RolesTaken.ToString()),
                ("$logins", RecordText.List(proposal.LoginNamesGiven)),
                ("$by", proposal.RequestedBy),
                ("$at", proposal.RequestedAt.UtcTicks),
            ],
            static r => r.GetInt64(0))[0];
        return proposal with { Id = RecordText.Id(ChangeKind, number) };
    }

    /// <summary>Records how a change ended.</summary>
    public void Decide(StoreChange change, string changeId, PolicyChangeStatus status)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(changeId);
        _store.Execute(
            "INSERT INTO person_change_outcome (change, status, by, at) VALUES ($change, $status, $by, $at)",
            ("$change", RecordText.Number(ChangeKind, changeId)),
            ("$status", status.ToString()),
            ("$by", change.Origin.OperatorId),
            ("$at", change.Origin.At.UtcTicks));
    }

    /// <summary>
    /// The numbers of those whose last day, by their newest version, ended before an instant. Whoever is in an incident that is not closed
    /// stays: it is still to be looked into, by their name.
    /// </summary>
    internal IReadOnlyList<string> Leavers(long cutoffTicks, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(new DateTime(Math.Clamp(cutoffTicks, DateTime.MinValue.AddDays(2).Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc), zone));
        var open = _store.Incidents.LoadAll().Where(static i => i.Status != IncidentStatus.Closed).SelectMany(static i => i.PersonIds).Select(static id => RecordText.Number(PersonKind, id)).ToHashSet();
        return [.. _store.Query(
            "SELECT CAST(person AS TEXT) FROM person_version v WHERE seq = (SELECT max(seq) FROM person_version w WHERE w.person = v.person) AND end_date IS NOT NULL AND end_date < $day",
            [("$day", RecordText.Date(day))],
            static r => r.GetString(0)).Where(n => !open.Contains(long.Parse(n, CultureInfo.InvariantCulture)))];
    }

    private static PersonVersion Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        new Person(
            RecordText.Id(PersonKind, r.GetInt64(1)),
            r.GetString(2),
            r.GetString(3),
            Roles(r.GetString(4)),
            RecordText.List(r.GetString(5)),
            RecordText.List(r.GetString(6)),
            r.TextOrNull(7),
            RecordText.Date(r.TextOrNull(8)),
            RecordText.Date(r.TextOrNull(9))));

    private static RoleSet Roles(string names) =>
        RoleSet.Of([.. names.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)]);
}
