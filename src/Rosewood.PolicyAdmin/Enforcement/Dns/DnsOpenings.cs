using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>
/// What grants and the standing authorisation (USE-3) open: to the fixed addresses of devices that are one person's alone. Whatever else
/// they cover would let others in, and is listed.
/// </summary>
/// <param name="facts">The facts.</param>
/// <param name="networks">What is open without anybody.</param>
/// <param name="force">Whether what lets others in is opened too.</param>
/// <param name="hasViews">Whether the format can tell clients apart.</param>
internal sealed class DnsOpenings(EnforcementFacts facts, DnsNetworks networks, bool force, bool hasViews)
{
    private static readonly DeviceClass[] Classes = [DeviceClass.School, DeviceClass.SchoolMobile, DeviceClass.Personal];
    private readonly long _now = facts.At.UtcTicks;
    private readonly Dictionary<AddressPrefix, OpenServices> _extra = [];

    /// <summary>What is open besides, by network or address.</summary>
    public IReadOnlyDictionary<AddressPrefix, OpenServices> Extra => _extra;

    public List<Opening> Openings { get; } = [];

    public List<Widening> Widenings { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Goes through everybody who may have a ground.</summary>
    public void Add()
    {
        var owners = networks.Devices.ToDictionary(d => d, OwnerOf);
        var sharers = networks.Devices.SelectMany(d => DeviceHistory.AddressesOf(d).Distinct()).GroupBy(a => a).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        foreach (var person in facts.Access.People.All(_now).Where(MayHaveGround))
        {
            if (!hasViews)
            {
                AddForEverybody(person);
                continue;
            }

            var done = new HashSet<DeviceClass>();
            foreach (var device in networks.Devices)
            {
                var isTheirs = string.Equals(owners[device], person.Id, StringComparison.Ordinal);
                if ((isTheirs || IsNamed(person, device)) && AddDevice(person, device, isTheirs, sharers))
                {
                    done.Add(AccessState.TreatedAs(device.Class));
                }
            }

            foreach (var deviceClass in Classes.Where(c => !done.Contains(c)))
            {
                AddNetworks(person, deviceClass);
            }
        }
    }

    /// <summary>Opens a device's addresses, or says why not.</summary>
    /// <returns>Whether something was opened to this person alone.</returns>
    private bool AddDevice(Person person, Device device, bool isTheirs, HashSet<NetworkAddress> sharers)
    {
        var grounds = Grounds(person, device.Class, device.Name);
        if (grounds.Count == 0)
        {
            return false;
        }

        var addresses = DeviceHistory.AddressesOf(device).Distinct().ToList();
        if (addresses.Count == 0)
        {
            Notes.Add($"{device.Name} can't be opened for {person.DisplayName}: the inventory has no fixed address for it.");
            return false;
        }

        var opened = false;
        foreach (var address in addresses)
        {
            var whoElse = device.Class is DeviceClass.Server or DeviceClass.Proxy || !isTheirs ? $"everyone who uses {device.Name}"
                : sharers.Contains(address) ? $"the other devices with the address {address}"
                : null;
            foreach (var (grantId, services) in grounds)
            {
                var what = $"{address} ({device.Name}): {services.Describe(facts.Access.Catalogue)}";
                if (whoElse is null)
                {
                    Openings.Add(new Opening(person.Id, grantId, what));
                    opened = true;
                }
                else
                {
                    Widenings.Add(new Widening(person.Id, grantId, what, whoElse, force));
                }

                if (whoElse is null || force)
                {
                    Open(AddressPrefix.Of(address), services);
                }
            }
        }

        return opened;
    }

    private void AddNetworks(Person person, DeviceClass deviceClass)
    {
        var prefixes = networks.NetworksOf(deviceClass);
        var word = prefixes.Count == 0 ? "no network" : string.Join(", ", prefixes);
        foreach (var (grantId, services) in Grounds(person, deviceClass, deviceName: null))
        {
            var made = force && prefixes.Count > 0;
            Widenings.Add(new Widening(person.Id, grantId, $"{word} ({deviceClass}): {services.Describe(facts.Access.Catalogue)}", "everyone on these networks", made));
            foreach (var prefix in made ? prefixes : [])
            {
                Open(prefix, services);
            }
        }
    }

    private void AddForEverybody(Person person)
    {
        var grounds = Classes.SelectMany(c => Grounds(person, c, deviceName: null))
            .Concat(networks.Devices.Where(d => IsNamed(person, d)).SelectMany(d => Grounds(person, d.Class, d.Name)));
        foreach (var ground in grounds.GroupBy(g => g.GrantId ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var services = ground.Select(g => g.Services).Aggregate((a, b) => a.Or(b));
            Widenings.Add(new Widening(person.Id, ground.Key.Length == 0 ? null : ground.Key, services.Describe(facts.Access.Catalogue), "everyone who asks this resolver", Made: false) { CanBeForced = false });
        }
    }

    /// <summary>What the decision opens to a person beyond what is open to anybody there, by grant; null: the standing authorisation.</summary>
    private List<(string? GrantId, OpenServices Services)> Grounds(Person person, DeviceClass deviceClass, string? deviceName)
    {
        // By their own account's name; were it another's, the decision would be about that one.
        var who = LoginName.Normalize(person.UserPrincipalName);
        if (!string.Equals(facts.Access.People.FindByLogin(who, _now).Person?.Id, person.Id, StringComparison.Ordinal))
        {
            return [];
        }

        var anybody = networks.OfClass(deviceClass);
        return [.. Enumerable.Range(0, networks.Count)
            .Where(i => !anybody.Has(i))
            .Select(i => (Service: i, Decision: networks.Decide(who, deviceClass, deviceName, i)))
            .Where(d => d.Decision.Allowed)
            .GroupBy(d => d.Decision.GrantId ?? "", StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key.Length == 0 ? null : g.Key, OpenServices.Where(networks.Count, g.Select(d => d.Service).ToHashSet().Contains)))];
    }

    private void Open(AddressPrefix prefix, OpenServices services) =>
        _extra[prefix] = _extra.TryGetValue(prefix, out var before) ? before.Or(services) : services;

    private bool MayHaveGround(Person person) => person.Roles.Overlaps(RoleSet.StandingAuthorisation) || facts.Access.Ledger.Of(person.Id).Length > 0;

    private bool IsNamed(Person person, Device device)
    {
        foreach (var grant in facts.Access.Ledger.Of(person.Id))
        {
            if (grant.Fact.DeviceNames.Contains(device.Name, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private string? OwnerOf(Device device) => device.AssignedUser is null ? null : facts.Access.People.FindByLogin(device.AssignedUser, _now).Person?.Id;
}
