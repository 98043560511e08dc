namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>What a legal hold keeps in one class.</summary>
/// <param name="Subject">An id, login, device or address by which rows name whom they are about; null: all rows.</param>
/// <param name="From">First UTC tick of the records' time.</param>
/// <param name="To">First UTC tick no longer.</param>
internal sealed record HeldSubject(string? Subject, long From, long To);
