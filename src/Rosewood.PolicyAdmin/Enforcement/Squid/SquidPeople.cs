using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>What the decision gives people whom Squid knows by login, in each place.</summary>
internal sealed class SquidPeople
{
    private readonly EnforcementFacts _facts;
    private readonly long _now;
    private readonly Dictionary<SquidPlace, OpenServices> _ofNobody = [];
    private readonly HashSet<string> _namedDevices;

    public SquidPeople(EnforcementFacts facts)
    {
        _facts = facts;
        _now = facts.At.UtcTicks;
        _namedDevices = facts.Access.Ledger.All.SelectMany(static g => g.Fact.DeviceNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private int Count => _facts.Access.Catalogue.Services.Count;

    /// <summary>The place of a device, or of an address in a network.</summary>
    public SquidPlace PlaceOf(DeviceClass deviceClass, string? device) =>
        new(AccessState.TreatedAs(deviceClass), device is not null && _namedDevices.Contains(device) ? device : null);

    /// <summary>The places that there are: each class, and the devices that grants name.</summary>
    public IReadOnlyList<SquidPlace> Places()
    {
        DeviceClass[] classes = [DeviceClass.School, DeviceClass.SchoolMobile, DeviceClass.Personal];
        return [.. classes.Select(static c => new SquidPlace(c, Device: null)), .. _facts.Inventory.All(_now).Select(d => PlaceOf(d.Class, d.Name)).Where(static p => p.Device is not null)];
    }

    /// <summary>What is open in a place to somebody who is not known.</summary>
    public OpenServices OfNobody(SquidPlace place)
    {
        if (!_ofNobody.TryGetValue(place, out var open))
        {
            open = OpenServices.Where(Count, i => Decide(who: null, place, i).Allowed);
            _ofNobody.Add(place, open);
        }

        return open;
    }

    /// <summary>What is open to a person in a place.</summary>
    public OpenServices Of(string login, SquidPlace place) => OpenServices.Where(Count, i => Decide(login, place, i).Allowed);

    /// <summary>Those who may have more than somebody who is not known, with the logins that are theirs alone.</summary>
    public IEnumerable<(Person Person, IReadOnlyList<string> Logins)> WithGround() => _facts.Access.People.All(_now)
        .Where(p => p.Roles.Overlaps(RoleSet.StandingAuthorisation) || _facts.Access.Ledger.Of(p.Id).Length > 0)
        .Select(p => (p, LoginsOf(p)))
        .Where(static p => p.Item2.Count > 0);

    /// <summary>Whom the target lets through, for the technician.</summary>
    public IReadOnlyList<Opening> Openings()
    {
        var places = Places();
        var openings = new List<Opening>();
        foreach (var (person, logins) in WithGround())
        {
            var grounds = places
                .SelectMany(place => Enumerable.Range(0, Count).Where(i => !OfNobody(place).Has(i)).Select(i => (Place: place, Service: i, Decision: Decide(logins[0], place, i))))
                .Where(static g => g.Decision.Allowed)
                .GroupBy(static g => g.Decision.GrantId ?? "", StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal);
            openings.AddRange(grounds.Select(g => new Opening(person.Id, g.Key.Length == 0 ? null : g.Key, Describe([.. g.Select(static x => (x.Place, x.Service))]))));
        }

        return openings;
    }

    private string Describe(IReadOnlyList<(SquidPlace Place, int Service)> grounds)
    {
        var services = grounds.Select(static g => g.Service).ToHashSet();
        return $"{string.Join(", ", grounds.Select(static g => g.Place.ToString()).Distinct(StringComparer.Ordinal))}: {OpenServices.Where(Count, services.Contains).Describe(_facts.Access.Catalogue)}";
    }

    private IReadOnlyList<string> LoginsOf(Person person) => [.. PeopleHistory.LoginsOf(person)
        .SelectMany(static l => new[] { l, LoginName.WithoutDomain(l).ToString() })
        .Select(LoginName.Normalize)
        .Distinct(StringComparer.Ordinal)
        .Where(l => string.Equals(_facts.Access.People.FindByLogin(l, _now).Person?.Id, person.Id, StringComparison.Ordinal))];

    private AccessDecision Decide(string? who, SquidPlace place, int service) =>
        _facts.Access.Decide(who, place.Class, place.Device, _facts.Access.Catalogue.Services[service].Name, _now);
}
