namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>How many rows a table has, and between which instants.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Oldest">The oldest; null where there is none, or the table has no time.</param>
/// <param name="Newest">The newest; likewise.</param>
internal readonly record struct DataSpan(long Rows, DateTimeOffset? Oldest, DateTimeOffset? Newest);
