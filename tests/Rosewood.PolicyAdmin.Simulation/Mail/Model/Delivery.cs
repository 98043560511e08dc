namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What became of a message for a recipient.</summary>
public enum DeliveryStatus
{
    /// <summary>Delivered.</summary>
    Delivered,

    /// <summary>The recipient is a list, and the message went to its members.</summary>
    Expanded,

    /// <summary>Put into the junk folder.</summary>
    FilteredAsSpam,

    /// <summary>Held back.</summary>
    Quarantined,

    /// <summary>Not delivered.</summary>
    Failed,
}

/// <summary>One row of the trace.</summary>
/// <param name="Recipient">The address.</param>
/// <param name="Status">What became of it.</param>
public sealed record Delivery(string Recipient, DeliveryStatus Status);
