using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>
/// All sign-ins of a school, merged by account: what the detector reads. Memory grows with accounts, devices and days, not with rows;
/// the order of rows makes no difference, nor does a row that comes twice.
/// </summary>
/// <param name="people">The roster.</param>
/// <param name="devices">The inventory.</param>
/// <param name="networks">The school's networks.</param>
/// <param name="now">The present: rows later than a day from it, or older than seven years, are not believed.</param>
internal sealed class SignInTimeline(PeopleHistory people, DeviceHistory devices, IReadOnlyList<NetworkConfig> networks, DateTimeOffset now)
{
    private const int YearsBack = 7;
    private const int BackgroundSlots = 15 * 60 / Moment.SlotSeconds;
    private const string WindowsLogon = "Windows Sign In";
    private readonly long _base = now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerDay) - (YearsBack * 366L * TimeSpan.TicksPerDay);
    private readonly long _latest = now.UtcTicks + TimeSpan.TicksPerDay;
    private readonly NetworkDirectory _networks = new(networks);
    private readonly Dictionary<string, (int Day, AccountTimeline Account)> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountTimeline> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Id, string? Name), SignInDevice> _devicesByText = [];
    private readonly Dictionary<string, SignInDevice> _devices = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The accounts.</summary>
    public IReadOnlyCollection<AccountTimeline> Accounts => _byId.Values;

    /// <summary>The devices that have a name or id.</summary>
    public IReadOnlyCollection<SignInDevice> Devices => _devices.Values;

    /// <summary>The networks.</summary>
    public NetworkDirectory Networks => _networks;

    /// <summary>Rows that were kept.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows whose time cannot be right.</summary>
    public long Implausible { get; private set; }

    /// <summary>The earliest row that was kept, in ticks of UTC; <see cref="long.MaxValue"/> when there is none.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    /// <summary>The latest row that was kept, in ticks of UTC; <see cref="long.MinValue"/> when there is none.</summary>
    public long Latest { get; private set; } = long.MinValue;

    /// <summary>Keeps what a sign-in shows.</summary>
    public void Add(in SignIn signIn)
    {
        if (signIn.UtcTicks < _base || signIn.UtcTicks > _latest)
        {
            Implausible++;
            return;
        }

        Rows++;
        Earliest = Math.Min(Earliest, signIn.UtcTicks);
        Latest = Math.Max(Latest, signIn.UtcTicks);
        if (KindOf(signIn) is not { } kind)
        {
            return;
        }

        var slot = SlotOf(signIn.UtcTicks);
        var account = AccountOf(signIn, slot / Moment.SlotsPerDay);
        var device = DeviceOf(signIn, account);
        if (kind == MomentKind.Background)
        {
            slot -= slot % (device.Kind == DeviceKind.Phone ? BackgroundSlots : Moment.SlotsPerDay);
        }

        device.HasSecurityLog |= signIn.Source == SignInSource.Windows;
        account.Add(device, _networks.Of(signIn), new Moment(slot, kind, signIn.Source, kind == MomentKind.Present && string.Equals(signIn.Application, WindowsLogon, StringComparison.Ordinal)));
        if (signIn.AuthenticatorId is { } phone && kind == MomentKind.Present)
        {
            account.AnsweredBy(phone, slot / Moment.SlotsPerDay);
        }
    }

    /// <summary>The slot of an instant; of one outside of the timeline its first or last.</summary>
    public int SlotOf(long utcTicks) => (int)Math.Min((Math.Max(utcTicks, _base) - _base) / (Moment.SlotSeconds * TimeSpan.TicksPerSecond), Moment.Slots - 1);

    /// <summary>The instant at which a slot begins, UTC.</summary>
    public DateTimeOffset TimeOf(int slot) => new(_base + (slot * Moment.SlotSeconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>The account of a UPN or person, or null when no sign-in of it was seen.</summary>
    public AccountTimeline? Find(string login, long utcTicks) =>
        _byId.GetValueOrDefault(people.FindByLogin(login, utcTicks).Person is { } person ? person.Id : PersonNames.IdOfAccount(LoginName.Normalize(login)));

    private static MomentKind? KindOf(in SignIn signIn) => (signIn.Activity, signIn.Outcome) switch
    {
        (SignInActivity.Background, SignInOutcome.Success) => MomentKind.Background,
        (SignInActivity.Background, _) => null,
        (_, SignInOutcome.Success) when signIn.Source == SignInSource.Traffic => MomentKind.InUse,
        (SignInActivity.Remote, SignInOutcome.Success) => MomentKind.Remote,
        (_, SignInOutcome.Success) => MomentKind.Present,
        (_, SignInOutcome.WrongPassword) => MomentKind.WrongPassword,
        (_, SignInOutcome.PasswordOutdated) => MomentKind.PasswordOutdated,
        (_, SignInOutcome.PasswordChanged) => MomentKind.PasswordChanged,
        (_, SignInOutcome.SecondFactorRefused) => MomentKind.SecondFactorRefused,
        (_, SignInOutcome.SecondFactorTimedOut) => MomentKind.SecondFactorTimedOut,

        // A computer that shuts down in the evening signs people off as well, and Windows ends one of a logon's two tokens when it likes; a
        // prompt or a refusal by rule shows nothing new.
        _ => null,
    };

    private AccountTimeline AccountOf(in SignIn signIn, int day)
    {
        if (_byText.TryGetValue(signIn.Account, out var known) && known.Day == day)
        {
            return known.Account;
        }

        var login = LoginName.Normalize(signIn.Account);
        var person = people.FindByLogin(login, signIn.UtcTicks).Person;
        var id = person is null ? PersonNames.IdOfAccount(login) : person.Id;
        if (!_byId.TryGetValue(id, out var account))
        {
            _byId[id] = account = person is null
                ? new AccountTimeline(id, login, person: null, login)
                : new AccountTimeline(id, person.UserPrincipalName, person, PersonNames.Show(people, person, now.UtcTicks));
        }

        _byText[signIn.Account] = (day, account);
        return account;
    }

    private SignInDevice DeviceOf(in SignIn signIn, AccountTimeline account)
    {
        if (signIn.DeviceId is null && signIn.DeviceName is null)
        {
            return account.Unregistered(signIn.OperatingSystem, signIn.Browser);
        }

        var text = (signIn.DeviceId, signIn.DeviceName);
        return _devicesByText.TryGetValue(text, out var known) ? known : _devicesByText[text] = NewDevice(signIn);
    }

    /// <summary>Computers go by name, which a reinstallation keeps and Windows' own events have; phones, of which many are called "iPhone", by id.</summary>
    private SignInDevice NewDevice(in SignIn signIn)
    {
        var (_, kind) = ClientText.SystemOf(signIn.OperatingSystem);
        var inventoried = signIn.DeviceName is { } name ? devices.FindByName(name, now.UtcTicks) ?? devices.FindByName(name, signIn.UtcTicks) : null;
        var key = inventoried?.Name ?? (kind == DeviceKind.Phone || signIn.DeviceName is null ? signIn.DeviceId ?? signIn.DeviceName! : ShortName(signIn.DeviceName));
        if (!_devices.TryGetValue(key, out var device))
        {
            var isSchools = inventoried is { Class: DeviceClass.School or DeviceClass.SchoolMobile };
            device = new SignInDevice(inventoried?.Name ?? signIn.DeviceName ?? $"device {key}", inventoried?.Class == DeviceClass.SchoolMobile ? DeviceKind.Phone : kind, inventoried?.AssignedUser, isSchools) { Room = inventoried?.Room };
            _devices.Add(key, device);
        }

        return device;
    }

    private static string ShortName(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && !char.IsAsciiDigit(name[^1]) ? name[..dot] : name;
    }
}
