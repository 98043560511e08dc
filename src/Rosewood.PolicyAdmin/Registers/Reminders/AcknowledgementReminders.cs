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
        var policySince = config.PolicyDate ?? (scope.Context.Store.Audit.FirstAt() is { } made ? scope.Day(made) : scope.Today);
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

            // Due since the newest one ran out or the policy changed; of who never said it, since they began, but not before the policy was
            // in force: where the configuration does not say since when, not before the workspace was made.
            var newest = register.NewestOf(person.Id);
            var due = newest is null ? (person.StartDate > policySince ? person.StartDate.Value : policySince)
                : register.StatusOf(newest) == AcknowledgementStatus.OlderVersion ? config.PolicyDate ?? scope.Today
                : register.StatusOf(newest) == AcknowledgementStatus.Expired ? register.ValidUntil(newest)
                : newest.Date;
            yield return new DueItem(
                due > scope.Today ? scope.Today : due,
                $"Acknowledgement outstanding: {string.Join(", ", register.OutstandingOf(person.Id))}",
                PersonNames.Show(scope.People, person, scope.Now));
        }
    }
}
