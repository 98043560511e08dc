using Rosewood.PolicyAdmin.Correspondence.Families;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>A text message as it is kept: without the text, and without the number.</summary>
/// <param name="Identity">Tells the same message again in another export.</param>
/// <param name="UtcTicks">When it was sent.</param>
/// <param name="PersonId">Who sent it; null where nobody on the roster is known by that name.</param>
/// <param name="Sender">The login or name where it is nobody's on the roster; empty where it may not be kept.</param>
/// <param name="IsBySurname">Whether only title and surname told who it was.</param>
/// <param name="Number">The hash of the family's number; null where none could be read.</param>
/// <param name="Families">The families that had the number when it was imported.</param>
/// <param name="IsReceived">Whether the school received it.</param>
/// <param name="Status">What became of it, as the service says; empty where it does not.</param>
/// <param name="Parts">How many texts it was sent as; 0: not known.</param>
internal sealed record TextMessage(
    ContactHash Identity,
    long UtcTicks,
    string? PersonId,
    string Sender,
    bool IsBySurname,
    ContactHash? Number,
    IReadOnlyList<string> Families,
    bool IsReceived,
    string Status,
    int Parts)
{
    /// <summary>The key that its hashes were made with, by its mark.</summary>
    public string KeyMark { get; init; } = "";
}
