namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Tells forgetting from a habit of the week. Who forgets a phone forgets it on any day; where two people work one half of the week each, the
/// phone is at home on the same days of each week, and on no others.
/// </summary>
internal static class WeekdayPattern
{
    private const double OnItsDays = 0.85;
    private const double OnOthers = 0.03;
    private const int DaysInWeek = 7;

    /// <summary>Some people forget it once a week, most never.</summary>
    private static readonly BetaBinomial Forgetting = new(0.06, 16);

    /// <summary>
    /// The logarithm of how much more probable the days are under some habit of the week (each set of weekdays as probable as another) than
    /// under forgetting.
    /// </summary>
    /// <param name="days">The days with it.</param>
    /// <param name="observed">The days on which it could be seen, <paramref name="days"/> among them.</param>
    public static double LogLikelihoodRatio(IReadOnlyCollection<int> days, IReadOnlyCollection<int> observed)
    {
        var with = new int[DaysInWeek];
        var all = new int[DaysInWeek];
        foreach (var day in observed)
        {
            all[day % DaysInWeek]++;
        }

        foreach (var day in days)
        {
            with[day % DaysInWeek]++;
        }

        var weekdays = Enumerable.Range(0, DaysInWeek).Where(w => all[w] > 0).ToArray();
        var sets = (1 << weekdays.Length) - 2;
        if (sets <= 0)
        {
            return 0;
        }

        var total = 0.0;
        for (var set = 1; set <= sets; set++)
        {
            var log = 0.0;
            for (var i = 0; i < weekdays.Length; i++)
            {
                var rate = (set >> i & 1) == 1 ? OnItsDays : OnOthers;
                var w = weekdays[i];
                log += (with[w] * Math.Log(rate)) + ((all[w] - with[w]) * Math.Log(1 - rate));
            }

            total += Math.Exp(log);
        }

        return Math.Log(total / sets) - Forgetting.LogProbability(days.Count, observed.Count);
    }
}
