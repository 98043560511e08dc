using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>When declarations are looked at again.</summary>
internal static class FamilyLinkRules
{
    /// <summary>The day of review; a year from today when none is given.</summary>
    /// <exception cref="FaultException"><c>RegisterReviewInPast</c>.</exception>
    public static DateOnly Review(TimeInput? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = RegisterPeriod.Day(now, zone);
        var review = typed is { } due ? RegisterPeriod.Day(due.ToStart(zone), zone) : today.AddYears(1);
        return review >= today ? review : throw RegisterFaults.ReviewInPast().ToException();
    }
}
