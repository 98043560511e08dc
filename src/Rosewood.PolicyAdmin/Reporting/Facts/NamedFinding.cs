namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>A finding about a member of staff, in the words of its section.</summary>
/// <param name="Person">Their name as reports show it.</param>
/// <param name="PersonId">Their id.</param>
/// <param name="Way">In which way, in words.</param>
/// <param name="With">With whom or what, in words that name no family member and no child; empty: nobody.</param>
/// <param name="Count">How many messages, rules or lines.</param>
/// <param name="First">When first; null: not known.</param>
/// <param name="Last">When last; null: not known.</param>
/// <param name="Confidence">How sure, 0–1.</param>
/// <param name="Explanation">What explains it, such as a declaration; null: nothing.</param>
internal sealed record NamedFinding(
    string Person,
    string PersonId,
    string Way,
    string With,
    int Count,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    double Confidence,
    string? Explanation);
