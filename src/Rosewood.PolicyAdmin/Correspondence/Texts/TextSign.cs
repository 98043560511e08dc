namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>A message that the school sent, with what is known of both ends.</summary>
/// <param name="Message">The message.</param>
/// <param name="PersonId">Who sent it; null: nobody known on the roster.</param>
/// <param name="IsBySurname">Whether only title and surname told who it was.</param>
/// <param name="IsShared">Whether it was sent with a declared shared login.</param>
/// <param name="Kind">What is not as it should be about the sender; null: nothing.</param>
/// <param name="To">To whom it went.</param>
/// <param name="Families">The families.</param>
internal sealed record TextSign(
    TextMessage Message,
    string? PersonId,
    bool IsBySurname,
    bool IsShared,
    TextMessageMisuseKind? Kind,
    TextRecipient To,
    IReadOnlyList<string> Families);

/// <summary>To whom a message went.</summary>
internal enum TextRecipient
{
    /// <summary>A family's number.</summary>
    Family,

    /// <summary>A work number of staff: notices to colleagues go the same way.</summary>
    Staff,

    /// <summary>A number that no register has.</summary>
    Unknown,

    /// <summary>No number that could be read.</summary>
    Unread,

    /// <summary>A number that was hashed with a key that is gone.</summary>
    NotComparable,
}
