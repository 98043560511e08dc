namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>A time in which a member of staff was not at work. Why is not known here.</summary>
/// <param name="Id">Its id, such as <c>A-0001</c>.</param>
/// <param name="PersonId">Who.</param>
/// <param name="From">First UTC tick.</param>
/// <param name="Until">First UTC tick no longer.</param>
public sealed record Absence(string Id, string PersonId, long From, long Until)
{
    /// <summary>Whether it covers an instant.</summary>
    public bool Covers(long utcTicks) => From <= utcTicks && utcTicks < Until;

    /// <summary>Whether it shares an instant with an interval (half-open).</summary>
    public bool Overlaps(long from, long until) => From < until && from < Until;
}
