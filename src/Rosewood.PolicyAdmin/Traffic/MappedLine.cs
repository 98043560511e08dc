namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What a line becomes in a format: what <c>Test-FirewallLogMapping</c> gives.</summary>
public sealed record MappedLine
{
    /// <summary>The line's number, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its beginning, with control characters made visible.</summary>
    public required string Text { get; init; }

    /// <summary>What stands in the way of reading or counting it, in words; null: nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>When, UTC; null when the line could not be read.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The user.</summary>
    public string? User { get; init; }

    /// <summary>The client's address.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The server's address.</summary>
    public string? DestinationAddress { get; init; }

    /// <summary>The host.</summary>
    public string? Host { get; init; }

    /// <summary>The address asked for.</summary>
    public string? Url { get; init; }

    /// <summary>What became of it; null when the line could not be read.</summary>
    public LogAction? Action { get; init; }

    /// <summary>Bytes to the client; null when the line could not be read.</summary>
    public long? Bytes { get; init; }

    /// <summary>The application.</summary>
    public string? Application { get; init; }

    /// <summary>The filter's category.</summary>
    public string? Category { get; init; }

    /// <summary>The device.</summary>
    public string? Device { get; init; }

    internal static MappedLine Of(int line, string text, string? problem, LogEvent? parsed) => new()
    {
        Line = line,
        Text = text,
        Problem = problem,
        Time = parsed?.Time,
        User = parsed?.User,
        SourceAddress = parsed?.SourceAddress,
        DestinationAddress = parsed?.DestinationAddress,
        Host = parsed?.Host,
        Url = parsed?.Url,
        Action = parsed?.Action,
        Bytes = parsed?.Bytes,
        Application = parsed?.Application,
        Category = parsed?.Category,
        Device = parsed?.Device,
    };
}
