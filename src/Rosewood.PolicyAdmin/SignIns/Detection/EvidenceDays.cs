namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Gives each day of a conflict to one class only, so that no fact counts twice: a day on which the way there and back was impossible is
/// an overlap, another an alternation. Where no unknown nearness of two rooms can stand behind all of the days, a long row of impossible
/// days is evidence of both: every other day goes to alternation.
/// </summary>
internal static class EvidenceDays
{
    private const int LongRow = 3;
    private const int SeveralRooms = 3;

    /// <summary>The days of a class, in order.</summary>
    public static IReadOnlyList<int> Of(AccountCase account, SignInEvidenceKind kind) => kind switch
    {
        SignInEvidenceKind.Overlap or SignInEvidenceKind.Alternation =>
            [.. Conflicts(account, kind).Select(c => c.Day).Distinct().Order()],
        _ => [.. account.Others.Where(o => o.Kind == kind).Select(o => o.Day).Distinct().Order()],
    };

    /// <summary>The conflicts that a class rests on.</summary>
    public static IEnumerable<Conflict> Conflicts(AccountCase account, SignInEvidenceKind kind)
    {
        var impossible = account.Conflicts.Where(c => c.IsImpossible).Select(c => c.Day).ToHashSet();
        if (Row(account) is { Count: >= LongRow } row)
        {
            impossible.ExceptWith(row.Where((_, i) => i % 2 == 1));
        }

        return account.Conflicts.Where(c => impossible.Contains(c.Day) == (kind == SignInEvidenceKind.Overlap) && (kind == SignInEvidenceKind.Alternation || c.IsImpossible));
    }

    /// <summary>Whether the days are between two places rather than among rooms of the school.</summary>
    public static bool IsBetweenPlaces(Conflict conflict) => conflict.Kind is ConflictKind.SchoolAndOutside or ConflictKind.TwoOutside;

    /// <summary>
    /// The impossible days that no nearness of two rooms explains: between school and elsewhere, between two places elsewhere, or among
    /// three rooms and more, or between two that the inventory knows as two, or that others need a good minute between.
    /// </summary>
    public static IReadOnlyList<int> Row(AccountCase account)
    {
        var impossible = account.Conflicts.Where(c => c.IsImpossible).ToList();
        var rooms = impossible.Where(c => c.Kind == ConflictKind.Rooms).SelectMany(c => new[] { c.Before.Device, c.Between.Device }).Select(d => d.Room ?? d.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return [.. impossible.Where(c => IsBetweenPlaces(c) || (c.Kind == ConflictKind.Rooms && (rooms >= SeveralRooms || c.IsBetweenKnownRooms || account.Apart.Contains(c.Pair)))).Select(c => c.Day).Distinct().Order()];
    }
}
