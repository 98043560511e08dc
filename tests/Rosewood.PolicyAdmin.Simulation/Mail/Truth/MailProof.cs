namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>One reason on one day.</summary>
/// <param name="Day">The day, school time.</param>
/// <param name="Reason">Why.</param>
/// <param name="MessageId">The message, or the first of several.</param>
/// <param name="Weight">How much of a whole proof it is, above 0, at most 1.</param>
public sealed record MailProof(DateOnly Day, MailReason Reason, string MessageId, double Weight);
