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
    private const int SuiteDevices = 4;
    private const double SuiteShare = 0.6;
    private const int FewestDays = 10;
    private const double Trimmed = 0.1;
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

        foreach (var kind in Enum.GetValues<SignInEvidenceKind>())
        {
            _rates[kind] = TypicalRate(cases, kind);
        }
    }

    /// <summary>Days with a class of evidence per active day, as most accounts have it.</summary>
    public double RateOf(SignInEvidenceKind kind) => _rates[kind];

    private static bool IsInside(Conflict conflict) => conflict.Kind is ConflictKind.Rooms or ConflictKind.Colleague;

    private static Dictionary<TKey, int> AccountsBy<TKey>(IEnumerable<AccountCase> cases, Func<AccountCase, IEnumerable<TKey>> keys)
        where TKey : notnull => cases.SelectMany(c => keys(c).Distinct()).CountBy(k => k).ToDictionary();

    private static void Explain(AccountCase account, Dictionary<SignInDevice, int> devices, Dictionary<(SignInDevice, SignInDevice), int> pairs)
    {
        IReadOnlyList<Conflict> kept = account.Conflicts;
        kept = Without(kept, c => IsInside(c) && (devices[c.Before.Device] >= AccountsForClock || devices[c.Between.Device] >= AccountsForClock), account, "several people were seen the same way at one of the computers: its clock or its place explains it");
        kept = Without(kept, c => IsInside(c) && pairs[c.Pair] > OthersForNeighbours, account, "others go between the same two computers as quickly: they stand close together");
        if (IsSuite(kept))
        {
            kept = Without(kept, c => c.Kind == ConflictKind.Rooms, account, "several computers of one room, signed in to one after the other");
        }

        account.Conflicts = kept;
    }

    /// <summary>Many computers within minutes, on most days: somebody who sets a computer room up, or teaches in it.</summary>
    private static bool IsSuite(IReadOnlyList<Conflict> conflicts)
    {
        var rooms = conflicts.Where(c => c.Kind == ConflictKind.Rooms).ToList();
        var devices = rooms.SelectMany(c => new[] { c.Before.Device, c.Between.Device }).Distinct().Count();
        if (devices < SuiteDevices)
        {
            return false;
        }

        var days = rooms.GroupBy(c => c.Day).ToList();
        return days.Count(d => d.SelectMany(c => new[] { c.Before.Device, c.Between.Device }).Distinct().Count() > 2) >= SuiteShare * days.Count;
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

    private static double TypicalRate(IEnumerable<AccountCase> cases, SignInEvidenceKind kind)
    {
        var rates = cases
            .Where(c => c.ActiveDays >= FewestDays)
            .Select(c => (double)EvidenceDays.Of(c, kind).Count / c.ActiveDays)
            .Order()
            .ToList();
        var kept = rates.Count - (int)Math.Ceiling(rates.Count * Trimmed);
        return kept > 0 ? rates.Take(kept).Average() : 0;
    }
}
