using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers.Reminders;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether something in the registers is due.</summary>
internal static class ReminderChecks
{
    public static HealthCheck Due(CommandContext context)
    {
        var (due, overdue) = ReminderReader.Count(context);
        return due == 0
            ? HealthCheck.Good("Reminders", "Nothing is due today.")
            : HealthCheck.Weak("Reminders", string.Create(CultureInfo.InvariantCulture, $"{due} {(due == 1 ? "thing is" : "things are")} due, {overdue} of them overdue."), "Get-PolicyReminder shows what, whom it is about, and what to do.");
    }
}
