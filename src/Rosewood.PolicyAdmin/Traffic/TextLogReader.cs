using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// A reader that reads each line whole: right for every format whose lines are few or hard to take apart. It brings what they share: time,
/// room for decoded values, and bounds.
/// </summary>
/// <param name="format">The format's name.</param>
/// <param name="options">What the log leaves open.</param>
internal abstract class TextLogReader(string format, LogReaderOptions options) : LogReader
{
    /// <inheritdoc/>
    public sealed override string Format => format;

    /// <summary>What the log leaves open.</summary>
    protected LogReaderOptions Options { get; } = options;

    /// <summary>Reads times.</summary>
    protected LogTime Time { get; } = new(options);

    /// <summary>Room for values that are not slices of the line; cleared before each line.</summary>
    protected Scratch Scratch { get; } = new();

    /// <inheritdoc/>
    public sealed override bool TryRead(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        Scratch.Clear();
        fields = default;
        if (!Read(line, ref fields))
        {
            return false;
        }

        if (fields.IsNote)
        {
            fields = new LogFields { IsNote = true };
            return true;
        }

        fields.StartTicks = fields.StartTicks is 0 || fields.StartTicks > fields.EndTicks ? fields.EndTicks : fields.StartTicks;
        fields.Bytes = Math.Max(0, fields.Bytes);
        return fields.EndTicks > DateTime.UnixEpoch.Ticks && fields.Host.Length <= UrlHost.Longest;
    }

    /// <summary>
    /// Reads a line. Sets at least <see cref="LogFields.EndTicks"/> and <see cref="LogFields.Action"/>, or
    /// <see cref="LogFields.IsNote"/>. Where <see cref="LogFields.StartTicks"/> stays 0 it is the end's.
    /// </summary>
    /// <returns>False when it is malformed, or in another format.</returns>
    protected abstract bool Read(ReadOnlySpan<byte> line, ref LogFields fields);

    /// <summary>A value, or nothing where a log writes a word for nothing.</summary>
    protected static ReadOnlySpan<byte> Known(ReadOnlySpan<byte> value)
    {
        value = value.Trim((byte)' ');
        return value.Length switch
        {
            1 when value[0] == '-' => [],
            2 when Is(value, "NA"u8) || Is(value, "--"u8) => [],
            3 when Is(value, "N/A"u8) => [],
            4 when Is(value, "none"u8) || Is(value, "null"u8) => [],
            7 when Is(value, "unknown"u8) => [],
            _ => value,
        };
    }

    /// <summary>Compares without case; <paramref name="word"/> is ASCII.</summary>
    protected static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(value, word);

    /// <summary>A whole number, or 0.</summary>
    protected static long Number(ReadOnlySpan<byte> value) => LogTime.TryNumber(value, out var number) ? number : 0;

    /// <summary>An address without the port behind it: <c>10.20.1.5:51234</c>, <c>10.20.1.5#53</c>, <c>[2001:db8::1]:443</c>; two or more colons are IPv6.</summary>
    protected static ReadOnlySpan<byte> WithoutPort(ReadOnlySpan<byte> address)
    {
        if (address is [(byte)'[', ..])
        {
            var close = address.IndexOf((byte)']');
            return close > 0 ? address[1..close] : [];
        }

        var hash = address.IndexOf((byte)'#');
        address = hash >= 0 ? address[..hash] : address;
        var colon = address.IndexOf((byte)':');
        return colon >= 0 && address.LastIndexOf((byte)':') == colon ? address[..colon] : address;
    }
}
