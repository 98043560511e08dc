using System.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats;

/// <summary>
/// The columns of a filter's export, each with all the names that versions give it, and the words of its verdict. A word that is in neither
/// list is <see cref="LogAction.Other"/>: what it means is not guessed.
/// </summary>
internal sealed record ExportColumns
{
    /// <summary>Date and time in one; or the time of day where <see cref="Date"/> is there.</summary>
    public required string[] Time { get; init; }

    /// <summary>The date by itself.</summary>
    public string[] Date { get; init; } = ["Date"];

    /// <summary>Who.</summary>
    public required string[] User { get; init; }

    /// <summary>The client's address.</summary>
    public string[] SourceAddress { get; init; } = [];

    /// <summary>The server's address.</summary>
    public string[] DestinationAddress { get; init; } = [];

    /// <summary>The site.</summary>
    public string[] Host { get; init; } = [];

    /// <summary>The address.</summary>
    public required string[] Url { get; init; }

    /// <summary>The page before.</summary>
    public string[] Referrer { get; init; } = [];

    /// <summary>What the filter did.</summary>
    public string[] Action { get; init; } = [];

    /// <summary>The status of HTTP.</summary>
    public string[] Status { get; init; } = [];

    /// <summary>The filter's category; several stand as the export lists them.</summary>
    public string[] Category { get; init; } = [];

    /// <summary>The device.</summary>
    public string[] Device { get; init; } = [];

    /// <summary>Bytes to the client.</summary>
    public string[] Bytes { get; init; } = [];

    /// <summary>Words for let through.</summary>
    public byte[][] Allowed { get; init; } = Words("allow", "allowed", "accessed", "permit", "permitted", "pass", "passed");

    /// <summary>Words for refused.</summary>
    public byte[][] Blocked { get; init; } = Words("block", "blocked", "deny", "denied");

    /// <summary>Words as bytes.</summary>
    public static byte[][] Words(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}
