namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>The yearly review of filtering and monitoring that the government's standards ask for.</summary>
internal static class FilteringReminders
{
    public static IEnumerable<DueItem> Find(ReminderScope scope)
    {
        var config = scope.Context.Config.Registers;
        if (config.FilteringReviewedOn is not { } last)
        {
            yield return new DueItem(scope.Today, "Review of filtering and monitoring: policy.json names no day on which there was one", Who: null);
        }
        else if (ReminderScope.After(last, config.FilteringReviewEvery) is var due && scope.Includes(due))
        {
            yield return new DueItem(due, "Review of filtering and monitoring", Who: null);
        }
    }
}
