namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Reads the lines of one format. One instance serves one thread; it may keep a buffer of its own that its slices point into.
/// Lines come without their line end and without a syslog header.
/// </summary>
internal abstract class LogReader
{
    /// <summary>The format's name.</summary>
    public abstract string Format { get; }

    /// <summary>The fast path: enough of a line to drop it. Never allocates.</summary>
    /// <returns>False when the line is malformed.</returns>
    public abstract bool Glance(ReadOnlySpan<byte> line, ref LineGlance glance);

    /// <summary>Everything a line says. Accepts exactly the lines that <see cref="Glance"/> accepts.</summary>
    /// <returns>False when the line is malformed.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> line, ref LogFields fields);

    /// <summary>A line as an event, with the line's number.</summary>
    /// <returns>False when the line is malformed.</returns>
    public bool TryParse(ReadOnlySpan<byte> line, long number, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LogEvent? parsed)
    {
        var fields = default(LogFields);
        parsed = TryRead(line, ref fields) ? LogEvent.From(fields, Format, number) : null;
        return parsed is not null;
    }
}
