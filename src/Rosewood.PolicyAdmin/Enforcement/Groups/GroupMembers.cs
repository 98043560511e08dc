using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>
/// Who should be in a group. Membership opens all its services on all its devices, so that only who may use every one of them is a member;
/// whoever has less would gain what was not granted.
/// </summary>
/// <param name="Entries">The list, by UPN.</param>
/// <param name="Openings">Who is on it, by which grant.</param>
/// <param name="Widenings">Who is not, or only by force: their grant is narrower, or others use their account.</param>
/// <param name="Notes">What the configuration asks and the facts don't give.</param>
internal sealed record GroupMembers(IReadOnlyList<GroupEntry> Entries, IReadOnlyList<Opening> Openings, IReadOnlyList<Widening> Widenings, IReadOnlyList<string> Notes)
{
    private const string StandingWord = "USE-3";

    /// <summary>Reads it off the decision.</summary>
    public static GroupMembers Of(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        var notes = new List<string>();
        var services = TargetServices.Of(target, facts, notes);
        if (services.Count == 0)
        {
            return new([], [], [], [.. notes, "Membership would open nothing that the policy blocks, so the group is kept empty."]);
        }

        var devices = target.Devices.Distinct().ToList();
        var (entries, openings, widenings, mobilesOnly) = (new List<GroupEntry>(), new List<Opening>(), new List<Widening>(), new List<string>());
        foreach (var person in facts.Access.People.All(facts.At.UtcTicks).Where(p => MayHaveGround(facts, p)))
        {
            var cover = GroupCover.Of(facts, person, services, devices);
            var accounts = GroupAccounts.Of(target.Format, facts, person);
            if (cover.GrantIds.Count == 0 && !cover.Standing)
            {
                continue;
            }

            if (!IsOwn(facts, person) || accounts.Count == 0)
            {
                notes.Add($"{person.DisplayName} ({person.UserPrincipalName}) is left out: no account name is theirs alone that {target.Format} can hold. Give them a login name of plain letters that nobody else has.");
                continue;
            }

            if (cover is { Missing: not null, GrantIds.Count: 0 })
            {
                mobilesOnly.Add(person.DisplayName);
                continue;
            }

            var what = $"{string.Join(", ", accounts)}: {GrantedServices.Describe(services, facts)} on {GroupCover.Words(devices)}";
            string?[] grounds = [.. cover.GrantIds, .. cover.Standing ? [null] : Array.Empty<string?>()];
            if (cover.Missing is { } missing)
            {
                widenings.AddRange(cover.GrantIds.Select(g => new Widening(person.Id, g, $"membership of {accounts[0]}", "nobody else", force) { Beyond = missing }));
            }
            else if (GroupAccounts.IsShared(facts, person))
            {
                widenings.AddRange(grounds.Select(g => new Widening(person.Id, g, what, $"everyone who uses the account {accounts[0]}", force)));
            }
            else
            {
                openings.AddRange(grounds.Select(g => new Opening(person.Id, g, what)));
            }

            if (force || openings.Exists(o => string.Equals(o.PersonId, person.Id, StringComparison.Ordinal)))
            {
                var until = UntilOf(facts, person, cover);
                entries.AddRange(accounts.Select(a => new GroupEntry(a, person.DisplayName, string.Join(';', grounds.Select(g => g ?? StandingWord)), until)));
            }
        }

        if (mobilesOnly.Count > 0)
        {
            notes.Add($"Not members, since the standing authorisation opens school mobiles only and this group opens {GroupCover.Words(devices)}: {string.Join(", ", mobilesOnly)}. A group of its own with \"devices\": [\"SchoolMobile\"] holds them.");
        }

        return new(entries, openings, widenings, notes);
    }

    private static bool MayHaveGround(EnforcementFacts facts, Person person) =>
        person.Roles.Overlaps(RoleSet.StandingAuthorisation) || !facts.Access.Ledger.Of(person.Id).IsEmpty;

    /// <summary>Whether the decision takes the person's account for theirs.</summary>
    private static bool IsOwn(EnforcementFacts facts, Person person) =>
        string.Equals(facts.Access.People.FindByLogin(person.UserPrincipalName, facts.At.UtcTicks).Person?.Id, person.Id, StringComparison.Ordinal);

    /// <summary>The first instant at which a grant that is counted here stops, or the person's employment.</summary>
    private static DateTimeOffset? UntilOf(EnforcementFacts facts, Person person, GroupCover cover)
    {
        var ends = cover.GrantIds.SelectMany(g => facts.Access.Ledger.Find(g)!.Boundaries());
        if (person.EndDate is { } last)
        {
            ends = ends.Append(facts.MidnightOf(last.AddDays(1)));
        }

        var later = ends.Where(t => t > facts.At.UtcTicks).DefaultIfEmpty(long.MaxValue).Min();
        return later == long.MaxValue ? null : new DateTimeOffset(later, TimeSpan.Zero);
    }
}
