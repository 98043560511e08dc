namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Gives each day of a conflict to one class only, so that no fact counts twice: a day on which the way there and back was impossible is
/// an overlap, another an alternation. Between two places, where no unknown nearness of two rooms can stand behind all of the days,
/// a long row of impossible days is evidence of both: every other day goes to alternation.
/// </summary>
internal static class EvidenceDays
{
    private const int LongRow = 3;

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
        if (TwoPlaces(account) is { Count: >= LongRow } between)
        {
            impossible.ExceptWith(between.Where((_, i) => i % 2 == 1));
        }

        return account.Conflicts.Where(c => impossible.Contains(c.Day) == (kind == SignInEvidenceKind.Overlap) && (kind == SignInEvidenceKind.Alternation || c.IsImpossible));
    }

    /// <summary>The days on which a person would have had to be in school and elsewhere, or in two places elsewhere.</summary>
    public static IReadOnlyList<int> TwoPlaces(AccountCase account) =>
        [.. account.Conflicts.Where(c => c.IsImpossible && c.Kind is ConflictKind.SchoolAndOutside or ConflictKind.TwoOutside).Select(c => c.Day).Distinct().Order()];
}
