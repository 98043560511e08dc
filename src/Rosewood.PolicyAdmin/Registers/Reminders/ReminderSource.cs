using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>A register that knows what is due.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Readers">Who may see whom it is about; others see how many.</param>
/// <param name="Action">What to do.</param>
/// <param name="Find">What is due by the last day that is asked for.</param>
internal sealed record ReminderSource(string Clause, RoleSet Readers, string Action, Func<ReminderScope, IEnumerable<DueItem>> Find)
{
    /// <summary>Whether that somebody read it goes into the audit trail, as with the register itself.</summary>
    public bool IsReadAudited { get; init; }
}
