using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds shared logins in a school's sign-ins. Deterministic: the same rows give the same findings, in any order.</summary>
internal sealed class SharedLoginDetector
{
    private readonly SignInTimeline _timeline;
    private readonly DetectionOptions _options;
    private readonly HashSet<string> _declared;
    private readonly HashSet<string> _declaredShort;
    private readonly string? _homeCountry;
    private readonly Nearness _nearness = new();
    private readonly DevicePresence _presence = new();

    /// <summary>Learns the school's habits from all rows.</summary>
    public SharedLoginDetector(SignInTimeline timeline, DetectionOptions options)
    {
        _timeline = timeline;
        _options = options;
        _declared = options.Config.DeclaredSharedAccounts.Select(LoginName.Normalize).ToHashSet(StringComparer.Ordinal);
        _declaredShort = _declared.Select(d => LoginName.WithoutDomain(d).ToString()).ToHashSet(StringComparer.Ordinal);
        new SignInHabits(timeline, options.Zone, IsDeclared).Learn();
        _homeCountry = timeline.Accounts
            .SelectMany(a => a.Streams.Select(s => s.Network.Country).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            .CountBy(c => c, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .FirstOrDefault().Key;
    }

    /// <summary>Judges every account.</summary>
    public DetectionResult Detect(CancellationToken cancellationToken = default)
    {
        var phones = PhoneUsers();
        var (declared, ordinary) = (new List<AccountTimeline>(), new List<AccountTimeline>());
        foreach (var account in _timeline.Accounts.OrderBy(a => a.Account, StringComparer.Ordinal))
        {
            (IsDeclared(account) ? declared : ordinary).Add(account);
        }

        var cases = new List<AccountCase>(ordinary.Count);
        foreach (var account in ordinary)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cases.Add(CaseOf(account, phones));
        }

        cases.ForEach(c => c.Apart = [.. c.Conflicts.Where(x => x.Kind == ConflictKind.Rooms && _nearness.AreApart(x.Before.Device, x.Between.Device, c.Account)).Select(x => x.Pair)]);
        var norms = new SchoolNorms(cases);
        var judge = new CaseJudge(_timeline, _options, norms);
        var judged = cases.Select(judge.Judge).OfType<SharedCredentialUse>();
        return new DetectionResult(
            [.. judged.OrderByDescending(f => f.Likelihood).ThenBy(f => f.Account, StringComparer.Ordinal)],
            [.. declared.Select(a => a.Account)],
            ordinary.Count,
            judge.Dismissed);
    }

    private bool IsDeclared(AccountTimeline account) =>
        _declared.Contains(account.Account)
        || (account.Person is { } person
            ? PeopleHistory.LoginsOf(person).Any(l => _declared.Contains(LoginName.Normalize(l)))
            : _declaredShort.Contains(LoginName.WithoutDomain(account.Account).ToString()));

    private Dictionary<string, List<(AccountTimeline Account, int Days)>> PhoneUsers()
    {
        var users = new Dictionary<string, List<(AccountTimeline, int)>>(StringComparer.Ordinal);
        foreach (var account in _timeline.Accounts.OrderBy(a => a.Account, StringComparer.Ordinal))
        {
            foreach (var (phone, days) in account.Authenticators)
            {
                if (!users.TryGetValue(phone, out var list))
                {
                    users[phone] = list = [];
                }

                list.Add((account, days.Count));
            }
        }

        return users;
    }

    private AccountCase CaseOf(AccountTimeline account, Dictionary<string, List<(AccountTimeline Account, int Days)>> phones)
    {
        var (from, until) = (_timeline.SlotOf(_options.FromTicks), _timeline.SlotOf(_options.UntilTicks));
        var (fromDay, untilDay) = (from / Moment.SlotsPerDay, _timeline.SlotOf(Math.Min(_options.UntilTicks, _timeline.Latest)) / Moment.SlotsPerDay + 1);
        var sightings = new AccountSightings(account);
        var whereabouts = new Whereabouts(sightings, _homeCountry, _presence);
        _nearness.Add(sightings);
        var (foreign, plain) = new ForeignDevices(_presence).Find(sightings, from, until);
        var absences = _options.Config.UseAbsences ? _options.Absences.Of(account.Id) : [];
        var absentDays = AbsentUses.DaysOf(absences, _timeline);
        var conflicts = ConflictFinder.Find(sightings.Present, whereabouts);
        var ownDevices = new OwnDevices(_timeline, _options.Zone).Find(sightings, whereabouts, absentDays);
        IEnumerable<Observation>[] others =
        [
            foreign,
            new DeskVisits(_presence, whereabouts).Find(sightings, conflicts),
            AbsentUses.Find(sightings, absences, whereabouts, _timeline),
            ownDevices.Observations,
            HandOvers.Find(sightings, _presence),
            SecondFactors.Find(sightings, whereabouts, _homeCountry),
            Travels.Find(sightings),
        ];
        return new AccountCase
        {
            Account = account,
            ActiveDays = sightings.ActiveDays.Count(IsInPeriod),
            Conflicts = [.. conflicts.Where(c => c.Between.Slot >= from && c.Between.Slot < until)],
            Others = [.. others.SelectMany(o => o).Where(o => o.Slot >= from && o.Slot < until)],
            AbsentDays = absentDays.Count(d => d >= Math.Max(fromDay, _timeline.SlotOf(_timeline.Earliest) / Moment.SlotsPerDay) && d < untilDay),
            SharedPhones = SecondFactors.SharedPhones(account, phones, fromDay, untilDay),
            PlainForeignDays = plain,
            PhoneLocated = [.. ownDevices.PhoneLocated.Where(IsInPeriod)],
            PhoneLeft = [.. ownDevices.PhoneLeft.Where(IsInPeriod)],
            AbsentUsed = [.. ownDevices.AbsentUsed.Where(IsInPeriod)],
            LaptopShare = ownDevices.LaptopShare,
            Whereabouts = whereabouts,
        };

        bool IsInPeriod(int day) => day >= fromDay && day < untilDay;
    }
}
