using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>What the helper goes by at a moment: a snapshot's facts, or the reason why there are none. Immutable.</summary>
internal sealed class HelperState
{
    private readonly AccessState _access;
    private readonly DeviceDirectory? _devices;

    /// <summary>The facts of a snapshot.</summary>
    public HelperState(SnapshotFacts facts) => (_access, _devices) = (facts.Access, facts.Devices);

    /// <summary>
    /// No facts: every host that a service has is closed. Other sites stay open, by the catalogue that was last known, else by the one
    /// that the product ships: a broken file must not close the school's whole internet.
    /// </summary>
    public HelperState(SnapshotProblem problem, HelperState? last)
    {
        Problem = problem;
        _access = new AccessState(
            PeopleHistory.Empty,
            AccessLedger.Empty,
            last?._access.Catalogue ?? ServiceCatalogue.BuiltIn,
            new SchoolCalendar(new SchoolDayConfig([], [], []), TimeZoneInfo.Utc),
            TimeZoneInfo.Utc,
            standingAuthorisation: false);
    }

    /// <summary>Why there are no facts; null when there are.</summary>
    public SnapshotProblem? Problem { get; }

    /// <summary>
    /// Whether a host is, or lies under, one that the catalogue blocks: what Squid asks about. Not all of it is closed: hosts of the
    /// school's own and widgets below a blocked host are open.
    /// </summary>
    public bool IsAskedAbout(string host)
    {
        var catalogue = _access.Catalogue;
        for (var entry = catalogue.FindHost(host); entry is not null; entry = Above(entry) is { } above ? catalogue.FindHost(above) : null)
        {
            if (catalogue.Match(entry) is { Found: true } match && BlockList.IsBlocked(match.Role))
            {
                return true;
            }
        }

        return false;

        static string? Above(string entry) => entry.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? entry[(dot + 1)..] : null;
    }

    /// <summary>The decision. Allocates nothing.</summary>
    /// <param name="login">The login in normal form, or null.</param>
    /// <param name="address">The client's address, or null.</param>
    /// <param name="mac">The client's MAC address, or null.</param>
    /// <param name="host">The destination's host.</param>
    /// <param name="utcTicks">The instant.</param>
    public AccessDecision Decide(string? login, string? address, string? mac, ReadOnlySpan<byte> host, long utcTicks)
    {
        var match = _access.Catalogue.Match(host);
        if (_devices is null)
        {
            return match.Found && BlockList.IsBlocked(match.Role)
                ? AccessDecision.Unavailable
                : _access.Decide(new AccessQuery(Who: null, DeviceClass.Unknown, DeviceName: null, match, utcTicks));
        }

        // Most hosts are no service's: then neither person nor device makes a difference.
        var device = match.Found ? _devices.Resolve(address, mac, utcTicks) : default;
        return _access.Decide(new AccessQuery(login, device.Class, device.Name, match, utcTicks));
    }
}
