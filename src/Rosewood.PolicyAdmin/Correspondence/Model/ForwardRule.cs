namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>An inbox rule that sends mail on.</summary>
/// <param name="Mailbox">Whose, as the export writes it; empty where it does not say.</param>
/// <param name="IsEnabled">Whether it runs.</param>
/// <param name="To">To whom: addresses as written.</param>
internal sealed record ForwardRule(string Mailbox, bool IsEnabled, IReadOnlyList<string> To);
