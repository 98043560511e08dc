using System.Globalization;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.SignIns.Timeline;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>
/// Writes the sign-ins of a small school by hand: who was where on which school day, in London's time. Days count from Monday 7 September
/// 2026 and leave weekends out; the clocks go back before day 35. Whatever varies does so by a sum over day, person and device, so that
/// two scripts of the same words are the same rows.
/// </summary>
internal sealed class SignInScript
{
    /// <summary>School days that everybody's habits are learned from.</summary>
    public const int Days = 40;

    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss"];
    private static readonly DateOnly Monday = new(2026, 9, 7);
    private readonly List<Person> _people = [];
    private readonly List<Device> _devices = [];
    private readonly List<Absence> _absences = [];
    private readonly HashSet<(string Who, int Day)> _away = [];
    private readonly Dictionary<string, int> _clocks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutLog = new(StringComparer.Ordinal);

    /// <summary>The school's zone.</summary>
    public static TimeZoneInfo London { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The present of every script: after the last day.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The rows so far.</summary>
    public List<SignIn> Rows { get; } = [];

    /// <summary>The school's networks; a test of a school that has configured none sets it empty.</summary>
    public IReadOnlyList<NetworkConfig> Networks { get; set; } =
    [
        new("203.0.113.10/32", DeviceClass.School, "The school's public address"),
        new("10.20.0.0/16", DeviceClass.School, "School computers"),
        new("203.0.113.11/32", DeviceClass.Vpn, "VPN"),
        new("198.51.100.16/28", DeviceClass.Proxy, "Cloud proxy"),
    ];

    /// <summary>What the configuration says about sign-ins.</summary>
    public SignInsConfig Config { get; set; } = new();

    /// <summary>What of the inventory the timeline is given: the devices, or a change of them.</summary>
    public Func<Device, Device?> Inventory { get; set; } = static d => d;

    /// <summary>Whether Entra records each logon to Windows as well, as it does for joined computers.</summary>
    public bool LogonsSeenByBoth { get; set; }

    /// <summary>
    /// A school of ten teachers, <c>ana</c> to <c>jon</c>, in <c>ROOM-1</c> to <c>ROOM-10</c>. All but those named work as everybody does on
    /// every day, and have a phone that comes along. Hal has a school laptop too, so that the inventory is one that says whose devices are.
    /// </summary>
    public static SignInScript School(params string[] notWorking)
    {
        var script = new SignInScript();
        string[] names = ["ana", "ben", "cat", "dan", "eve", "fay", "gus", "hal", "ida", "jon"];
        for (var i = 0; i < names.Length; i++)
        {
            var room = string.Create(CultureInfo.InvariantCulture, $"ROOM-{i + 1}");
            script.Staff(names[i]).Room(room);
            if (!notWorking.Contains(names[i], StringComparer.Ordinal))
            {
                script.Ordinary(names[i], room);
                foreach (var day in script.DaysOf(names[i]))
                {
                    script.PhoneDay(day, names[i], SignInPlace.School);
                }
            }
        }

        script.Laptop("LT-HAL", "hal");
        for (var day = 0; day < Days; day += 2)
        {
            script.SignsIn(day, "12:21", "hal", "LT-HAL", SignInPlace.School);
        }

        return script;
    }

    /// <summary>The UPN of a person.</summary>
    public static string Upn(string who) => who.Contains('@', StringComparison.Ordinal) ? who : who + "@rosewood.example";

    /// <summary>The instant of a school day's time.</summary>
    public static DateTimeOffset At(int day, string time)
    {
        var local = Monday.AddDays(day + (day / 5 * 2)).ToDateTime(TimeOnly.ParseExact(time, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None));
        return new DateTimeOffset(local, London.GetUtcOffset(local));
    }

    /// <summary>A time some minutes and seconds later, as the script's words have it.</summary>
    public static string Later(string time, int minutes, int seconds = 0) =>
        TimeOnly.ParseExact(time, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None).Add(new TimeSpan(0, minutes, seconds)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Puts people on the roster; the name is the id, the login and the display name.</summary>
    public SignInScript Staff(string who, string? displayName = null)
    {
        _people.Add(new Person(who, Upn(who), displayName ?? char.ToUpperInvariant(who[0]) + who[1..], RoleSet.Of(Role.Teacher), [who, "rosewood\\" + who], [], null, null, null));
        return this;
    }

    /// <summary>Puts computers that are nobody's into the inventory.</summary>
    public SignInScript Room(params string[] names)
    {
        foreach (var name in names)
        {
            _devices.Add(new Device(name, name, DeviceClass.School, [], null, null, null));
        }

        return this;
    }

    /// <summary>Puts a laptop that is a person's into the inventory.</summary>
    public SignInScript Laptop(string name, string who)
    {
        _devices.Add(new Device(name, name, DeviceClass.School, [], null, null, Upn(who)));
        return this;
    }

    /// <summary>The computer's Security log was never collected: what Windows wrote there is not in the rows.</summary>
    public SignInScript WithoutLog(string device)
    {
        _withoutLog.Add(device);
        return this;
    }

    /// <summary>Puts a computer's own clock ahead by so many minutes.</summary>
    public SignInScript ClockAhead(string device, int minutes)
    {
        _clocks[device] = minutes;
        return this;
    }

    /// <summary>Records an absence over whole days, both inclusive; <see cref="DaysOf"/> leaves them out, and absences count.</summary>
    public SignInScript Absent(string who, int from, int to)
    {
        Config = Config with { UseAbsences = true };
        _absences.Add(new Absence("A-1", who, At(from, "00:00").UtcTicks, At(to, "00:00").AddDays(1).UtcTicks));
        for (var day = from; day <= to; day++)
        {
            _away.Add((who, day));
        }

        return this;
    }

    /// <summary>The days on which a person is at work.</summary>
    public IReadOnlyList<int> DaysOf(string who) => [.. Enumerable.Range(0, Days).Where(d => !_away.Contains((who, d)))];

    /// <summary>Works at a room's computer on every day on which the person is there, with lunch between.</summary>
    public SignInScript Ordinary(string who, string room, Predicate<int>? on = null)
    {
        foreach (var day in DaysOf(who).Where(d => on is null || on(d)))
        {
            Works(day, who, room, "08:25", "12:05").Works(day, who, room, "12:50", "15:50");
        }

        return this;
    }

    /// <summary>
    /// Logs on and unlocks every 20 to 40 minutes: in the computer's own log, or, where a place is given, in Entra with the device's name.
    /// </summary>
    public SignInScript Works(int day, string who, string device, string from, string to, SignInPlace? place = null)
    {
        var sum = Sum(day, who, device, from);
        for (var time = Later(from, (int)(sum % 4), (int)(sum / 7 % 60)); string.CompareOrdinal(time, to) < 0; time = Later(time, 20 + (int)(sum % 21), (int)(sum / 11 % 60)))
        {
            if (place is null)
            {
                Unlocks(day, time, who, device);
            }
            else
            {
                SignsIn(day, time, who, device, place);
            }

            sum = (sum * 1103515245) + 12345;
            sum ^= sum >> 13;
        }

        return this;
    }

    /// <summary>Takes out what a person did so far between two times of a day: they were elsewhere, as the next words say.</summary>
    public SignInScript Leaves(int day, string who, string from, string to)
    {
        var (first, last) = (At(day, from).UtcTicks, At(day, to).UtcTicks);
        Rows.RemoveAll(r => r.UtcTicks >= first && r.UtcTicks < last && (string.Equals(r.Account, Upn(who), StringComparison.Ordinal) || string.Equals(r.Account, @"ROSEWOOD\" + who, StringComparison.Ordinal)));
        return this;
    }

    /// <summary>An unlock, in the computer's own log; where logons are seen by both, in Entra as well.</summary>
    public SignInScript Unlocks(int day, string time, string who, string device)
    {
        Windows(day, time, who, device, SignInOutcome.Success, SignInActivity.Interactive);
        return LogonsSeenByBoth || _withoutLog.Contains(device)
            ? Entra(day, time, who, device, SignInPlace.School, SignInOutcome.Success, SignInActivity.Interactive, application: "Windows Sign In")
            : this;
    }

    /// <summary>An interactive sign-in to the cloud on a registered device.</summary>
    public SignInScript SignsIn(int day, string time, string who, string device, SignInPlace place, string application = "Office 365") =>
        Entra(day, time, who, device, place, SignInOutcome.Success, SignInActivity.Interactive, application: application);

    /// <summary>An interactive sign-in to the cloud in a browser of which no device is known.</summary>
    public SignInScript Browses(int day, string time, string who, string browser, SignInPlace place, SignInOutcome outcome = SignInOutcome.Success) =>
        Entra(day, time, who, device: null, place, outcome, SignInActivity.Interactive, browser);

    /// <summary>A program's sign-in.</summary>
    public SignInScript Background(int day, string time, string who, string? device, SignInPlace place) =>
        Entra(day, time, who, device, place, SignInOutcome.Success, SignInActivity.Background);

    /// <summary>Something that did not go right, in the cloud.</summary>
    public SignInScript Fails(int day, string time, string who, string? device, SignInPlace place, SignInOutcome outcome = SignInOutcome.WrongPassword) =>
        Entra(day, time, who, device, place, outcome, SignInActivity.Interactive);

    /// <summary>A wrong password at a computer, in its own log.</summary>
    public SignInScript FailsAt(int day, string time, string who, string device) => Windows(day, time, who, device, SignInOutcome.WrongPassword, SignInActivity.Interactive);

    /// <summary>A remote session on a computer, in its own log.</summary>
    public SignInScript Remote(int day, string time, string who, string device) => Windows(day, time, who, device, SignInOutcome.Success, SignInActivity.Remote);

    /// <summary>The password is changed on a computer.</summary>
    public SignInScript PasswordChanged(int day, string time, string who, string device, SignInPlace place) =>
        Entra(day, time, who, device, place, SignInOutcome.PasswordChanged, SignInActivity.Interactive);

    /// <summary>A person's phone, by hand or by itself.</summary>
    public SignInScript Phone(int day, string time, string who, SignInPlace place, bool background = true, string phone = "phone")
    {
        Rows.Add(Row(SignInSource.Entra, day, time, Upn(who), SignInOutcome.Success, background ? SignInActivity.Background : SignInActivity.Interactive, place) with
        {
            DeviceId = phone + "-of-" + who,
            DeviceName = "iPhone",
            OperatingSystem = "Ios 18.1",
            Browser = "Mobile Safari 18.1",
            Application = "Outlook Mobile",
        });
        return this;
    }

    /// <summary>A phone's day: at home in the night, by day in the place given, fetching mail every half an hour or so.</summary>
    public SignInScript PhoneDay(int day, string who, SignInPlace byDay)
    {
        Phone(day, "06:40", who, SignInPlace.Home(who)).Phone(day, "21:35", who, SignInPlace.Home(who)).Phone(day, "22:40", who, SignInPlace.Home(who));
        var minute = (int)(Sum(day, who, "phone", "") % 14);
        for (var time = Later("08:15", minute); string.CompareOrdinal(time, "15:55") < 0; time = Later(time, 26 + minute))
        {
            Phone(day, time, who, byDay);
        }

        return this;
    }

    /// <summary>A page of an account on a computer asks the proxy for something.</summary>
    public SignInScript Page(int day, string time, string who, string device)
    {
        Rows.Add(Row(SignInSource.Traffic, day, time, who, SignInOutcome.Success, SignInActivity.Interactive, place: null) with { DeviceName = device, Address = "10.20.1.7" });
        return this;
    }

    /// <summary>Reads the rows, in their order or another, and judges.</summary>
    public DetectionResult Detect(Func<DetectionOptions, DetectionOptions>? options = null, IEnumerable<SignIn>? rows = null)
    {
        var timeline = Timeline(rows);
        var plain = new DetectionOptions { Config = Config, Zone = London, Absences = new AbsenceRegister(_absences) };
        return new SharedLoginDetector(timeline, options is null ? plain : options(plain)).Detect();
    }

    /// <summary>Reads the rows.</summary>
    public SignInTimeline Timeline(IEnumerable<SignIn>? rows = null)
    {
        var timeline = new SignInTimeline(
            new PeopleHistory(_people.Select(p => new PersonVersion(0, p)), London),
            new DeviceHistory(_devices.DistinctBy(d => d.Id, StringComparer.Ordinal).Select(Inventory).OfType<Device>().Select(d => new DeviceVersion(0, d, Removed: false))),
            Networks,
            Now);
        foreach (var row in rows ?? Rows)
        {
            timeline.Add(row);
        }

        return timeline;
    }

    private static SignIn Row(SignInSource source, int day, string time, string account, SignInOutcome outcome, SignInActivity activity, SignInPlace? place) => new()
    {
        Source = source,
        UtcTicks = At(day, time).UtcTicks,
        Account = account,
        Outcome = outcome,
        Activity = activity,
        Address = place?.Ip,
        Country = place?.Country,
        City = place?.City,
        Latitude = place?.North,
        Longitude = place?.East,
    };

    /// <summary>A number that looks like chance and is always the same.</summary>
    private static uint Sum(int day, string who, string device, string from)
    {
        var sum = 2166136261 ^ (uint)day;
        foreach (var c in who + "|" + device + "|" + from)
        {
            sum = (sum ^ c) * 16777619;
        }

        return (sum ^ (sum >> 15)) * 2654435761;
    }

    private SignInScript Windows(int day, string time, string who, string device, SignInOutcome outcome, SignInActivity activity)
    {
        if (!_withoutLog.Contains(device))
        {
            Rows.Add(Row(SignInSource.Windows, day, time, @"ROSEWOOD\" + who, outcome, activity, place: null) with
            {
                UtcTicks = At(day, time).AddMinutes(_clocks.GetValueOrDefault(device)).UtcTicks,
                DeviceName = device + ".rosewood.example",
                OperatingSystem = "Windows",
            });
        }

        return this;
    }

    private SignInScript Entra(int day, string time, string who, string? device, SignInPlace place, SignInOutcome outcome, SignInActivity activity, string browser = "Edge 130.0.0", string application = "Office 365")
    {
        Rows.Add(Row(SignInSource.Entra, day, time, Upn(who), outcome, activity, place) with
        {
            DeviceId = device is null ? null : "id-" + device,
            DeviceName = device,
            OperatingSystem = "Windows 11",
            Browser = browser,
            Application = application,
        });
        return this;
    }
}
