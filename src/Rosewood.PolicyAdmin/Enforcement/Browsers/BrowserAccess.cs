using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// The services that a browser policy opens. A policy of the machine can't tell persons apart; one that is given to people's own profiles
/// opens what every one of them may use.
/// </summary>
/// <param name="Services">The services that are open, by name.</param>
/// <param name="Openings">For whom.</param>
/// <param name="Widenings">What is, or would be, open to others too.</param>
/// <param name="Notes">What the configuration asks and the facts don't give.</param>
internal sealed record BrowserAccess(IReadOnlySet<string> Services, IReadOnlyList<Opening> Openings, IReadOnlyList<Widening> Widenings, IReadOnlyList<string> Notes)
{
    /// <summary>Reads it off the decision.</summary>
    public static BrowserAccess Of(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        var notes = new List<string>();
        var wanted = TargetServices.Of(target, facts, notes).ToHashSet(StringComparer.Ordinal);
        return target.People.Count == 0 ? ForMachines(facts, wanted, force, notes) : ForPeople(target, facts, wanted, force, notes);
    }

    private static BrowserAccess ForMachines(EnforcementFacts facts, HashSet<string> wanted, bool force, List<string> notes)
    {
        var granted = Narrow(GrantedServices.OfAll(facts, DeviceClass.School), wanted);
        return new(
            granted.Where(_ => force).SelectMany(g => g.Services).ToHashSet(StringComparer.Ordinal),
            [],
            [.. granted.Select(g => new Widening(g.Person.Id, g.GrantId, GrantedServices.Describe(g.Services, facts), "everyone who uses these machines", force))],
            notes);
    }

    private static BrowserAccess ForPeople(EnforcementTargetConfig target, EnforcementFacts facts, HashSet<string> wanted, bool force, List<string> notes)
    {
        var people = new List<Person>();
        var complete = true;
        foreach (var login in target.People)
        {
            var match = facts.Access.People.FindByLogin(login, facts.At.UtcTicks);
            if (match.Person is null)
            {
                complete = false;
                notes.Add($"'{Commands.PlainText.Shorten(login)}' in the target's people is {(match.Ambiguous ? "more than one person" : "nobody on the roster")}, so nothing is opened. Correct people in policy.json.");
            }
            else if (!people.Exists(p => string.Equals(p.Id, match.Person.Id, StringComparison.Ordinal)))
            {
                people.Add(match.Person);
            }
        }

        var granted = Narrow([.. people.SelectMany(p => GrantedServices.Of(facts, p, DeviceClass.School))], wanted);
        var ofEvery = granted.SelectMany(g => g.Services.Select(s => (Service: s, g.Person.Id)))
            .GroupBy(g => g.Service, g => g.Id, StringComparer.Ordinal)
            .Where(g => complete && g.Distinct(StringComparer.Ordinal).Count() == people.Count)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var openings = new List<Opening>();
        var widenings = new List<Widening>();
        foreach (var grant in granted)
        {
            var (shared, own) = (grant.Services.Where(ofEvery.Contains).ToList(), grant.Services.Where(s => !ofEvery.Contains(s)).ToList());
            if (shared.Count > 0)
            {
                openings.Add(new Opening(grant.Person.Id, grant.GrantId, GrantedServices.Describe(shared, facts)));
            }

            if (own.Count > 0)
            {
                widenings.Add(new Widening(grant.Person.Id, grant.GrantId, GrantedServices.Describe(own, facts), "the others to whose profiles this file is given", force));
            }
        }

        var open = force ? granted.SelectMany(g => g.Services).ToHashSet(StringComparer.Ordinal) : ofEvery;
        return new(open, openings, widenings, notes);
    }

    private static List<GrantedServices> Narrow(IReadOnlyList<GrantedServices> granted, HashSet<string> wanted) =>
        [.. granted.Select(g => g with { Services = [.. g.Services.Where(wanted.Contains)] }).Where(g => g.Services.Count > 0)];
}
