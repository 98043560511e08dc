namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>A message that somebody wrote, whether or not it came past the school.</summary>
public sealed class MailMessage
{
    /// <summary>The id in the trace, the same for all recipients.</summary>
    public required string TraceId { get; init; }

    /// <summary>The Message-ID with its angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who wrote it, as the header says.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The sender of the envelope, which the trace shows: for lists and services their bounce address, for reports <c>&lt;&gt;</c>.</summary>
    public required string Envelope { get; init; }

    /// <summary>The To line.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>The Cc line.</summary>
    public required IReadOnlyList<MailAddress> Cc { get; init; }

    /// <summary>When, milliseconds since 1970 UTC.</summary>
    public required long At { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The Message-ID that it answers or forwards, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The ids of the conversation before it, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Exchange's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Other headers: Auto-Submitted, List-Id and the like.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the school's mail system did with it; empty when it never came past the school.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    /// <summary>Whether it was sent through the school's mail system.</summary>
    public required bool IsSentBySchool { get; init; }

    /// <summary>What it is about.</summary>
    public required MailTopic Topic { get; init; }

    /// <summary>The family that it is from, to or about, or null.</summary>
    public Family? Family { get; init; }

    /// <summary>The honest behaviour that made it, or null.</summary>
    public MailBehaviour? Behaviour { get; init; }

    /// <summary>The story that made it, or null.</summary>
    public MailStory? Story { get; init; }

    /// <summary>All addresses that a header shows.</summary>
    public IEnumerable<MailAddress> Shown => To.Concat(Cc).Prepend(From);

    /// <inheritdoc/>
    public override string ToString() => $"{From} to {string.Join(", ", To)}: {Subject}";
}
