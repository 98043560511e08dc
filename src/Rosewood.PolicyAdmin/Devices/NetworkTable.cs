using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>Networks by their prefix; the longest one that holds an address counts. A look-up allocates nothing.</summary>
internal sealed class NetworkTable
{
    /// <summary>Prefix lengths in use and their networks, the longest first; IPv4 and IPv6 apart.</summary>
    private readonly (int Prefix, Dictionary<UInt128, DeviceClass> Networks)[] _v4;
    private readonly (int Prefix, Dictionary<UInt128, DeviceClass> Networks)[] _v6;

    /// <summary>A table of these networks; of the same network twice the first counts.</summary>
    /// <exception cref="FaultException"><c>NetworkInvalid</c>.</exception>
    public NetworkTable(IEnumerable<NetworkConfig> networks)
    {
        var read = networks.Select(n => (Network: Read(n.Cidr), n.Class)).ToList();
        _v4 = Table(isV6: false);
        _v6 = Table(isV6: true);

        (int, Dictionary<UInt128, DeviceClass>)[] Table(bool isV6) =>
            [.. read.Where(n => n.Network.Address.IsV6 == isV6)
                .GroupBy(n => n.Network.Prefix)
                .OrderByDescending(g => g.Key)
                .Select(g => (g.Key, g.DistinctBy(n => n.Network.Address.Value).ToDictionary(n => n.Network.Address.Value, n => n.Class)))];
    }

    /// <summary>The class of the longest network that holds an address; <see cref="DeviceClass.Unknown"/> where none does.</summary>
    public DeviceClass ClassOf(NetworkAddress address)
    {
        foreach (var (prefix, networks) in address.IsV6 ? _v6 : _v4)
        {
            if (networks.TryGetValue(address.Masked(prefix).Value, out var found))
            {
                return found;
            }
        }

        return DeviceClass.Unknown;
    }

    private static (NetworkAddress Address, int Prefix) Read(string cidr)
    {
        var slash = cidr.IndexOf('/', StringComparison.Ordinal);
        var text = slash < 0 ? cidr : cidr[..slash];
        if (!NetworkAddress.TryParse(text, out var address))
        {
            throw Invalid(cidr);
        }

        // An IPv4 network written in IPv6, such as ::ffff:10.0.0.0/104, counts its prefix in IPv6's bits.
        var offset = !address.IsV6 && text.Contains(':', StringComparison.Ordinal) ? 96 : 0;
        var prefix = address.Bits;
        if (slash >= 0 && !(int.TryParse(cidr.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) && (prefix -= offset) >= 0 && prefix <= address.Bits))
        {
            throw Invalid(cidr);
        }

        return (address.Masked(prefix), prefix);
    }

    private static FaultException Invalid(string cidr) => new Fault(
        "NetworkInvalid",
        FaultKind.InvalidArgument,
        cidr,
        $"'{PlainText.Shorten(cidr)}' is no network. Write networks in policy.json as 10.20.0.0/16 or 2001:db8::/48.").ToException();
}
