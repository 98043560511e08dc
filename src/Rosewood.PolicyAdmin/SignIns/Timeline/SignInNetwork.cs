using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>
/// A network that addresses were seen in: one that the school's configuration knows, else an IPv4 /24 or an IPv6 /64 (privacy
/// addresses change within it).
/// </summary>
/// <param name="prefix">The network's first address; of a configured class or of no address the default.</param>
/// <param name="configured">The class that the configuration gives it; null where it has none.</param>
internal sealed class SignInNetwork(NetworkAddress prefix, DeviceClass? configured)
{
    private SignInNetwork? _same;

    /// <summary>The network's first address.</summary>
    public NetworkAddress Prefix { get; } = prefix;

    /// <summary>The class that the configuration gives it; null where it has none.</summary>
    public DeviceClass? Configured { get; } = configured;

    /// <summary>What kind of place it is; learned when all rows are read.</summary>
    public PlaceKind Kind { get; set; }

    /// <summary>The town that the source guesses, or null.</summary>
    public string? City { get; set; }

    /// <summary>The country that the source guesses, or null.</summary>
    public string? Country { get; set; }

    /// <summary>The autonomous system, or null.</summary>
    public int? AutonomousSystem { get; set; }

    /// <summary>Degrees north and east, or null.</summary>
    public (double North, double East)? Position { get; set; }

    /// <summary>The network that stands for the place: IPv4 and IPv6 of one home are one place.</summary>
    public SignInNetwork Place
    {
        get
        {
            var root = this;
            while (root._same is { } next)
            {
                root = next;
            }

            return root;
        }
    }

    /// <summary>Notes that two networks are one place.</summary>
    public void IsSamePlaceAs(SignInNetwork other)
    {
        var (mine, theirs) = (Place, other.Place);
        if (mine != theirs)
        {
            mine._same = theirs;
        }
    }
}
