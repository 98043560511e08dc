using System.Text;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// Services and the table of their hosts: which service a host belongs to, and in which role. Immutable; shared by threads.
/// A host covers its subdomains, the longest entry wins, and the school's own hosts win over services of the same length.
/// </summary>
public sealed class ServiceCatalogue
{
    private readonly HostTable _table;
    private readonly HostMatch[] _matches;
    private readonly string[] _hosts;
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _aliases = new(StringComparer.OrdinalIgnoreCase);

    private ServiceCatalogue(IReadOnlyList<SocialMediaService> services, IReadOnlyList<string> ownHosts)
    {
        Services = services;
        OwnHosts = ownHosts;
        for (var i = 0; i < services.Count; i++)
        {
            _names.TryAdd(services[i].Name, i);
            foreach (var alias in services[i].Aliases)
            {
                _aliases.TryAdd(alias, i);
            }
        }

        // Of two alike hosts the first counts: the school's own, then the school's services, then the built-in ones.
        var entries = ownHosts.Select(h => (Host: h, Match: HostMatch.SchoolService))
            .Concat(services.Select((s, i) => (Service: s, Index: i))
                .OrderByDescending(s => s.Service.Source)
                .SelectMany(s => s.Service.Hosts.Select(h => (h.Host, Match: new HostMatch(s.Index, h.Role)))))
            .ToArray();
        _hosts = Array.ConvertAll(entries, e => e.Host);
        _matches = Array.ConvertAll(entries, e => e.Match);
        _table = new HostTable(_hosts);
    }

    /// <summary>The catalogue that the product ships.</summary>
    public static ServiceCatalogue BuiltIn => Embedded.Catalogue;

    /// <summary>The services; a match's index points in here.</summary>
    public IReadOnlyList<SocialMediaService> Services { get; }

    /// <summary>Hosts of the school's own services, in normal form: never in scope.</summary>
    public IReadOnlyList<string> OwnHosts { get; }

    /// <summary>What a host belongs to. Allocates nothing, unless the host holds characters beyond ASCII.</summary>
    /// <param name="host">A host as a log has it: any case, perhaps with userinfo, port and final dot; UTF-8.</param>
    public HostMatch Match(ReadOnlySpan<byte> host)
    {
        var entry = FindEntry(host);
        return entry < 0 ? HostMatch.None : _matches[entry];
    }

    /// <summary>What a host belongs to.</summary>
    /// <param name="host">As for bytes.</param>
    public HostMatch Match(string host)
    {
        var entry = FindEntry(host);
        return entry < 0 ? HostMatch.None : _matches[entry];
    }

    /// <summary>The catalogue's host that a host is or lies under; null when it belongs to nothing.</summary>
    /// <param name="host">As for <see cref="Match(string)"/>.</param>
    public string? FindHost(string host)
    {
        var entry = FindEntry(host);
        return entry < 0 ? null : _hosts[entry];
    }

    /// <summary>A service by name or alias, without regard to case; null when there is none.</summary>
    public SocialMediaService? Find(string nameOrAlias)
    {
        ArgumentNullException.ThrowIfNull(nameOrAlias);
        var key = nameOrAlias.Trim();
        return _names.TryGetValue(key, out var index) || _aliases.TryGetValue(key, out index) ? Services[index] : null;
    }

    /// <summary>The index of the service of that name (not alias), without regard to case; −1 when there is none.</summary>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.GetValueOrDefault(name, -1);
    }

    /// <summary>This catalogue with the school's say.</summary>
    /// <param name="school">Services that are added, or that replace those of the same name. A host of theirs is theirs alone.</param>
    /// <param name="switchedOff">Names of services to leave out.</param>
    /// <param name="ownHosts">Hosts of the school's own services; what is no host name is passed over.</param>
    public ServiceCatalogue With(IEnumerable<SocialMediaService> school, IEnumerable<string> switchedOff, IEnumerable<string> ownHosts)
    {
        var additions = school.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        var claimed = additions.Values.SelectMany(s => s.Hosts).Select(h => h.Host).ToHashSet(StringComparer.Ordinal);
        var off = switchedOff.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var services = new List<SocialMediaService>(Services.Count + additions.Count);
        foreach (var service in Services.Where(s => !off.Contains(s.Name)))
        {
            services.Add(additions.Remove(service.Name, out var replacement) ? replacement : Without(service, claimed));
        }

        services.AddRange(additions.Values.Where(s => !off.Contains(s.Name)).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase));
        var own = OwnHosts.Concat(ownHosts.Select(h => HostName.TryParse(h, out var host) ? host : "").Where(h => h.Length > 0));
        return new ServiceCatalogue(services, [.. own.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A catalogue of these services alone.</summary>
    internal static ServiceCatalogue Of(IReadOnlyList<SocialMediaService> services) => new(services, []);

    private static SocialMediaService Without(SocialMediaService service, HashSet<string> claimed) =>
        service.Hosts.Any(h => claimed.Contains(h.Host))
            ? service with { Hosts = [.. service.Hosts.Where(h => !claimed.Contains(h.Host))] }
            : service;

    private int FindEntry(ReadOnlySpan<byte> host)
    {
        if (host.IsEmpty)
        {
            return -1;
        }

        var name = char.IsAsciiDigit((char)host[^1]) ? HostName.WithoutPort(host) : host;
        if (!HostName.IsPlain(name))
        {
            return FindAfterNormalising(host);
        }

        return _table.Find(name.EndsWith((byte)'.') ? name[..^1] : name);
    }

    private int FindEntry(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.AsSpan(host.LastIndexOf('@') + 1);
        Span<byte> utf8 = stackalloc byte[2 * HostName.MaxLength];
        return Encoding.UTF8.TryGetBytes(name, utf8, out var length) ? FindEntry(utf8[..length]) : -1;
    }

    private int FindAfterNormalising(ReadOnlySpan<byte> host)
    {
        Span<byte> normal = stackalloc byte[HostName.MaxLength];
        return HostName.TryNormalise(host, normal, out var length) ? _table.Find(normal[..length]) : -1;
    }

    private static class Embedded
    {
        private const string Resource = "Rosewood.PolicyAdmin.Catalogue.catalogue.json";

        public static readonly ServiceCatalogue Catalogue = Load();

        private static ServiceCatalogue Load()
        {
            using var stream = typeof(ServiceCatalogue).Assembly.GetManifestResourceStream(Resource)!;
            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            return new ServiceCatalogue(CatalogueReader.Read(json, "catalogue.json", ServiceSource.BuiltIn), []);
        }
    }
}
