namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Reads the lines of one format. One instance serves one thread; it may keep a buffer of its own that its slices point into.
/// Lines come without their line end and without a syslog header.
/// </summary>
internal abstract class LogReader
{
    /// <summary>The format's name.</summary>
    public abstract string Format { get; }

    /// <summary>Whose categories the last line has, where that changes from line to line; null: the log's format says it (<see cref="LogFormat.CategoryVendor"/>).</summary>
    public virtual LogFormat? LineFormat => null;

    /// <summary>
    /// Begins at a place in a log. Formats whose lines mean nothing without a header (<see cref="LogFormat.LastHeader"/>) read them by it
    /// until the next header comes as a line.
    /// </summary>
    /// <param name="header">The last header before that place, without its line end; empty where there is none.</param>
    public virtual void Begin(ReadOnlySpan<byte> header)
    {
    }

    /// <summary>
    /// The fast path: enough of a line to drop it. Never allocates. What it says is what <see cref="TryRead"/> says; a format with a faster
    /// way than to read the line whole overrides it.
    /// </summary>
    /// <returns>False when the line is malformed.</returns>
    public virtual bool Glance(ReadOnlySpan<byte> line, ref LineGlance glance)
    {
        var fields = default(LogFields);
        if (!TryRead(line, ref fields))
        {
            return false;
        }

        glance.IsNote = fields.IsNote;
        glance.UnixSeconds = (fields.EndTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        glance.Host = fields.Host;
        glance.HasUser = !fields.User.IsEmpty;
        glance.IsOther = fields.Action == LogAction.Other;
        glance.IsQuic = fields.IsQuic;
        glance.IsAnswer = fields.IsAnswer;
        glance.IsOpenVerdict = fields.IsOpenVerdict;
        glance.Application = fields.Application;
        glance.Category = fields.Category;
        return true;
    }

    /// <summary>Everything a line says. Accepts exactly the lines that <see cref="Glance"/> accepts.</summary>
    /// <returns>False when the line is malformed.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> line, ref LogFields fields);

    /// <summary>A line as an event, with the line's number. A note gives none.</summary>
    /// <returns>False when the line is malformed.</returns>
    public bool TryParse(ReadOnlySpan<byte> line, long number, out LogEvent? parsed)
    {
        var fields = default(LogFields);
        var isRead = TryRead(line, ref fields);
        parsed = isRead && !fields.IsNote ? LogEvent.From(fields, fields.Format ?? Format, number) : null;
        return isRead;
    }
}
