namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>The yearly review of filtering and monitoring that the government's standards ask for.</summary>
internal static class FilteringReminders
{
    public static IEnumerable<DueItem> Find(ReminderScope scope)
    {
        var last = scope.Context.Store.FilteringReviews.LoadAll() is [.., var newest] ? newest : null;
        if (last is null)
        {
            yield return new DueItem(scope.Today, "Review of filtering and monitoring: none is on record", Who: null);
        }
        else if (scope.Includes(last.NextReview))
        {
            yield return new DueItem(last.NextReview, "Review of filtering and monitoring", Who: null, last.Id);
        }
    }
}
