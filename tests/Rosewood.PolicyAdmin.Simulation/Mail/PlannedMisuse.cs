using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail;

/// <summary>Something guilty that a school shall have.</summary>
/// <param name="Story">How it comes about.</param>
/// <param name="Strength">How often.</param>
/// <param name="IsRegistered">Whether the personal address is in the roster; null leaves it as it is.</param>
public sealed record PlannedMisuse(MailStory Story, MailStrength Strength, bool? IsRegistered = null);
