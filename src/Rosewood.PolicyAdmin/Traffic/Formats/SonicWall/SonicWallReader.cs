using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SonicWall;

/// <summary>
/// Reads SonicOS's pairs. What a line means is in its message's number: 14 is a site denied, 16 one allowed, 97 a page fetched, 1154 and
/// 1155 an application seen or stopped. All others (connections opened and closed, logins) are no visits to a site by name.
/// </summary>
internal sealed class SonicWallReader(LogReaderOptions options) : TextLogReader(SonicWallFormat.FormatName, options)
{
    private readonly PairFields _pairs = new(
        "sn", "time", "m", "usr", "src", "srcV6", "dst", "dstV6", "dstname", "arg", "Category", "rcvd", "fw_action", "appName", "msg", "srcMac");

    private enum Key
    {
        Serial,
        Time,
        Message,
        User,
        Source,
        Source6,
        Destination,
        Destination6,
        Host,
        Path,
        Category,
        Bytes,
        Action,
        Application,
        Text,
        Mac,
    }

    private enum Meaning
    {
        None,
        Denied = 14,
        Allowed = 16,
        Hit = 97,
        ApplicationSeen = 1154,
        ApplicationStopped = 1155,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        line = line.TrimStart((byte)' ');
        if (!line.StartsWith("id="u8))
        {
            return false;
        }

        _pairs.Read(line, new KeyValues(line));
        if (!LogTime.TryNumber(Value(line, Key.Message), out var number) || Value(line, Key.Serial).IsEmpty || !Time.TryIso(Value(line, Key.Time), out fields.EndTicks))
        {
            return false;
        }

        var meaning = (Meaning)Math.Min(number, 9999);
        if (meaning is not (Meaning.Denied or Meaning.Allowed or Meaning.Hit or Meaning.ApplicationSeen or Meaning.ApplicationStopped))
        {
            return fields.IsNote = true;
        }

        fields.Action = meaning switch
        {
            Meaning.Denied or Meaning.ApplicationStopped => LogAction.Blocked,
            Meaning.Hit when IsRefused(Value(line, Key.Action)) => LogAction.Blocked,
            _ => LogAction.Allowed,
        };
        fields.User = User(Value(line, Key.User));
        var source = Value(line, Key.Source);
        var destination = Value(line, Key.Destination);
        fields.SourceAddress = Address(source, Value(line, Key.Source6));
        fields.DestinationAddress = Address(destination, Value(line, Key.Destination6));
        if (IsServer(source) && !IsServer(destination))
        {
            // Application control may speak of the server's packet: the client is the other end.
            var server = fields.SourceAddress;
            fields.SourceAddress = fields.DestinationAddress;
            fields.DestinationAddress = server;
            source = destination;
        }

        fields.Device = Name(source) is { IsEmpty: false } name ? name : Known(Value(line, Key.Mac));
        fields.Bytes = Number(Value(line, Key.Bytes));
        fields.Category = Known(Value(line, Key.Category));
        fields.Application = Known(Value(line, Key.Application));
        if (meaning is Meaning.ApplicationSeen or Meaning.ApplicationStopped)
        {
            SetApplication(Value(line, Key.Text), ref fields);
        }

        var host = Value(line, Key.Host);
        var path = Value(line, Key.Path);
        fields.Host = UrlHost.OfLoose(host);
        fields.Url = host.IsEmpty ? path : path is [(byte)'/', ..] ? Scratch.Join(host, path) : host;
        return true;
    }

    /// <summary><c>Unknown (SSO failed)</c> and its kin are no names.</summary>
    private static ReadOnlySpan<byte> User(ReadOnlySpan<byte> user) => user.StartsWith("Unknown ("u8) || user.StartsWith("Unknown SSO"u8) ? [] : Known(user);

    /// <summary><c>address:port:interface[:name]</c>; an IPv6 address has a key of its own, and this one begins with a colon.</summary>
    private static ReadOnlySpan<byte> Address(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ipv6)
    {
        if (!ipv6.IsEmpty)
        {
            return ipv6;
        }

        var colon = text.IndexOf((byte)':');
        return colon < 0 ? text : text[..colon];
    }

    /// <summary>Whether <c>address:port:interface</c> is a web server's end.</summary>
    private static bool IsServer(ReadOnlySpan<byte> end)
    {
        var port = end[(end.IndexOf((byte)':') + 1)..];
        port = port.IndexOf((byte)':') is >= 0 and var length ? port[..length] : port;
        return port.SequenceEqual("443"u8) || port.SequenceEqual("80"u8);
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> text)
    {
        for (var part = 0; part < 3; part++)
        {
            var colon = text.IndexOf((byte)':');
            if (colon < 0)
            {
                return [];
            }

            text = text[(colon + 1)..];
        }

        return text;
    }

    private static bool IsRefused(ReadOnlySpan<byte> action) => Is(action, "drop"u8) || Is(action, "block"u8) || Is(action, "deny"u8) || Is(action, "reset"u8);

    /// <summary><c>Application Control Detection Alert: SOCIAL-NETWORKING Facebook -- Like</c>.</summary>
    private static void SetApplication(ReadOnlySpan<byte> message, ref LogFields fields)
    {
        var colon = message.IndexOf(": "u8);
        var text = colon < 0 ? [] : message[(colon + 2)..];
        var end = text.IndexOf(" -- "u8);
        text = end < 0 ? text : text[..end];
        var space = text.IndexOf((byte)' ');
        if (space <= 0)
        {
            return;
        }

        fields.Category = fields.Category.IsEmpty ? text[..space] : fields.Category;
        fields.Application = fields.Application.IsEmpty ? text[(space + 1)..] : fields.Application;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, Key key) => _pairs[line, (int)key];
}
