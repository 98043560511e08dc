namespace Rosewood.PolicyAdmin.Findings;

/// <summary>The dismissals that count at one instant, for a detector to ask. Immutable, without I/O, and safe to read from several threads.</summary>
/// <param name="all">Those that count, oldest first.</param>
public sealed class SuppressionSet(IEnumerable<Suppression> all)
{
    /// <summary>No dismissal.</summary>
    public static SuppressionSet Empty { get; } = new([]);

    /// <summary>Those that count, oldest first.</summary>
    public IReadOnlyList<Suppression> All { get; } = [.. all];

    /// <summary>The dismissal by which a kind of evidence against an account does not count, or null where it counts.</summary>
    /// <param name="finding">The sort of finding.</param>
    /// <param name="personId">Whose account it is, or null for one that is not on the roster.</param>
    /// <param name="login">The account in normal form.</param>
    /// <param name="evidence">The kind of evidence, as the finding names it.</param>
    public Suppression? Find(FindingKind finding, string? personId, string login, string evidence)
    {
        foreach (var suppression in All)
        {
            if (suppression.IsAbout(finding, personId, login) && suppression.Covers(evidence))
            {
                return suppression;
            }
        }

        return null;
    }
}
