namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Declarations to be looked at again, and agreements that end.</summary>
internal static class FamilyLinkReminders
{
    public static IEnumerable<DueItem> Reviews(ReminderScope scope) => Open(scope, FamilyLinkKind.RelationshipDeclaration)
        .Where(e => e.ReviewDate is { } day && scope.Includes(day))
        .Select(e => new DueItem(e.ReviewDate!.Value, $"Review of the declared relationship {e.Id}", scope.NameOf(e.PersonId), e.Id));

    public static IEnumerable<DueItem> Ends(ReminderScope scope) => Open(scope, FamilyLinkKind.FamilyContactAgreement)
        .Where(e => e.Until is { } until && scope.Includes(scope.LastDay(until)))
        .Select(e => new DueItem(scope.LastDay(e.Until!.Value), $"The agreed contact {e.Id} ends", scope.NameOf(e.PersonId), e.Id));

    private static IEnumerable<FamilyLinkFact> Open(ReminderScope scope, FamilyLinkKind kind) =>
        scope.Context.Store.FamilyLinks.LoadAll().Where(e => e.Fact.Kind == kind && e.EndTicks > scope.Now).Select(static e => e.Fact);
}
