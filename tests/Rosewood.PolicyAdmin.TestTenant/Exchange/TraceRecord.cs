namespace Rosewood.Tenancy.Exchange;

/// <summary>One message to one recipient, as it passed through Exchange.</summary>
/// <param name="Id">The trace id; the same for all recipients of a message.</param>
/// <param name="At">When it was received; written in whole seconds.</param>
/// <param name="Sender">The sender's address.</param>
/// <param name="Recipient">The recipient's address.</param>
public sealed record TraceRecord(string Id, DateTimeOffset At, string Sender, string Recipient)
{
    /// <summary>The Message-ID header; null: made from the id.</summary>
    public string? MessageId { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>delivered, failed, pending, quarantined, filteredAsSpam, expanded, gettingStatus.</summary>
    public string Status { get; init; } = "delivered";

    /// <summary>Bytes.</summary>
    public int Size { get; init; } = 20_000;

    /// <summary>The address of the sending server.</summary>
    public string FromIp { get; init; } = "203.0.113.25";

    /// <summary>The address it went to; empty inside the organisation.</summary>
    public string ToIp { get; init; } = "";
}
