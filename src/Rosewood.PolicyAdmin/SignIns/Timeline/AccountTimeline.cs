using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>Everything that was seen of one account, from all sources.</summary>
/// <param name="id">The person's id on the roster, or the account as <see cref="PersonNames"/> has it.</param>
/// <param name="account">The account as its source has it, normalised.</param>
/// <param name="person">Whose it is; null when it is nobody's on the roster.</param>
/// <param name="name">As people know it: the display name, the UPN where two have that, or the account.</param>
internal sealed class AccountTimeline(string id, string account, Person? person, string name)
{
    private const int MostTexts = 1024;
    private readonly Dictionary<(SignInDevice Device, SignInNetwork Network), ActivityStream> _streams = [];
    private readonly Dictionary<(string? System, string? Browser), SignInDevice> _unregisteredByText = [];
    private readonly Dictionary<(string System, string Browser), SignInDevice> _unregistered = [];
    private readonly Dictionary<string, SortedSet<int>> _authenticators = new(StringComparer.Ordinal);
    private ActivityStream? _last;

    /// <summary>The person's id on the roster, or the account as <see cref="PersonNames"/> has it.</summary>
    public string Id { get; } = id;

    /// <summary>The account as its source has it, normalised.</summary>
    public string Account { get; } = account;

    /// <summary>Whose it is; null when it is nobody's on the roster.</summary>
    public Person? Person { get; } = person;

    /// <summary>As people know it, and as <c>-User</c> takes it back.</summary>
    public string Name { get; } = name;

    /// <summary>The account by device and network.</summary>
    public IReadOnlyCollection<ActivityStream> Streams => _streams.Values;

    /// <summary>The phones whose authenticator answered for the account, with the days on which each did.</summary>
    public IReadOnlyDictionary<string, SortedSet<int>> Authenticators => _authenticators;

    /// <summary>Keeps a moment.</summary>
    public void Add(SignInDevice device, SignInNetwork network, Moment moment)
    {
        if (_last is null || _last.Device != device || _last.Network != network)
        {
            var key = (device, network);
            _last = _streams.TryGetValue(key, out var known) ? known : _streams[key] = new ActivityStream(device, network);
        }

        _last.Add(moment);
    }

    /// <summary>Notes that a phone's authenticator answered on a day.</summary>
    public void AnsweredBy(string authenticatorId, int day)
    {
        if (!_authenticators.TryGetValue(authenticatorId, out var days))
        {
            _authenticators[authenticatorId] = days = [];
        }

        days.Add(day);
    }

    /// <summary>The account's unregistered client of a system and browser: nothing says how many devices that is.</summary>
    public SignInDevice Unregistered(string? operatingSystem, string? browser)
    {
        if (_unregisteredByText.TryGetValue((operatingSystem, browser), out var known))
        {
            return known;
        }

        var (system, kind) = ClientText.SystemOf(operatingSystem);
        var family = (system, ClientText.BrowserOf(browser));
        if (!_unregistered.TryGetValue(family, out var device))
        {
            var shown = kind == DeviceKind.Phone ? $"a phone or tablet ({system})" : $"a computer that is not registered ({system}{(family.Item2.Length > 0 ? ", " + family.Item2 : "")})";
            _unregistered[family] = device = new SignInDevice(shown, kind == DeviceKind.Phone ? DeviceKind.Phone : DeviceKind.Unregistered, assignedUser: null, isInventoried: false);
        }

        // Whoever writes the browser's name could write a new one each time.
        if (_unregisteredByText.Count == MostTexts)
        {
            _unregisteredByText.Clear();
        }

        return _unregisteredByText[(operatingSystem, browser)] = device;
    }

    /// <inheritdoc/>
    public override string ToString() => Account;
}
