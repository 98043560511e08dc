namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>How the text service's export is read (COM-3).</summary>
public sealed record TextMessagesConfig
{
    /// <summary>Its columns.</summary>
    public TextColumnsConfig Columns { get; init; } = new();

    /// <summary>A .NET date pattern such as <c>dd/MM/yyyy HH:mm</c>, or <c>UnixSeconds</c>, <c>UnixMilliseconds</c>; null: what the file proves or <c>logs.dayFirst</c> says.</summary>
    public string? DateFormat { get; init; }

    /// <summary>The zone of times without offset; null: the school's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Words in the direction column that mean received; compared without case. All others mean sent.</summary>
    public IReadOnlyList<string> ReceivedWords { get; init; } = ["In", "Inbound", "Incoming", "Received", "Reply"];
}

/// <summary>Columns by their header's name; null: by the usual names.</summary>
public sealed record TextColumnsConfig
{
    /// <summary>When: date, or date and time.</summary>
    public string? SentAt { get; init; }

    /// <summary>The time of day, where it has a column of its own.</summary>
    public string? SentTime { get; init; }

    /// <summary>Who sent it.</summary>
    public string? Sender { get; init; }

    /// <summary>The number that it went to.</summary>
    public string? Recipient { get; init; }

    /// <summary>What became of it.</summary>
    public string? Status { get; init; }

    /// <summary>Sent or received.</summary>
    public string? Direction { get; init; }

    /// <summary>The message; only its length is looked at.</summary>
    public string? Text { get; init; }

    /// <summary>How many texts it was sent as.</summary>
    public string? Parts { get; init; }
}
