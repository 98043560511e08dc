namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>A mailbox as <c>Get-Mailbox</c> lists it.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The display name.</param>
/// <param name="IsShared">Whether it is a shared mailbox.</param>
/// <param name="ForwardingAddress">The recipient inside that it forwards to, or null.</param>
/// <param name="ForwardingSmtpAddress">The address that it forwards to, without <c>smtp:</c>, or null.</param>
/// <param name="KeepsCopy">Whether it keeps what it forwards.</param>
public sealed record Mailbox(string Address, string Name, bool IsShared, string? ForwardingAddress, string? ForwardingSmtpAddress, bool KeepsCopy);
