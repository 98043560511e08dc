using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Holds the whole school against each case: what happens to several people says more about a clock, two neighbouring doors or the
/// school's ways than about one of them.
/// </summary>
internal sealed class SchoolNorms
{
    private const int AccountsForClock = 3;
    private const int OthersForNeighbours = 2;
    private const int SuiteDevices = 6;
    private const int AccountsAtHotDesk = 8;
    private const int FewestDays = 10;
    private const double Trimmed = 0.1;
    private const double DaysOfTable = 1000;
    private readonly Dictionary<SignInEvidenceKind, double> _rates = [];

    /// <summary>Takes what the school's habits explain out of the cases, and learns how often each class is seen among the rest.</summary>
    public SchoolNorms(IReadOnlyCollection<AccountCase> cases)
    {
        var devices = AccountsBy(cases, c => c.Conflicts.Where(IsInside).SelectMany(x => new[] { x.Before.Device, x.Between.Device }));
        var pairs = AccountsBy(cases, c => c.Conflicts.Where(IsInside).Select(x => x.Pair));
        foreach (var account in cases)
        {
            Explain(account, devices, pairs);
        }

        foreach (var kind in EvidenceWeights.ByDays)
        {
            _rates[kind] = RateFor(cases, kind);
        }
    }

    /// <summary>Days with a class of evidence per day on which it could have been seen (<see cref="AccountCase.ObservedDays"/>), among this school's ordinary accounts.</summary>
    public double RateOf(SignInEvidenceKind kind) => _rates[kind];

    private static bool IsInside(Conflict conflict) => conflict.Kind is ConflictKind.Rooms or ConflictKind.Colleague;

    private static Dictionary<TKey, int> AccountsBy<TKey>(IEnumerable<AccountCase> cases, Func<AccountCase, IEnumerable<TKey>> keys)
        where TKey : notnull => cases.SelectMany(c => keys(c).Distinct()).CountBy(k => k).ToDictionary();

    private static void Explain(AccountCase account, Dictionary<SignInDevice, int> devices, Dictionary<(SignInDevice, SignInDevice), int> pairs)
    {
        IReadOnlyList<Conflict> kept = account.Conflicts;
        kept = Without(kept, c => IsInside(c) && (devices[c.Before.Device] >= AccountsForClock || devices[c.Between.Device] >= AccountsForClock), account, "several people were seen the same way at one of the computers: its clock or its place explains it");
        kept = Without(kept, c => IsInside(c) && pairs[c.Pair] > OthersForNeighbours, account, "others go between the same two computers as quickly: they stand close together");
        if (SuiteOf(account.Account, kept) is { Count: > 0 } suite)
        {
            kept = Without(kept, c => c.Kind == ConflictKind.Rooms && suite.Contains(c.Before.Device) && suite.Contains(c.Between.Device), account, "several computers of one room, signed in to one after the other");
        }

        account.Conflicts = kept;
    }

    /// <summary>
    /// Many computers that are nobody's desk, used in turn: somebody who sets a computer room up, or teaches in it. An account that goes
    /// round in a team is at computers that others mostly use, or at the staff room's, where everybody sits down.
    /// </summary>
    private static HashSet<SignInDevice> SuiteOf(AccountTimeline account, IReadOnlyList<Conflict> conflicts)
    {
        var rooms = conflicts.Where(c => c.Kind == ConflictKind.Rooms).ToList();
        var suite = rooms
            .SelectMany(c => new[] { c.Before.Device, c.Between.Device })
            .Where(d => d.UsualUserBeside(account) is null && d.Days.Count < AccountsAtHotDesk)
            .ToHashSet();
        if (suite.Count < SuiteDevices)
        {
            return [];
        }

        // The teacher's computer of the suite may be another teacher's usual one; it is paired with many of the others.
        suite.UnionWith(rooms
            .SelectMany(c => new[] { (Hub: c.Before.Device, Other: c.Between.Device), (Hub: c.Between.Device, Other: c.Before.Device) })
            .Where(p => suite.Contains(p.Other))
            .Distinct()
            .GroupBy(p => p.Hub)
            .Where(g => g.Count() >= SuiteDevices / 2)
            .Select(g => g.Key)
            .ToList());
        return suite;
    }

    private static List<Conflict> Without(IReadOnlyList<Conflict> conflicts, Predicate<Conflict> isExplained, AccountCase account, string why)
    {
        var kept = conflicts.Where(c => !isExplained(c)).ToList();
        if (kept.Count < conflicts.Count)
        {
            account.Explained.Add(why);
        }

        return kept;
    }

    /// <summary>
    /// The table's rate counts as so many days that were looked at before; the school's own days, without the accounts that stand out, move
    /// it to where this school is.
    /// </summary>
    private static double RateFor(IEnumerable<AccountCase> cases, SignInEvidenceKind kind)
    {
        var seen = cases
            .Where(c => c.ObservedDays(kind) >= FewestDays)
            .Select(c => (Days: EvidenceDays.Of(c, kind).Count, Active: c.ObservedDays(kind)))
            .OrderBy(c => (double)c.Days / c.Active)
            .ToList();
        var ordinary = seen.Take(seen.Count - (int)Math.Ceiling(seen.Count * Trimmed)).ToList();
        var table = EvidenceWeights.Of(kind).InnocentRate;
        var school = ((table * DaysOfTable) + ordinary.Sum(c => c.Days)) / (DaysOfTable + ordinary.Sum(c => c.Active));

        // How forgetful people are differs from person to person: that most are not says little about the others.
        return kind is SignInEvidenceKind.PhoneAway ? Math.Max(table, school) : school;
    }
}
