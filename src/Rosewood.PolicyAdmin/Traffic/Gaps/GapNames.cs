using System.Text;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>
/// Under which name a host outside the catalogue is counted: its domain, since services number their servers; the host itself where the
/// domain is shared by many, or a catalogue's or the school's own host lies under it.
/// </summary>
internal sealed class GapNames
{
    private const int Most = 300_000;

    private static readonly string[] Local = ["local", "lan", "internal", "intranet", "home", "corp", "arpa", "localhost"];

    private readonly HashSet<string> _above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GapName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GapName>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly ServiceCatalogue _catalogue;

    public GapNames(ServiceCatalogue catalogue)
    {
        _catalogue = catalogue;
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var host in catalogue.Services.SelectMany(s => s.Hosts).Select(h => h.Host).Concat(catalogue.OwnHosts))
        {
            for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
            {
                _above.Add(host[(dot + 1)..]);
            }
        }
    }

    /// <summary>What a line's host is.</summary>
    public GapName Of(ReadOnlySpan<byte> host)
    {
        if (host.Length is 0 or > HostName.MaxLength)
        {
            return default;
        }

        Span<char> key = stackalloc char[HostName.MaxLength];
        var length = Encoding.Latin1.GetChars(host, key);
        if (_lookup.TryGetValue(key[..length], out var name))
        {
            return name;
        }

        if (_names.Count >= Most)
        {
            _names.Clear();
        }

        return _lookup[key[..length]] = Decide(Encoding.UTF8.GetString(host));
    }

    /// <summary>The domain that somebody bought: one label below what registries sell under.</summary>
    public static string DomainOf(string host)
    {
        var at = host.Length;
        for (var labels = 0; at > 0; labels++)
        {
            at = host.LastIndexOf('.', at - 1);
            if (labels >= 1 && !WideHosts.IsRegistry(host[(at + 1)..]))
            {
                return host[(at + 1)..];
            }
        }

        return host;
    }

    private GapName Decide(string text)
    {
        if (!HostName.TryParse(text, out var host) || !host.Contains('.', StringComparison.Ordinal) || Local.Contains(host[(host.LastIndexOf('.') + 1)..], StringComparer.Ordinal))
        {
            return default;
        }

        var match = _catalogue.Match(host);
        if (match.IsSchoolService || HiddenTraffic.Of(Encoding.ASCII.GetBytes(host)) != HiddenTrafficKind.None)
        {
            return default;
        }

        if (match.Found)
        {
            return new GapName(null, match, _catalogue.FindHost(host));
        }

        if (WideHosts.IsRegistry(host) || WideHosts.IsPlatform(host))
        {
            return default;
        }

        var domain = DomainOf(host);
        return new GapName(WideHosts.IsPlatform(domain) || WideHosts.IsRegistry(domain) || _above.Contains(domain) ? host : domain, HostMatch.None, null);
    }
}

/// <summary>What a host is to the comparison.</summary>
/// <param name="Unknown">The name under which it counts when the catalogue does not have it; null when it does, or when it is passed over.</param>
/// <param name="Match">The catalogue's answer; meaningful when there is an entry.</param>
/// <param name="Entry">The catalogue's host that covers it; null when there is none.</param>
internal readonly record struct GapName(string? Unknown, HostMatch Match, string? Entry);
