using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>The inventory as it stood at any moment. Immutable, without I/O, and safe to read from several threads.</summary>
public sealed class DeviceHistory
{
    private readonly Dictionary<string, VersionSpan<Device>[]> _byName;
    private readonly Dictionary<ulong, VersionSpan<Device>[]> _byMac;
    private readonly Dictionary<NetworkAddress, VersionSpan<Device>[]> _byAddress;
    private readonly Dictionary<string, VersionSpan<Device>[]>.AlternateLookup<ReadOnlySpan<char>> _byNameSpan;
    private readonly VersionSpan<Device>[] _spans;

    /// <summary>Puts a history together.</summary>
    /// <param name="versions">All versions in the order in which they were recorded.</param>
    public DeviceHistory(IEnumerable<DeviceVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        _spans = [.. versions
            .GroupBy(v => v.Device.Id, StringComparer.Ordinal)
            .SelectMany(g => VersionSpan.Of(g.Select(v => (v.EffectiveFrom, Version: v))))
            .Where(s => !s.Value.Removed)
            .Select(s => new VersionSpan<Device>(s.From, s.Until, s.Value.Device))];
        IsEmpty = _spans.Length == 0;
        _byName = VersionSpan.Index<Device, string>(_spans, d => [d.Name], StringComparer.OrdinalIgnoreCase);
        _byNameSpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _byMac = VersionSpan.Index(_spans, d => MacAddress.TryParse(d.Mac, out var mac) ? [mac] : Array.Empty<ulong>(), EqualityComparer<ulong>.Default);
        _byAddress = VersionSpan.Index(_spans, AddressesOf, EqualityComparer<NetworkAddress>.Default);
    }

    /// <summary>No device.</summary>
    public static DeviceHistory Empty { get; } = new([]);

    /// <summary>Whether no device was ever in the inventory.</summary>
    public bool IsEmpty { get; }

    /// <summary>Every device in the inventory at an instant, by name.</summary>
    public IReadOnlyList<Device> All(long utcTicks) =>
        [.. _spans.Where(s => s.Covers(utcTicks)).Select(s => s.Value).OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The device of a name at an instant, or null. Case makes no difference; nor does a domain behind (<c>pc-07.rosewood.example</c>), or the <c>$</c> of a computer's account.</summary>
    public Device? FindByName(ReadOnlySpan<char> name, long utcTicks)
    {
        name = name.Trim().TrimEnd('$');
        if (Pick(_byNameSpan, name, utcTicks) is { } whole)
        {
            return whole;
        }

        // No domain ends in a digit, but an IPv4 address does.
        var dot = name.IndexOf('.');
        return dot > 0 && !char.IsAsciiDigit(name[^1]) ? Pick(_byNameSpan, name[..dot], utcTicks) : null;
    }

    /// <summary>The versions that count at an instant or after it, in the order in which a look-up tries them.</summary>
    internal IEnumerable<VersionSpan<Device>> SpansFrom(long utcTicks) => _spans.Where(s => s.Until > utcTicks);

    /// <summary>The device of a MAC address at an instant, or null.</summary>
    internal Device? FindByMac(ulong mac, long utcTicks) => _byMac.TryGetValue(mac, out var spans) ? Pick(spans, utcTicks) : null;

    /// <summary>The device that has an IP address at an instant, or null.</summary>
    internal Device? FindByAddress(NetworkAddress address, long utcTicks) => _byAddress.TryGetValue(address, out var spans) ? Pick(spans, utcTicks) : null;

    /// <summary>A device's IP addresses as numbers.</summary>
    internal static IEnumerable<NetworkAddress> AddressesOf(Device device)
    {
        foreach (var text in device.Addresses)
        {
            if (NetworkAddress.TryParse(text, out var address))
            {
                yield return address;
            }
        }
    }

    private static Device? Pick(Dictionary<string, VersionSpan<Device>[]>.AlternateLookup<ReadOnlySpan<char>> index, ReadOnlySpan<char> name, long utcTicks) =>
        index.TryGetValue(name, out var spans) ? Pick(spans, utcTicks) : null;

    private static Device? Pick(VersionSpan<Device>[] spans, long utcTicks)
    {
        foreach (var span in spans)
        {
            if (span.Covers(utcTicks))
            {
                return span.Value;
            }
        }

        return null;
    }
}
