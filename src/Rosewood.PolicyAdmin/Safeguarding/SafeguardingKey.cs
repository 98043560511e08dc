using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>Who has a key to safeguarding concerns. The key itself is in its holder's file alone.</summary>
/// <param name="Id">Its id, such as <c>SK-0001</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Holder">Who made it and keeps its file.</param>
/// <param name="Since">Since when, in the school's local time.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Fingerprint">What to compare with the file's second line.</param>
/// <param name="Concerns">How many concerns it opens; null: the key is another's, and its number could tell somebody of a concern about themself.</param>
public sealed record SafeguardingKey(
    string Id,
    SafeguardingKeyKind Kind,
    string Holder,
    DateTimeOffset Since,
    SafeguardingKeyStatus Status,
    string Fingerprint,
    int? Concerns)
{
    internal static SafeguardingKey Of(SafeguardingKeyFact key, SafeguardingKeyBook book, IReadOnlyList<SealedConcern> concerns, CommandContext context) => new(
        key.Id,
        key.Kind,
        book.NameOf(key.PersonId),
        TimeZoneInfo.ConvertTime(key.At, context.Workspace.Zone),
        book.StatusOf(key),
        key.Fingerprint,
        string.Equals(key.PersonId, context.Operator.Person?.Id, StringComparison.Ordinal) ? concerns.Count(c => c.Wrapped.ContainsKey(key.Id)) : null);
}
