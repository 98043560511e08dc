using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>One place where blocks are put into force.</summary>
/// <param name="Name">Its name; what <c>-Target</c> takes.</param>
/// <param name="Kind">What it is.</param>
public sealed record EnforcementTargetConfig(string Name, EnforcementTargetKind Kind)
{
    /// <summary>Whether it is published to.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The form that is written; null for Squid's live helper.</summary>
    public EnforcementFormat? Format { get; init; }

    /// <summary>
    /// The file that is written; for Squid and for Dns Bind and Unbound, which need several, the folder. For Feed and Browser and Group a relative
    /// path is inside the workspace's <c>feeds</c> folder, and null gives a file there named after the target.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Program and arguments that make the target read its files again, run without a shell; empty: nothing is run.</summary>
    public IReadOnlyList<string> ReloadCommand { get; init; } = [];

    /// <summary>The target's main configuration (<c>squid.conf</c>, <c>unbound.conf</c>, <c>named.conf</c>), with which the files are checked before they count; null: checked alone.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>The system group that may read the files, such as Debian's <c>proxy</c>; null: everybody may. Not used on Windows.</summary>
    public string? ReaderGroup { get; init; }

    /// <summary>host:port at which the block is proved (the proxy, the resolver), or null.</summary>
    public string? ProbeAddress { get; init; }

    /// <summary>The login name with which a proxy is probed, or null.</summary>
    public string? ProbeUser { get; init; }

    /// <summary>An owner-only file whose first line is that account's password, or null.</summary>
    public string? ProbePasswordFile { get; init; }

    /// <summary>The address that a DNS target answers with for a blocked name; null: no such name.</summary>
    public string? BlockAddress { get; init; }

    /// <summary>Squid: where it writes a log in the form that <c>Import-FirewallLog</c> likes best; null: no log of its own.</summary>
    public string? LogPath { get; init; }

    /// <summary>Squid: whether the proxy asks for a login. Without one nobody is known, and only addresses count.</summary>
    public bool Login { get; init; } = true;

    /// <summary>
    /// Squid, live: whether tunnels to social media go through the helper's relay, which closes each at the second at which it stops being
    /// authorised. Without it an open tunnel is not asked about again.
    /// </summary>
    public bool CutTunnels { get; init; } = true;

    /// <summary>Squid, live: the port of 127.0.0.1 at which the relay listens. The proxy refuses this port to everybody.</summary>
    public int TunnelPort { get; init; } = 13128;

    /// <summary>Squid: a tunnel through the relay lives no longer than this; without the relay, no connection on which nothing moves.</summary>
    public TimeSpan TunnelLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Squid, live: the rosewood program that Squid starts; null: where this one is.</summary>
    public string? HelperProgram { get; init; }

    /// <summary>Browser: the platform whose form is written.</summary>
    public BrowserPlatform Platform { get; init; } = BrowserPlatform.Linux;

    /// <summary>Browser for Intune: whether the profile is kept in the tenant by this program rather than written to a file.</summary>
    public bool InTenant { get; init; }

    /// <summary>Browser: login names or UPNs of those to whose own profile the policy is given; empty: all who use the machines.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Group and Browser: the services that membership or the allow list opens; empty: all.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Group: the device classes on which membership opens them.</summary>
    public IReadOnlyList<DeviceClass> Devices { get; init; } = [DeviceClass.School, DeviceClass.SchoolMobile];

    /// <summary>Group: its object id in Entra ID, for EntraId and for a script in PowerShell; null for a group of another directory, and for other kinds.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>Group: its name or distinguished name in Active Directory, for a script in PowerShell without <see cref="GroupId"/>; its distinguished name, for LDIF.</summary>
    public string? GroupName { get; init; }

    /// <summary>Group, EntraId: whether memberships end in the tenant by its own clock; needs Entra ID P2, and the group's onboarding can't be undone.</summary>
    public bool TimeBound { get; init; }
}
