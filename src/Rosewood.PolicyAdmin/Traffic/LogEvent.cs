namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>One line of a log in the common form: what <c>ConvertFrom-FirewallLog</c> gives.</summary>
public sealed record LogEvent
{
    /// <summary>The line's number in its file, from 1; 0 when it is not from a file.</summary>
    public long Line { get; init; }

    /// <summary>When the line was written, UTC. A tunnel's line is written when it closes: it began <see cref="Duration"/> earlier.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long the request or tunnel lasted; zero when the log does not say.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The user as the log has it, decoded; null when there is none.</summary>
    public string? User { get; init; }

    /// <summary>The client's address, canonical, or its name.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The server's or parent proxy's address.</summary>
    public string? DestinationAddress { get; init; }

    /// <summary>The destination's host, lower case, without port.</summary>
    public string? Host { get; init; }

    /// <summary>The address asked for, as the log has it.</summary>
    public string? Url { get; init; }

    /// <summary>The page that referred to it, where the log carries headers.</summary>
    public string? Referrer { get; init; }

    /// <summary>What became of it.</summary>
    public required LogAction Action { get; init; }

    /// <summary>Bytes to the client.</summary>
    public long Bytes { get; init; }

    /// <summary>The application, where the log names one.</summary>
    public string? Application { get; init; }

    /// <summary>The filter's category, where the log names one.</summary>
    public string? Category { get; init; }

    /// <summary>The device's name or MAC, where the log carries one.</summary>
    public string? Device { get; init; }

    /// <summary>The format's name.</summary>
    public required string Format { get; init; }

    /// <summary>Text of a line's fields.</summary>
    internal static LogEvent From(in LogFields fields, string format, long line) => new()
    {
        Line = line,
        Time = new DateTimeOffset(fields.EndTicks, TimeSpan.Zero),
        Duration = TimeSpan.FromTicks(fields.EndTicks - fields.StartTicks),
        User = LogText.OrNull(fields.User, fields.UserIsEncoded),
        SourceAddress = LogText.Address(fields.SourceAddress),
        DestinationAddress = LogText.Address(fields.DestinationAddress),
        Host = LogText.OrNull(fields.Host)?.ToLowerInvariant(),
        Url = LogText.OrNull(fields.Url),
        Referrer = LogText.OrNull(fields.Referrer),
        Action = fields.Action,
        Bytes = fields.Bytes,
        Application = LogText.OrNull(fields.Application),
        Category = LogText.OrNull(fields.Category),
        Device = LogText.OrNull(fields.Device),
        Format = format,
    };
}
