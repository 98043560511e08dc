using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Acknowledgements that are outstanding, or soon will be.</summary>
internal static class AcknowledgementReminders
{
    public static IEnumerable<DueItem> Find(ReminderScope scope)
    {
        var config = scope.Context.Config.Registers;
        var register = new AcknowledgementRegister(scope.Context.Store.Acknowledgements.LoadAll(), config, scope.Today);
        foreach (var person in AcknowledgementRegister.Staff(scope.People, scope.Now))
        {
            if (register.CompleteUntil(person.Id) is { } last)
            {
                if (scope.Includes(last))
                {
                    yield return new DueItem(last, "The acknowledgement of the policy runs out", PersonNames.Show(scope.People, person, scope.Now));
                }

                continue;
            }

            // Due since the newest one ran out or the policy changed; of who never said it, since they began, or since the policy is in force.
            var newest = register.NewestOf(person.Id);
            var due = newest is null ? Later(person.StartDate, config.PolicyDate) ?? scope.Today
                : register.StatusOf(newest) == AcknowledgementStatus.OlderVersion ? config.PolicyDate ?? scope.Today
                : register.StatusOf(newest) == AcknowledgementStatus.Expired ? register.ValidUntil(newest)
                : newest.Date;
            yield return new DueItem(
                due > scope.Today ? scope.Today : due,
                $"Acknowledgement outstanding: {string.Join(", ", register.OutstandingOf(person.Id))}",
                PersonNames.Show(scope.People, person, scope.Now));
        }
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one > other || other is null ? one : other;
}
