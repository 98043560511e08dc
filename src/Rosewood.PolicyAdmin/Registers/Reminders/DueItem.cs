namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Something due, as its source tells it.</summary>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="What">What it is.</param>
/// <param name="Who">Whom it is about; null: nobody.</param>
/// <param name="EntryId">The register's entry; null: none.</param>
internal sealed record DueItem(DateOnly Due, string What, string? Who, string? EntryId = null);
