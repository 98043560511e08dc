using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>
/// The decision of one instant as ACL files, for those who can't run the helper: which hosts are closed, and to whom, from where, which
/// of them are open. Squid has no clock for grants, so it has to be published again at every bell and every end.
/// </summary>
internal sealed class SquidStatic
{
    private readonly EnforcementTargetConfig _target;
    private readonly EnforcementFacts _facts;
    private readonly SquidPeople _people;
    private readonly List<PlannedFile> _parts = [];
    private readonly StringBuilder _entry;
    private readonly Dictionary<OpenServices, string> _closed = [];
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private readonly List<string> _unwritable = [];

    private SquidStatic(EnforcementTargetConfig target, EnforcementFacts facts)
    {
        _target = target;
        _facts = facts;
        _people = new SquidPeople(facts);
        _entry = new StringBuilder(TargetText.Head("#", target.Name));
    }

    public static TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts) => new SquidStatic(target, facts).Plan();

    private TargetPlan Plan()
    {
        var pieces = Pieces();
        var places = pieces.Select(static p => p.Value).Append(SquidPlace.Elsewhere).Distinct().ToList();
        AddOpenings(places, pieces, who: null, _people.OfNobody, static () => null);
        foreach (var (person, logins) in _target.Login ? _people.WithGround() : [])
        {
            var writable = logins.Where(CanWrite).ToList();
            if (writable.Count == 0)
            {
                _unwritable.Add(person.DisplayName);
                continue;
            }

            string? acl = null;
            AddOpenings(places, pieces, logins[0], place => _people.Of(logins[0], place), () => acl ??= AddLogins(writable));
        }

        var none = OpenServices.Where(_facts.Access.Catalogue.Services.Count, static _ => false);
        var page = DenyPage.Of(_target, _facts.Config.Enforcement.Contact, hasReason: false);
        _parts.Add(page);
        var closed = Closed(none);
        if (_open.Count > 0)
        {
            _entry.Append(CultureInfo.InvariantCulture, $"acl rosewood_open any-of {string.Join(' ', _open)}\n");
        }

        _entry.Append(SquidText.Refusal(page));
        _entry.Append(CultureInfo.InvariantCulture, $"http_access deny {closed}{(_open.Count > 0 ? " !rosewood_open" : "")} {SquidText.Refused}\n");
        _entry.Append(CultureInfo.InvariantCulture, $"client_lifetime {SquidText.Seconds(_target.TunnelLimit)}\n");
        _entry.Append(SquidText.Log(_target).Replace(" [%et %ea]", "", StringComparison.Ordinal));
        return new TargetPlan(TargetText.File(SquidText.EntryOf(_target), _entry))
        {
            Parts = [.. _parts.DistinctBy(static p => p.Path, StringComparer.Ordinal)],
            PartsFolder = SquidText.PartsOf(_target),
            Openings = _target.Login ? _people.Openings() : [],
            Notes = [.. Notes()],
            NextChange = NextChange(places),
        };
    }

    /// <summary>The address space in pieces that do not overlap, each with the place that the decision takes it for.</summary>
    private IReadOnlyList<(AddressPrefix Prefix, SquidPlace Value)> Pieces()
    {
        var networks = _facts.Config.Networks
            .Select(n => (Prefix: AddressPrefix.Parse(n.Cidr), Place: _people.PlaceOf(n.Class, device: null)))
            .Where(static n => n.Prefix is not null)
            .Select(static n => (n.Prefix!.Value, n.Place))
            .DistinctBy(static n => n.Value);
        var now = _facts.At.UtcTicks;
        var devices = _facts.Inventory.All(now).SelectMany(DeviceHistory.AddressesOf).Distinct().Select(a =>
        {
            var device = _facts.Devices.Resolve(a.ToString(), deviceText: null, now);
            return (AddressPrefix.Of(a), _people.PlaceOf(device.Class, device.Name));
        });
        return AddressSpace.Cut(networks.Concat(devices), SquidPlace.Elsewhere);
    }

    /// <summary>Adds what is open to somebody beyond what is open to anybody, one rule for each set of services.</summary>
    private void AddOpenings(IReadOnlyList<SquidPlace> places, IReadOnlyList<(AddressPrefix Prefix, SquidPlace Value)> pieces, string? who, Func<SquidPlace, OpenServices> open, Func<string?> loginAcl)
    {
        var groups = places
            .Select(place => (Place: place, Open: open(place)))
            .Where(p => !p.Open.IsNone && (who is null || !p.Open.Equals(_people.OfNobody(p.Place))))
            .GroupBy(static p => p.Open)
            .OrderBy(static g => g.Key.Mask, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"rosewood_open_{_open.Count + 1}");
            var words = new[] { group.Key.IsAll ? null : "!" + Closed(group.Key), Where([.. group.Select(static g => g.Place)], pieces), loginAcl() };
            _entry.Append(CultureInfo.InvariantCulture, $"acl {name} all-of {string.Join(' ', words.OfType<string>())}\n");
            _open.Add(name);
        }
    }

    /// <summary>The ACL of hosts that are closed when these services are open: levels of closed and open under each other, the deepest first.</summary>
    private string Closed(OpenServices open)
    {
        if (_closed.TryGetValue(open, out var known))
        {
            return known;
        }

        var number = _closed.Count + 1;
        var catalogue = _facts.Access.Catalogue;
        var hosts = _facts.Blocks.All.ToLookup(h => open.Has(catalogue.IndexOf(h.Service)), static h => h.Host);
        var levels = HostRules.Of(hosts[false], hosts[true].Concat(_facts.Blocks.Open)).All.GroupBy(static r => r.Depth).OrderByDescending(static g => g.Key);
        string? below = null;
        foreach (var level in levels)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"rosewood_hosts_{number}_{level.Key}");
            AddFile(name, $"dstdomain -n", SquidText.Hosts(_target, string.Create(CultureInfo.InvariantCulture, $"hosts-{number}-{level.Key}"), level.Select(static r => r.Host)));
            if (below is not null)
            {
                var both = name + "_but";
                _entry.Append(CultureInfo.InvariantCulture, $"acl {both} all-of {name} !{below}\n");
                name = both;
            }

            below = name;
        }

        // Nothing is closed when the school has switched every service off.
        if (below is null)
        {
            below = string.Create(CultureInfo.InvariantCulture, $"rosewood_hosts_{number}_none");
            _entry.Append(CultureInfo.InvariantCulture, $"acl {below} dstdomain -n .invalid\n");
        }

        _closed.Add(open, below);
        return below;
    }

    /// <summary>The ACL of a set of places; null: anywhere.</summary>
    private string? Where(IReadOnlyList<SquidPlace> places, IReadOnlyList<(AddressPrefix Prefix, SquidPlace Value)> pieces)
    {
        var isElsewhere = places.Contains(SquidPlace.Elsewhere);
        var prefixes = pieces.Where(p => places.Contains(p.Value) != isElsewhere).Select(static p => p.Prefix.ToString()!).ToList();
        if (prefixes.Count == 0)
        {
            return isElsewhere ? null : throw new InvalidOperationException("A place has no address.");
        }

        // What lies in no network is what lies in none of the others.
        var key = string.Join(' ', prefixes);
        if (!_places.TryGetValue(key, out var name))
        {
            var number = _places.Count + 1;
            name = string.Create(CultureInfo.InvariantCulture, $"rosewood_from_{number}");
            AddFile(name, "src", SquidText.List(_target, string.Create(CultureInfo.InvariantCulture, $"from-{number}"), prefixes));
            _places.Add(key, name);
        }

        return isElsewhere ? "!" + name : name;
    }

    private string AddLogins(IReadOnlyList<string> logins)
    {
        var number = _parts.Count + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"rosewood_login_{number}");
        AddFile(name, "proxy_auth -i", SquidText.List(_target, string.Create(CultureInfo.InvariantCulture, $"login-{number}"), logins));
        return name;
    }

    private void AddFile(string acl, string kind, PlannedFile file)
    {
        _parts.Add(file);
        _entry.Append(CultureInfo.InvariantCulture, $"acl {acl} {kind} \"{SquidText.Word(file.Path)}\"\n");
    }

    /// <summary>Squid reads a number sign in a list as a comment's beginning, and a dash in front as an option.</summary>
    private static bool CanWrite(string login) =>
        !login.Contains('#', StringComparison.Ordinal) && login[0] is not '-' and not '"' && Commands.PlainText.FindHidden(login) is null && string.Equals(Commands.PlainText.Clean(login), login, StringComparison.Ordinal);

    private IEnumerable<string> Notes()
    {
        yield return "Squid has no clock for grants: let a timer run Publish-SocialMediaBlock -Due each minute. A tunnel that is open when its grant ends stays open; the live form closes it.";
        if (!_target.Login)
        {
            yield return "Without logins nobody is known: no grant opens anything here.";
        }

        if (_unwritable.Count > 0)
        {
            yield return $"An ACL file can't hold the logins of {string.Join(", ", _unwritable)}: what is granted to them stays closed here.";
        }
    }

    private DateTimeOffset? NextChange(IReadOnlyList<SquidPlace> places)
    {
        var bell = places.Any(static p => Access.AccessState.IsOwn(p.Class)) ? _facts.Access.Calendar.BellAfter(_facts.At.UtcTicks) : long.MaxValue;
        var next = Math.Min(bell, _facts.NextChange()?.UtcTicks ?? long.MaxValue);
        return next == long.MaxValue ? null : new DateTimeOffset(next, TimeSpan.Zero);
    }
}
