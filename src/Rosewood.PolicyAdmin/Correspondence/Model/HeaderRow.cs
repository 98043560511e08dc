namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>The headers of one message that somebody wrote: who, whom, when, and what it answers.</summary>
internal sealed record HeaderRow
{
    /// <summary>When it was sent, or else received; UTC ticks; 0 where the export does not say.</summary>
    public required long UtcTicks { get; init; }

    /// <summary>Its message id without angle brackets; empty where the export has none.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whom it is from, as written.</summary>
    public required string From { get; init; }

    /// <summary>Whom it is to, as written.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Who is copied in, openly or not, as written.</summary>
    public required IReadOnlyList<string> Cc { get; init; }

    /// <summary>The message id that it answers, without angle brackets; null where it answers none.</summary>
    public required string? InReplyTo { get; init; }

    /// <summary>The message ids of its thread, oldest first.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>What the message calls addresses in it, as written; gone with the row.</summary>
    public IReadOnlyList<(string Address, string Name)> Names { get; init; } = [];

    /// <summary>Exchange's id of the conversation; empty: the export has none.</summary>
    public string Conversation { get; init; } = "";

    /// <summary>The subject as written; empty: none. Gone with the row.</summary>
    public byte[] Subject { get; init; } = [];

    /// <summary>Whether it went to many by a list: a newsletter, a mailing list.</summary>
    public required bool IsBulk { get; init; }
}
