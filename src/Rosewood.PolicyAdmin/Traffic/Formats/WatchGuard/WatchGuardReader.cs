using System.Buffers;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.WatchGuard;

/// <summary>
/// Reads Fireware's lines. By syslog: <c>serial name (time) process[id]: msg_id="…" Allow in out protocol source destination … key="value"</c>,
/// where the time in brackets is UTC; relays may have written its tabs as <c>#011</c>. From Traffic Monitor:
/// <c>date time Allow source destination service/protocol … proc_id="…" key="value"</c> in local time. A proxy's own word
/// (<c>ProxyDeny</c>, <c>action="drop"</c>) overrules an Allow of the policy; a stripped header or an inspected certificate refuses nothing.
/// </summary>
internal sealed class WatchGuardReader(LogReaderOptions options) : TextLogReader(WatchGuardFormat.FormatName, options)
{
    private static readonly SearchValues<byte> Dotted = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> Colons = SearchValues.Create("0123456789abcdefABCDEF:"u8);

    private readonly PairFields _pairs = new(
        "proc_id", "msg_id", "msg", "action", "src_user", "dstname", "sni", "cn", "arg", "cats|category", "app_name", "rcvd_bytes", "src_ip", "dst_ip", "elapsed_time");

    private enum Key
    {
        Process,
        Message,
        Text,
        Action,
        User,
        Host,
        Sni,
        Certificate,
        Path,
        Category,
        Application,
        Bytes,
        Source,
        Destination,
        Elapsed,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line.Contains((byte)'\t') || line.IndexOf("#011"u8) >= 0)
        {
            line = WithoutTabs(line);
        }

