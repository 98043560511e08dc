namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>What became of one message for one recipient.</summary>
internal enum TraceOutcome
{
    /// <summary>It arrived, or went out.</summary>
    Arrived,

    /// <summary>The recipient is a list, whose members follow in rows of their own.</summary>
    Expanded,

    /// <summary>It failed, was held back or filtered: nobody read it.</summary>
    Lost,
}

/// <summary>One message to one recipient, as a message trace has it; valid during the call that gives it.</summary>
internal readonly ref struct TraceRow
{
    /// <summary>When, UTC ticks.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>The sender, as the trace writes it.</summary>
    public required string Sender { get; init; }

    /// <summary>The recipient, as the trace writes it.</summary>
    public required string Recipient { get; init; }

    /// <summary>The message id without angle brackets; where the trace has none, its own id of the message. One for all recipients.</summary>
    public required ReadOnlySpan<byte> MessageId { get; init; }

    /// <summary>The subject as the trace writes it; empty: none. Gone with the row.</summary>
    public ReadOnlySpan<byte> Subject { get; init; }

    /// <summary>What became of it.</summary>
    public required TraceOutcome Outcome { get; init; }
}

/// <summary>Takes rows of a trace.</summary>
internal delegate void TraceReceiver(scoped TraceRow row);
