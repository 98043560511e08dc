using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>
/// What an import changes: worked out without touching anything, so that it can be shown first, then done whole. The first import takes
/// all as it is; afterwards guarded roles, and login names of those who hold them, wait for a member of SLT (nobody makes himself
/// head teacher by editing a file).
/// </summary>
internal sealed class RosterPlan
{
    private readonly DateOnly _today;
    private readonly Dictionary<string, RoleChange> _waiting;

    /// <summary>Compares the file's rows with the roster.</summary>
    public RosterPlan(IReadOnlyList<PersonRow> rows, PeopleHistory history, IReadOnlyList<RoleChange> waiting, long now)
    {
        _today = history.DateAt(now);
        _waiting = waiting.ToDictionary(c => c.PersonId, StringComparer.Ordinal);
        IsFirst = history.IsEmpty;
        var current = history.All(now).ToDictionary(p => p.UserPrincipalName, StringComparer.Ordinal);
        Steps = [.. rows.OrderBy(r => r.UserPrincipalName, StringComparer.Ordinal).Select(r => Step(r, current.GetValueOrDefault(r.UserPrincipalName))).Select(s => s with { Suspended = Suspended(s) })];
        var inFile = rows.Select(r => r.UserPrincipalName).ToHashSet(StringComparer.Ordinal);
        Absent = [.. current.Values.Where(p => !inFile.Contains(p.UserPrincipalName)).OrderBy(p => p.UserPrincipalName, StringComparer.Ordinal)];
    }

    /// <summary>Whether nobody was on the roster before.</summary>
    public bool IsFirst { get; }

    /// <summary>One step for each row, by UPN.</summary>
    public IReadOnlyList<RosterStep> Steps { get; }

    /// <summary>People on the roster who are not in the file.</summary>
    public IReadOnlyList<Person> Absent { get; }

    /// <summary>Those of them who have not left.</summary>
    public IReadOnlyList<Person> Missing => [.. Absent.Where(p => !HasLeft(p))];

    /// <summary>How many are new.</summary>
    public int Added => Steps.Count(s => s.Before is null);

    /// <summary>How many change.</summary>
    public int Changed => Steps.Count(s => s.Before is not null && s.Writes);

    /// <summary>How many have a change that waits after this import.</summary>
    public int Waiting => Steps.Count(s => s.Proposal is not null);

    /// <summary>Those who held guarded roles until now and lose their effect at once by a first or last day.</summary>
    public IReadOnlyList<RosterStep> Suspensions => [.. Steps.Where(s => !s.Suspended.IsEmpty)];

    /// <summary>Whether the import changes anything.</summary>
    public bool ChangesAnything => Steps.Any(s => s.Writes || s.Proposes || s.Supersedes is not null);

    /// <summary>Adds a problem for each login name that two people would share.</summary>
    public void AddClashesTo(CsvProblems problems)
    {
        var rows = Steps.ToDictionary(s => s.Wanted.UserPrincipalName, s => s.Row, StringComparer.Ordinal);
        foreach (var (login, a, b) in LoginClashes.Find(Steps.Select(s => s.Wanted).Concat(Absent)))
        {
            var both = new[] { a, b }
                .Select(p => (Person: p, Row: rows.GetValueOrDefault(p.UserPrincipalName)))
                .OrderBy(c => c.Row?.Line ?? 0)
                .ToArray();
            if (both[1].Row is not { } row)
            {
                continue;
            }

            var (other, otherRow) = both[0];
            var where = otherRow is null ? "who is not in this file" : string.Create(CultureInfo.InvariantCulture, $"in line {otherRow.Line}");
            problems.Add(row.LoginPlace, $"LoginNames: '{login}' also belongs to {other.DisplayName} <{other.UserPrincipalName}>, {where}. Each login name is one person's; give whoever has left an EndDate.");
        }
    }

    private RosterStep Step(PersonRow row, Person? before)
    {
        var wanted = row.Merge(before);
        if (IsFirst)
        {
            return new RosterStep(row, wanted, before, wanted, Proposal: null, Earlier: null);
        }

        var earlier = before is null ? null : _waiting.GetValueOrDefault(before.Id);
        var recorded = before?.Roles.Intersect(RoleSet.Guarded) ?? RoleSet.None;
        var asked = wanted.Roles.Intersect(RoleSet.Guarded);
        var plain = wanted.Roles.Except(RoleSet.Guarded);
        if (HasLeft(wanted))
        {
            // Who has left holds nothing; what they held stays readable, but nothing new is slipped in.
            return new RosterStep(row, wanted, before, wanted with { Roles = plain.Union(asked.Intersect(recorded)) }, Proposal: null, earlier);
        }

        // Somebody who comes back starts without guarded roles: removing an end date must not give them back in silence.
        var held = before is null || HasLeft(before) ? RoleSet.None : recorded;
        IReadOnlyList<string> newLogins = held.IsEmpty ? [] : [.. wanted.LoginNames.Except(before!.LoginNames, StringComparer.Ordinal)];
        var after = wanted with
        {
            Roles = plain.Union(held),
            LoginNames = [.. wanted.LoginNames.Except(newLogins, StringComparer.Ordinal)],
        };
        var proposal = new RoleChange("", before?.Id ?? "", asked.Except(held), held.Except(asked), newLogins, "", default);
        var asks = !(proposal.RolesGiven.IsEmpty && proposal.RolesTaken.IsEmpty && newLogins.Count == 0);
        return new RosterStep(row, wanted, before, after, asks ? proposal : null, earlier);
    }

    private RoleSet Suspended(RosterStep step) =>
        step.Before is { } before && PeopleHistory.IsEmployed(before, _today) && !PeopleHistory.IsEmployed(step.After, _today)
            ? before.Roles.Intersect(RoleSet.Guarded)
            : RoleSet.None;

    private bool HasLeft(Person person) => person.EndDate < _today;
}

/// <summary>What an import does about one person.</summary>
/// <param name="Row">The file's row.</param>
/// <param name="Wanted">The person as the file has them.</param>
/// <param name="Before">How they stood, or null.</param>
/// <param name="After">How they stand afterwards.</param>
/// <param name="Proposal">What of it waits, or null.</param>
/// <param name="Earlier">A change about them that has been waiting, or null.</param>
internal sealed record RosterStep(PersonRow Row, Person Wanted, Person? Before, Person After, RoleChange? Proposal, RoleChange? Earlier)
{
    /// <summary>Guarded roles that they held until now and that count no longer, since the file's dates have them employed no more, or not yet.</summary>
    public RoleSet Suspended { get; init; }

    /// <summary>Whether the roster gets a new version of them.</summary>
    public bool Writes => Before is null || !PersonState.AreSame(Before, After);

    /// <summary>Whether a waiting change is recorded anew; the same wish twice waits once.</summary>
    public bool Proposes => Proposal is not null && Earlier?.AsksSameAs(Proposal) != true;

    /// <summary>The waiting change that no longer stands, or null.</summary>
    public RoleChange? Supersedes => Proposes || Proposal is null ? Earlier : null;
}
