namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// How sure signs are together that are worth more with each day. What is sure by one kind of sign is not made surer by a weaker kind: each limit
/// is reached only by the signs that may come so far.
/// </summary>
internal static class Repetition
{
    /// <summary>How sure the signs of one finding are together, 0–1.</summary>
    /// <param name="signs">The signs of one person with one correspondent; those that don't add up are left out.</param>
    /// <param name="ofPerson">The signs of the same person with all families; empty: nothing is lent.</param>
    public static double Weigh(IReadOnlyList<Sign> signs, IReadOnlyList<Sign> ofPerson)
    {
        var adding = signs.Where(static s => s.AddsUp).ToList();
        return adding.Select(static s => s.Most).Distinct().Select(most => Within(most, adding.FindAll(s => s.Most >= most), ofPerson.Where(s => s.Most >= most))).DefaultIfEmpty(0).Max();
    }

    private static double Within(double most, List<Sign> signs, IEnumerable<Sign> ofPerson)
    {
        var doubt = 1.0;
        foreach (var day in signs.GroupBy(DayOf))
        {
            doubt *= 1 - day.Max(static s => s.Confidence);
        }

        return Math.Min(most, Math.Max(1 - doubt, (1 - (doubt * OthersDoubt(signs, ofPerson))) * CorrespondenceWeights.WithOthers));
    }

    /// <summary>
    /// What is seen with other families too, each household once, by a day of its own: one message to two families is one slip. What only a subject
    /// ties to a family lends nothing, and nothing is lent to it. An address that nobody declared lends all, up to what its likeness allows: the more
    /// households it stands with, the less it is a parent's.
    /// </summary>
    private static double OthersDoubt(List<Sign> signs, IEnumerable<Sign> ofPerson)
    {
        var surest = signs.Where(static s => !s.IsBySubject).Select(static s => s.Confidence).DefaultIfEmpty(0).Max();
        var alike = signs.MaxBy(static s => s.Confidence)!.Alike;
        var own = signs.SelectMany(HouseholdOf).ToHashSet(StringComparer.Ordinal);
        var days = signs.Select(DayOf).ToHashSet();
        var doubt = 1.0;
        var others = ofPerson.Where(s => s.AddsUp && !s.IsBySubject && !HouseholdOf(s).Any(own.Contains))
            .GroupBy(static s => HouseholdOf(s).Min(StringComparer.Ordinal)!, StringComparer.Ordinal)
            .OrderByDescending(static g => g.Max(static s => s.Confidence)).ThenBy(static g => g.Key, StringComparer.Ordinal);
        foreach (var family in others)
        {
            if (family.Where(s => !days.Contains(DayOf(s))).MaxBy(static s => s.Confidence) is { } lent)
            {
                days.Add(DayOf(lent));
                doubt *= 1 - (Math.Min(surest, lent.Confidence) * (alike is not null && lent.Alike == alike ? 1 : CorrespondenceWeights.Lent));
            }
        }

        return doubt;
    }

    private static IEnumerable<string> HouseholdOf(Sign sign) => sign.Families.Concat(sign.SameAddress);

    private static long DayOf(Sign sign) => sign.UtcTicks / TimeSpan.TicksPerDay;
}
