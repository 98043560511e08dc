using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>What is open in each network, and to each fixed address of the inventory, when nobody is known: DNS sees addresses only.</summary>
internal sealed class DnsNetworks
{
    private readonly EnforcementFacts _facts;
    private readonly long _now;
    private readonly Dictionary<DeviceClass, OpenServices> _byClass = [];
    private readonly List<(AddressPrefix Prefix, NetworkConfig Network)> _networks;

    public DnsNetworks(EnforcementFacts facts)
    {
        _facts = facts;
        _now = facts.At.UtcTicks;
        Count = facts.Access.Catalogue.Services.Count;
        Devices = facts.Inventory.All(_now);
        _networks = [.. facts.Config.Networks
            .Select(n => (Prefix: AddressPrefix.Parse(n.Cidr), Network: n))
            .Where(n => n.Prefix is not null)
            .Select(n => (n.Prefix!.Value, n.Network))
            .DistinctBy(n => n.Value)];
        HasDecidingProxy = facts.Config.Enforcement.Targets.Any(t => t.Enabled && t.Kind is EnforcementTargetKind.Squid or EnforcementTargetKind.Group);
    }

    /// <summary>How many services the catalogue has.</summary>
    public int Count { get; }

    /// <summary>The inventory at the instant, by name.</summary>
    public IReadOnlyList<Device> Devices { get; }

    /// <summary>Nothing open.</summary>
    public OpenServices Nothing => OpenServices.Where(Count, static _ => false);

    /// <summary>Whether a network or a device of somebody's own is known, so that bells count.</summary>
    public bool HasOwn => _networks.Exists(n => AccessState.IsOwn(n.Network.Class)) || Devices.Any(d => AccessState.IsOwn(d.Class));

    /// <summary>Whether a proxy or firewall that asks who it is decides for those behind it.</summary>
    public bool HasDecidingProxy { get; }

    /// <summary>What technicians should know.</summary>
    public IReadOnlyList<string> Notes => [.. Proxies().Select(p => HasDecidingProxy
        ? $"{p} is a proxy and left open: it decides by person, and has to be in step itself."
        : $"{p} is a proxy and blocked like a school device: no enabled Squid or Group target says that it decides by person.")];

    /// <summary>The same for a format that answers all clients alike.</summary>
    public IReadOnlyList<string> NotesWithoutViews
    {
        get
        {
            var own = _networks.Where(n => AccessState.IsOwn(n.Network.Class)).Select(n => Describe(n.Network)).ToList();
            var notes = new List<string> { "This format answers every client alike: all who ask this resolver are blocked, at all times, and no grant opens anything." };
            if (own.Count > 0)
            {
                notes.Add($"These networks gain a block that the policy gives only in sessions (USE-2): {string.Join(", ", own)}. Give them another resolver, or use Unbound or Bind as the format.");
            }

            notes.AddRange(Proxies().Select(p => $"{p} is a proxy; when it asks this resolver, what it opens for people stays closed. Give it another resolver."));
            return notes;
        }
    }

    /// <summary>What a class may do when nobody is known.</summary>
    public OpenServices OfClass(DeviceClass deviceClass)
    {
        if (!_byClass.TryGetValue(deviceClass, out var open))
        {
            open = deviceClass == DeviceClass.Proxy && HasDecidingProxy
                ? OpenServices.Where(Count, static _ => true)
                : OpenServices.Where(Count, i => IsAllowed(who: null, deviceClass, deviceName: null, i));
            _byClass.Add(deviceClass, open);
        }

        return open;
    }

    /// <summary>What the decision says.</summary>
    public AccessDecision Decide(string? who, DeviceClass deviceClass, string? deviceName, int service) =>
        _facts.Access.Decide(who, deviceClass, deviceName, _facts.Access.Catalogue.Services[service].Name, _now);

    /// <summary>The networks of a class.</summary>
    public IReadOnlyList<AddressPrefix> NetworksOf(DeviceClass deviceClass) => [.. _networks.Where(n => n.Network.Class == deviceClass).Select(n => n.Prefix)];

    /// <summary>Networks and fixed addresses with what is open to each.</summary>
    /// <param name="extra">What is open besides, by network or address.</param>
    public IEnumerable<(AddressPrefix Prefix, OpenServices Open)> All(IReadOnlyDictionary<AddressPrefix, OpenServices> extra)
    {
        foreach (var (prefix, network) in _networks)
        {
            yield return (prefix, With(prefix, OfClass(network.Class)));
        }

        foreach (var address in Devices.SelectMany(DeviceHistory.AddressesOf).Distinct())
        {
            // As the decision finds it: the inventory knows the address, whatever network it lies in.
            var device = _facts.Devices.Resolve(address.ToString(), deviceText: null, _now);
            yield return (AddressPrefix.Of(address), With(AddressPrefix.Of(address), OfClass(device.Class)));
        }

        OpenServices With(AddressPrefix prefix, OpenServices open) => extra.TryGetValue(prefix, out var more) ? open.Or(more) : open;
    }

    private bool IsAllowed(string? who, DeviceClass deviceClass, string? deviceName, int service) => Decide(who, deviceClass, deviceName, service).Allowed;

    private IEnumerable<string> Proxies() => _networks.Where(n => n.Network.Class == DeviceClass.Proxy).Select(n => Describe(n.Network))
        .Concat(Devices.Where(d => d.Class == DeviceClass.Proxy).Select(d => $"{string.Join(", ", d.Addresses)} ({d.Name})"));

    private static string Describe(NetworkConfig network) => network.Name is null ? $"{network.Cidr} ({network.Class})" : $"{network.Cidr} ({network.Name})";
}
