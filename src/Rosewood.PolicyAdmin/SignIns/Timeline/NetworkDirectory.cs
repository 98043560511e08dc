using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>Finds the network of an address.</summary>
internal sealed class NetworkDirectory(IReadOnlyList<NetworkConfig> networks)
{
    private const int MostCached = 1 << 16;
    private const int PrefixV4 = 24;
    private const int PrefixV6 = 64;
    private readonly NetworkTable _configured = new(networks);
    private readonly Dictionary<string, SignInNetwork> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<NetworkAddress, SignInNetwork> _byPrefix = [];
    private readonly Dictionary<DeviceClass, SignInNetwork> _byClass = [];
    private readonly SignInNetwork _atDevice = new(default, configured: null) { Kind = PlaceKind.AtDevice };
    private readonly SignInNetwork _nowhere = new(default, configured: null) { Kind = PlaceKind.Nowhere };

    /// <summary>The networks outside of the configuration that were seen.</summary>
    public IReadOnlyCollection<SignInNetwork> Outside => _byPrefix.Values;

    /// <summary>Networks of all kinds that were seen.</summary>
    public IEnumerable<SignInNetwork> All => _byPrefix.Values.Concat(_byClass.Values).Append(_atDevice).Append(_nowhere);

    /// <summary>The network in which a sign-in was made; what the source says about the place is kept with it.</summary>
    public SignInNetwork Of(in SignIn signIn)
    {
        if (signIn.Address is not { } text)
        {
            return signIn.Source == SignInSource.Windows ? _atDevice : _nowhere;
        }

        if (!_byText.TryGetValue(text, out var network))
        {
            network = Find(text);
            if (_byText.Count == MostCached)
            {
                _byText.Clear();
            }

            _byText.Add(text, network);
        }

        // Of several places that the source names for one network the first by name counts, whatever the order of the rows.
        if (network.Configured is null && signIn.Country is not null && (network.Country is null || string.CompareOrdinal(signIn.City, network.City) < 0))
        {
            network.Country = signIn.Country;
            network.City = signIn.City;
            network.AutonomousSystem = signIn.AutonomousSystem;
            network.Position = signIn is { Latitude: { } north, Longitude: { } east } ? (north, east) : null;
        }

        return network;
    }

    private static PlaceKind KindOf(DeviceClass configured) => configured switch
    {
        DeviceClass.School or DeviceClass.SchoolMobile or DeviceClass.Personal or DeviceClass.Guest => PlaceKind.School,
        _ => PlaceKind.Nowhere,
    };

    private static bool IsPrivate(NetworkAddress address) => address.IsV6
        ? address.Masked(7).Value >> 120 == 0xFC || address.Masked(10).Value >> 112 == 0xFE80
        : (uint)address.Value >> 24 is 10 or 127 || (uint)address.Value >> 20 == 0xAC1 || (uint)address.Value >> 16 is 0xC0A8 or 0xA9FE;

    private SignInNetwork Find(string text)
    {
        if (!NetworkAddress.TryParse(text, out var address))
        {
            return _nowhere;
        }

        if (_configured.ClassOf(address) is var configured and not DeviceClass.Unknown)
        {
            return _byClass.TryGetValue(configured, out var known) ? known : _byClass[configured] = new SignInNetwork(default, configured) { Kind = KindOf(configured) };
        }

        // A private address that no configured network holds is somebody's home or some inside: the same numbers are in many places.
        if (IsPrivate(address))
        {
            return _nowhere;
        }

        var prefix = address.Masked(address.IsV6 ? PrefixV6 : PrefixV4);
        return _byPrefix.TryGetValue(prefix, out var seen) ? seen : _byPrefix[prefix] = new SignInNetwork(prefix, configured: null) { Kind = PlaceKind.Outside };
    }
}
