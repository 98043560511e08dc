namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Something that is due, or soon will be.</summary>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="Overdue">Whether that day is over.</param>
/// <param name="What">What it is.</param>
/// <param name="Who">Whom it is about; how many where the operator may not read that register; null: nobody.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Action">What to do.</param>
public sealed record PolicyReminder(DateOnly Due, bool Overdue, string What, string? Who, string Clause, string Action);
