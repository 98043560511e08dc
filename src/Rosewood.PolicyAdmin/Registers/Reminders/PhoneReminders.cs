using Rosewood.PolicyAdmin.Registers.Phones;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Work numbers that are missing, or somebody else's as well.</summary>
internal static class PhoneReminders
{
    public static IEnumerable<DueItem> Find(ReminderScope scope) => WorkPhoneReader.Read(scope.Context, out _)
        .Where(static p => p.Finding != WorkPhoneFinding.None)
        .Select(p => new DueItem(scope.Today, $"Work number: {p.Finding}", p.User));
}