        line = line.Trim((byte)' ');
        return line is [>= (byte)'0' and <= (byte)'9', _, _, _, (byte)'-', ..] && !IsBracketed(line, out _) ? ReadMonitor(line, ref fields) : ReadSyslog(line, ref fields);
    }

    private bool ReadSyslog(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        const int LongestTime = 40;
        if (!IsBracketed(line, out var open))
        {
            return false;
        }

        var text = line[(open + 1)..];
        var close = text.IndexOf((byte)')');
        if (close is < 19 or > LongestTime || !Time.TryIso(text[close - 1] == 'Z' ? text[..close] : Scratch.Join(text[..close], "Z"u8), out fields.EndTicks))
        {
            return false;
        }

        text = text[(close + 1)..].TrimStart((byte)' ');
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || text[..colon].Contains((byte)' '))
        {
            return false;
        }

        var process = text[..colon];
        var bracket = process.IndexOf((byte)'[');
        process = bracket > 0 ? process[..bracket] : process;
        text = text[(colon + 1)..].TrimStart((byte)' ');
        var pairs = text;
        _pairs.Read(pairs, new KeyValues(pairs));
        if (text.StartsWith("msg_id="u8))
        {
            var space = text.IndexOf((byte)' ');
            text = space < 0 ? [] : text[(space + 1)..];
        }

        return ReadMessage(process, text, pairs, ref fields);
    }

    private bool ReadMonitor(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        const int TimeLength = 19;
        if (line.Length < TimeLength + 8 || !Time.TryIso(line[..TimeLength], out fields.EndTicks))
        {
            return false;
        }

        var text = line[TimeLength..].TrimStart((byte)' ');
        if (Verdict(FirstWord(text)) is null)
        {
            // The device's name stands before it where several write into one log.
            text = text[FirstWord(text).Length..].TrimStart((byte)' ');
        }

        _pairs.Read(text, new KeyValues(text));
        return Verdict(FirstWord(text)) is not null && _pairs.Has((int)Key.Message) && _pairs.Has((int)Key.Process) && ReadMessage(Value(text, Key.Process), text, text, ref fields);
    }

    /// <param name="process">Who wrote the message.</param>
    /// <param name="text">From the verdict on.</param>
    /// <param name="pairs">What the pairs were read from.</param>
    /// <param name="fields">What it says.</param>
    private bool ReadMessage(ReadOnlySpan<byte> process, ReadOnlySpan<byte> text, ReadOnlySpan<byte> pairs, ref LogFields fields)
    {
        var isProxy = Is(process, "http-proxy"u8) || Is(process, "https-proxy"u8);
        var application = Known(Value(pairs, Key.Application));
        if (!isProxy && (application.IsEmpty || !Is(process, "firewall"u8)))
        {
            return fields.IsNote = true;
        }

        if (Verdict(FirstWord(text)) is not { } verdict)
        {
            // Without a verdict it is a message about the proxy itself; by keys only, newer firmware.
            if (Verdict(Value(pairs, Key.Action)) is not { } named)
            {
                return fields.IsNote = true;
            }

            verdict = named;
        }

        fields.Action = verdict == LogAction.Allowed ? ProxyVerdict(Value(pairs, Key.Text), text, Value(pairs, Key.Action)) : verdict;
        SetAddresses(text, pairs, ref fields);
        fields.User = Known(Value(pairs, Key.User));
        fields.Application = application;
        fields.Category = Known(Value(pairs, Key.Category));
        fields.Bytes = Number(Value(pairs, Key.Bytes));
        fields.StartTicks = fields.EndTicks - Elapsed(Value(pairs, Key.Elapsed));
        var name = FirstKnown(Value(pairs, Key.Host), Value(pairs, Key.Sni), Value(pairs, Key.Certificate));
        fields.Host = UrlHost.OfLoose(name.StartsWith("*."u8) ? name[2..] : name);
        var path = Value(pairs, Key.Path);
        fields.Url = name.IsEmpty ? path : path is [(byte)'/', ..] ? Scratch.Join(name, path) : name;
        return true;
    }

    private void SetAddresses(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pairs, ref LogFields fields)
    {
        fields.SourceAddress = Value(pairs, Key.Source);
        fields.DestinationAddress = Value(pairs, Key.Destination);
        const int MostWords = 14;
        for (var i = 0; i < MostWords && !text.IsEmpty && fields.DestinationAddress.IsEmpty; i++)
        {
            var word = FirstWord(text);
            text = text[word.Length..].TrimStart((byte)' ');
            if (word.Contains((byte)'='))
            {
                return;
            }

            if (!IsAddress(word))
            {
                continue;
            }

            if (fields.SourceAddress.IsEmpty)
            {
                fields.SourceAddress = word;
            }
            else
            {
                fields.DestinationAddress = word;
            }
        }
    }

    private static LogAction? Verdict(ReadOnlySpan<byte> word) =>
        Is(word, "Allow"u8) ? LogAction.Allowed
        : Is(word, "Deny"u8) || Is(word, "Drop"u8) || Is(word, "Block"u8) ? LogAction.Blocked
        : null;

    private static LogAction ProxyVerdict(ReadOnlySpan<byte> message, ReadOnlySpan<byte> text, ReadOnlySpan<byte> action)
    {
        if (message.IsEmpty && text.IndexOf(" Proxy"u8) is >= 0 and var at)
        {
            message = text[(at + 1)..];
        }

        return message.StartsWith("ProxyDeny"u8) || message.StartsWith("ProxyDrop"u8) || message.StartsWith("ProxyBlock"u8)
            || Is(action, "deny"u8) || Is(action, "drop"u8) || Is(action, "block"u8)
            ? LogAction.Blocked
            : LogAction.Allowed;
    }

    /// <summary><c>0.003 sec(s)</c>.</summary>
    private static long Elapsed(ReadOnlySpan<byte> text)
    {
        const int LongestSeconds = 7;
        var word = FirstWord(text);
        var dot = word.IndexOf((byte)'.');
        var whole = dot < 0 ? word : word[..dot];
        if (whole.Length > LongestSeconds || !LogTime.TryNumber(whole, out var seconds))
        {
            return 0;
        }

        var fraction = dot < 0 ? [] : word[(dot + 1)..];
        var ticks = LogTime.TryNumber(fraction.Length > 3 ? fraction[..3] : fraction, out var part) ? part * fraction.Length switch { 1 => 100, 2 => 10, _ => 1 } : 0;
        return (seconds * TimeSpan.TicksPerSecond) + (ticks * TimeSpan.TicksPerMillisecond);
    }

    private static bool IsBracketed(ReadOnlySpan<byte> line, out int open)
    {
        const int LongestStart = 160;
        open = line[..Math.Min(line.Length, LongestStart)].IndexOf((byte)'(');
        return open >= 0 && line.Length > open + 20 && line[open + 5] == '-' && line[open + 11] == 'T';
    }

    private static bool IsAddress(ReadOnlySpan<byte> word)
    {
        var dots = word.Count((byte)'.');
        var colons = word.Count((byte)':');
        return dots == 3 ? word.IndexOfAnyExcept(Dotted) < 0 : colons >= 2 && word.IndexOfAnyExcept(Colons) < 0;
    }

    private static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> text)
    {
        var space = text.IndexOf((byte)' ');
        return space < 0 ? text : text[..space];
    }

    private static ReadOnlySpan<byte> FirstKnown(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
        Known(first) is { IsEmpty: false } one ? one : Known(second) is { IsEmpty: false } two ? two : Known(third);

    private ReadOnlySpan<byte> WithoutTabs(ReadOnlySpan<byte> line)
    {
        var room = Scratch.Room(line.Length);
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isEscaped = line[i..].StartsWith("#011"u8);
            room[length++] = isEscaped || line[i] == '\t' ? (byte)' ' : line[i];
            i += isEscaped ? "#011"u8.Length - 1 : 0;
        }

        return Scratch.Take(length);
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text, Key key) => _pairs[text, (int)key];
}
