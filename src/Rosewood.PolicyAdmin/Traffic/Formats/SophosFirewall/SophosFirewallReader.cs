using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SophosFirewall;

/// <summary>
/// Reads SFOS's pairs, with the names of before and since the "central reporting" format. A zone is an offset (<c>+11</c>) or an
/// abbreviation; of those only UTC and GMT are one thing the world over, others mean the log's zone. A warned request is let through as far as
/// the log tells, for it has no other line when the person goes on. A new word for the outcome is neither allowed nor blocked.
/// </summary>
internal sealed class SophosFirewallReader(LogReaderOptions options) : TextLogReader(SophosFirewallFormat.FormatName, options)
{
    private readonly PairFields _pairs = new(
        "log_type",
        "log_component",
        "log_subtype",
        "date",
        "time",
        "timezone",
        "timestamp",
        "user_name|user|username",
        "src_ip",
        "dst_ip",
        "url",
        "category|http_category",
        "recv_bytes|bytes_received",
        "referer|http_referer",
        "application|app_name|application_name",
        "log_id");

    private enum Key
    {
        Type,
        Component,
        Outcome,
        Date,
        Time,
        Zone,
        Timestamp,
        User,
        Source,
        Destination,
        Url,
        Category,
        Bytes,
        Referrer,
        Application,
        Id,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        line = line.TrimStart((byte)' ');
        if (!line.StartsWith("device"u8))
        {
            return false;
        }

        _pairs.Read(line, new KeyValues(line));
        if (!_pairs.Has((int)Key.Type) || !_pairs.Has((int)Key.Component) || !_pairs.Has((int)Key.Id) || !TryTime(line, out fields.EndTicks))
        {
            return false;
        }

        var component = Value(line, Key.Component);
        var isWeb = Is(component, "HTTP"u8) || Is(component, "HTTPS"u8);
        if (!Is(Value(line, Key.Type), "Content Filtering"u8) || !(isWeb || Is(component, "Application"u8)))
        {
            return fields.IsNote = true;
        }

        var outcome = Value(line, Key.Outcome);
        fields.Action = Is(outcome, "Allowed"u8) || Is(outcome, "Warned"u8) ? LogAction.Allowed : Is(outcome, "Denied"u8) ? LogAction.Blocked : LogAction.Other;
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        fields.User = Known(Value(line, Key.User));
        fields.SourceAddress = Value(line, Key.Source);
        fields.DestinationAddress = Value(line, Key.Destination);
        fields.Url = Value(line, Key.Url);
        fields.Host = UrlHost.OfLoose(fields.Url) is { IsEmpty: false } host ? host : Domain(line);
        fields.Category = Known(Value(line, Key.Category));
        fields.Application = Known(Value(line, Key.Application));
        fields.Referrer = Known(Value(line, Key.Referrer));
        fields.Bytes = Number(Value(line, Key.Bytes));
        return !outcome.IsEmpty;
    }

    private bool TryTime(ReadOnlySpan<byte> line, out long ticks)
    {
        if (Time.TryIso(Value(line, Key.Timestamp), out ticks))
        {
            return true;
        }

        var zone = Value(line, Key.Zone);
        return Time.TryDateAndTime(Value(line, Key.Date), Value(line, Key.Time), LogTime.TryOffset(zone, out _) ? zone : [], out ticks);
    }

    /// <summary>The domain, which firmware writes without quotes and with spaces in it: it ends where the next key begins.</summary>
    private ReadOnlySpan<byte> Domain(ReadOnlySpan<byte> line)
    {
        var start = line.IndexOf(" domain="u8);
        if (start < 0)
        {
            return [];
        }

        var value = line[(start + " domain="u8.Length)..];
        var next = value.IndexOf((byte)'=');
        var end = next < 0 ? value.Length : value[..next].LastIndexOf((byte)' ');
        value = end < 0 ? [] : value[..end].Trim(" \""u8);
        if (!value.Contains((byte)' '))
        {
            return UrlHost.OfLoose(value);
        }

        var room = Scratch.Room(value.Length);
        var length = 0;
        foreach (var b in value)
        {
            room[length] = b;
            length += b == ' ' ? 0 : 1;
        }

        return UrlHost.OfLoose(Scratch.Take(length));
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, Key key) => _pairs[line, (int)key];
}
