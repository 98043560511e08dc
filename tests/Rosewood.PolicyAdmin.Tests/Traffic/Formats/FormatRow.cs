namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats;

/// <summary>One row of a format's spec table.</summary>
/// <param name="What">What it shows: the vendor's field or the trap.</param>
/// <param name="Line">A line as the device writes it, without a syslog header.</param>
/// <param name="Expected">
/// <c>Name=value</c> pairs of <see cref="PolicyAdmin.Traffic.LogEvent"/>, separated by spaces; <c>Time</c> as 2026-11-24T09:00:01.000 UTC,
/// <c>Duration</c> in ms; a value may hold spaces; nothing behind the sign means null. <c>Note</c> alone: neither an event nor malformed.
/// </param>
internal sealed record FormatRow(string What, string Line, string Expected)
{
    /// <summary>Whether the row is a header or comment.</summary>
    public bool IsNote => Expected.Equals("Note", StringComparison.Ordinal);
}
