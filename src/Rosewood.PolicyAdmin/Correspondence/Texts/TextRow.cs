namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>A message as the export has it; only while it is read.</summary>
/// <param name="UtcTicks">When it was sent.</param>
/// <param name="Sender">Who sent it, as written.</param>
/// <param name="Number">The family's number: whom it went to, or, of a message received, who sent it.</param>
/// <param name="IsReceived">Whether the school received it.</param>
/// <param name="Status">What became of it, as written.</param>
/// <param name="Parts">How many texts it was sent as; 0: not known.</param>
internal sealed record TextRow(long UtcTicks, string Sender, TextNumber Number, bool IsReceived, string Status, int Parts);
