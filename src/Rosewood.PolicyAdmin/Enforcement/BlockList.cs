using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>
/// The catalogue as a list of host suffixes: those that are blocked (in role Primary, Api or Media), and those under them that the
/// decision lets through, for targets that can say so.
/// </summary>
/// <param name="Blocked">The fewest suffixes that cover what is blocked, by host; of a host and one under it only the upper.</param>
/// <param name="All">Every blocked host with its service, also those under another; by host.</param>
/// <param name="Open">Hosts under a blocked one that stay open: widgets, telemetry, shared infrastructure and the school's own hosts; by host.</param>
internal sealed record BlockList(IReadOnlyList<BlockedHost> Blocked, IReadOnlyList<BlockedHost> All, IReadOnlyList<string> Open)
{
    /// <summary>Whether hosts of a role are blocked at all.</summary>
    public static bool IsBlocked(HostRole role) => role is HostRole.Primary or HostRole.Api or HostRole.Media;

    /// <summary>The list of a catalogue.</summary>
    public static BlockList Of(ServiceCatalogue catalogue)
    {
        var candidates = catalogue.Services
            .SelectMany(s => s.Hosts.Where(h => IsBlocked(h.Role)).Select(h => new BlockedHost(h.Host, h.Role, s.Name, s.NamedInPolicy)));

        // What the matching gives to another entry (the school's own host, a service that claimed it) is not blocked under this name.
        var all = candidates
            .Where(h => catalogue.Match(h.Host) is { Found: true, IsSchoolService: false } m && IsBlocked(m.Role) && catalogue.Services[m.ServiceIndex].Name.Equals(h.Service, StringComparison.Ordinal))
            .OrderBy(h => h.Host, StringComparer.Ordinal)
            .ToList();
        var names = all.Select(h => h.Host).ToHashSet(StringComparer.Ordinal);
        var open = catalogue.Services
            .SelectMany(s => s.Hosts.Where(h => !IsBlocked(h.Role)).Select(h => h.Host))
            .Concat(catalogue.OwnHosts)
            .Where(h => !names.Contains(h) && IsUnder(h, names))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        // An upper suffix covers one below only where nothing in between is open.
        var opened = open.ToList();
        var openSet = opened.ToHashSet(StringComparer.Ordinal);
        return new([.. all.Where(h => !IsCovered(h.Host, names, openSet))], all, opened);
    }

    private static bool IsUnder(string host, HashSet<string> suffixes) => HostName.Parents(host).Any(suffixes.Contains);

    private static bool IsCovered(string host, HashSet<string> blocked, HashSet<string> open)
    {
        foreach (var parent in HostName.Parents(host))
        {
            if (open.Contains(parent))
            {
                return false;
            }

            if (blocked.Contains(parent))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A host that is blocked with everything under it.</summary>
/// <param name="Host">Lower-case A-labels.</param>
/// <param name="Role">What it is to its service.</param>
/// <param name="Service">The service's name.</param>
/// <param name="NamedInPolicy">Whether the policy names the service (SAF-2).</param>
internal sealed record BlockedHost(string Host, HostRole Role, string Service, bool NamedInPolicy);
