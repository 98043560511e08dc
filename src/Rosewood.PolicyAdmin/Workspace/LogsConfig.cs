namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Log formats of the school's own, and how fresh logs have to be.</summary>
public sealed record LogsConfig
{
    /// <summary>How old the newest imported line may be on a school day before the health report complains.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Whether 03/04/2026 in a log is 3 April; null: only what a log itself proves counts.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>Squid <c>logformat</c> definitions.</summary>
    public IReadOnlyList<SquidFormatConfig> SquidFormats { get; init; } = [];

    /// <summary>CSV files with the school's own columns.</summary>
    public IReadOnlyList<CsvFormatConfig> CsvFormats { get; init; } = [];
}

/// <summary>A Squid <c>logformat</c>.</summary>
/// <param name="Name">What <c>-Format</c> takes.</param>
/// <param name="LogFormat">The definition, as behind the name in squid.conf.</param>
public sealed record SquidFormatConfig(string Name, string LogFormat);

/// <summary>A CSV file's columns.</summary>
/// <param name="Name">What <c>-Format</c> takes.</param>
/// <param name="Columns">Which column holds what.</param>
/// <param name="TimeFormat">A .NET date pattern such as <c>dd/MM/yyyy HH:mm:ss</c>, or <c>UnixSeconds</c>, <c>UnixMilliseconds</c>.</param>
public sealed record CsvFormatConfig(string Name, CsvColumnsConfig Columns, string TimeFormat)
{
    /// <summary>What separates fields: one character.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The zone of times without offset; null: the school's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Words in the action column that mean let through; compared without case.</summary>
    public IReadOnlyList<string> AllowedWords { get; init; } = [];

    /// <summary>Words in the action column that mean refused; compared without case.</summary>
    public IReadOnlyList<string> BlockedWords { get; init; } = [];
}

/// <summary>Columns by their header's name, or <c>#3</c> for the third; null: the file has no such column.</summary>
public sealed record CsvColumnsConfig
{
    /// <summary>When.</summary>
    public required string Time { get; init; }

    /// <summary>Who.</summary>
    public string? User { get; init; }

    /// <summary>The client's address.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The server's address.</summary>
    public string? DestinationAddress { get; init; }

    /// <summary>The host; this or <see cref="Url"/> is there.</summary>
    public string? Host { get; init; }

    /// <summary>The URL.</summary>
    public string? Url { get; init; }

    /// <summary>Let through or refused.</summary>
    public string? Action { get; init; }

    /// <summary>Bytes to the client.</summary>
    public string? Bytes { get; init; }

    /// <summary>The application's name.</summary>
    public string? Application { get; init; }

    /// <summary>The filter's category.</summary>
    public string? Category { get; init; }

    /// <summary>The device's name or MAC.</summary>
    public string? Device { get; init; }
}
