using Rosewood.PolicyAdmin.Traffic.Formats.Squid;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

/// <summary>
/// Reads lines by a compiled <c>logformat</c>. A value ends at the first place from which the rest of the line fits the rest of the
/// pattern, so that blanks in an address or a name do no harm where it can be told.
/// </summary>
/// <param name="format">The format's name.</param>
/// <param name="options">What the log leaves open.</param>
/// <param name="patterns">Tried one after the other.</param>
internal sealed class SquidPatternReader(string format, LogReaderOptions options, IReadOnlyList<SquidPattern> patterns) : TextLogReader(format, options)
{
    /// <summary>Longer than any tunnel lives (over ten years); a greater number is a broken clock's.</summary>
    private const long LongestElapsed = 350_000_000_000;

    /// <summary>Places that are tried for where values end, before a line counts as malformed.</summary>
    private const int MostSteps = 1000;

    private static readonly SquidCode[] Users = [SquidCode.UserName, SquidCode.UserLogin, SquidCode.UserExternal, SquidCode.UserIdent];

    private readonly (int Start, int End, SquidToken? Token)[] _values = new (int, int, SquidToken?)[(int)SquidCode.Headers + 1];
    private IReadOnlyList<SquidToken> _tokens = [];
    private int _steps;

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (TryMatch(line, patterns[i]))
            {
                return TryFill(line, ref fields);
            }
        }

        return false;
    }

    private bool TryMatch(ReadOnlySpan<byte> line, SquidPattern pattern)
    {
        Array.Clear(_values);
        _tokens = pattern.Tokens;
        _steps = MostSteps;
        return line.StartsWith(pattern.Lead) && TryMatch(line, 0, pattern.Lead.Length);
    }

    private bool TryMatch(ReadOnlySpan<byte> line, int index, int start)
    {
        if (index == _tokens.Count)
        {
            return start == line.Length;
        }

        var token = _tokens[index];
        while (token.MayBePadded && start < line.Length && line[start] == ' ')
        {
            start++;
        }

        if (start >= line.Length || --_steps < 0)
        {
            return false;
        }

        if (token.Shape is SquidShape.Number or SquidShape.Time)
        {
            var end = token.Shape == SquidShape.Time ? TimeEnd(line, token, start) : NumberEnd(line, token, start);
            return end > start && Set(line, token, start, end) && TryLiteral(line, token, end, out var next) && TryMatch(line, index + 1, next);
        }

        return token.Literal.Length == 0
            ? Set(line, token, start, line.Length) && TryMatch(line, index + 1, line.Length)
            : TryEnds(line, index, token, start);
    }

    private bool TryEnds(ReadOnlySpan<byte> line, int index, SquidToken token, int start)
    {
        var from = start + 1;
        while (from <= line.Length && _steps > 0)
        {
            var length = line[from..].IndexOf(token.Literal);
            if (length < 0)
            {
                return false;
            }

            var end = from + length;
            from = end + 1;
            if (token.Literal[0] == '"' && token.Quoting == SquidQuoting.Backslash && IsEscaped(line, start, end))
            {
                continue;
            }

            if (!Set(line, token, start, end))
            {
                // A longer text has the same fault.
                return false;
            }

            if (TryMatch(line, index + 1, end + token.Literal.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryLiteral(ReadOnlySpan<byte> line, SquidToken token, int end, out int next)
    {
        if (!line[end..].StartsWith(token.Literal) && token.MayBePaddedBehind)
        {
            end = line.Length - line[end..].TrimStart((byte)' ').Length;
        }

        next = end + token.Literal.Length;
        return line[end..].StartsWith(token.Literal);
    }

    /// <returns>False when the text can't be such a code's.</returns>
    private bool Set(ReadOnlySpan<byte> line, SquidToken token, int start, int end)
    {
        while (end > start && line[end - 1] == ' ' && token.MayBePaddedBehind)
        {
            end--;
        }

        var value = line[start..end];
        var fits = token.Shape switch
        {
            SquidShape.Word => !value.ContainsAny((byte)' ', (byte)'"'),
            SquidShape.Address => IsUrl(value),
            SquidShape.Tag => value is [(byte)'-'] || value.IndexOfAnyExcept(TagCharacters) < 0,
            _ => true,
        };

        // Of a code that is there twice the first counts; going back over it sets it again.
        ref var slot = ref _values[(int)token.Code];
        if (fits && (slot.Token is null || ReferenceEquals(slot.Token, token)))
        {
            slot = (start, end, token);
        }

        return fits && !value.IsEmpty;
    }

    private static System.Buffers.SearchValues<byte> TagCharacters { get; } = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"u8);

    /// <summary>An address may hold blanks, but its beginning tells it from a name with a blank in it: <c>scheme:</c>, <c>host:port</c>, a path.</summary>
    private static bool IsUrl(ReadOnlySpan<byte> value)
    {
        var blank = value.IndexOf((byte)' ');
        var first = blank < 0 ? value : value[..blank];
        return first.Contains((byte)':') || first is [(byte)'/', ..] or [(byte)'-' or (byte)'*'];
    }

    private static bool IsEscaped(ReadOnlySpan<byte> line, int start, int at)
    {
        var slashes = 0;
        while (at - slashes > start && line[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    private static int NumberEnd(ReadOnlySpan<byte> line, SquidToken token, int start)
    {
        const int SecondsLength = 10;
        if (token.Code == SquidCode.Seconds && token.Literal.Length == 0)
        {
            return Math.Min(start + SecondsLength, line.Length);
        }

        var end = line[start] == '-' ? start + 1 : start;
        while (end < line.Length && (char.IsAsciiDigit((char)line[end]) || (token.Code == SquidCode.Start && line[end] == '.')))
        {
            end++;
        }

        return end;
    }

    private static int TimeEnd(ReadOnlySpan<byte> line, SquidToken token, int start) =>
        token.Time!.TryRead(line[start..], out var used, out _, out _) ? start + used : 0;

    private bool TryFill(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var elapsed = Number(Value(line, SquidCode.Elapsed));
        var duration = elapsed is > 0 and <= LongestElapsed ? elapsed * TimeSpan.TicksPerMillisecond : 0;
        if (!TryTime(line, duration, out fields.EndTicks))
        {
            return false;
        }

        fields.StartTicks = fields.EndTicks - duration;
        fields.SourceAddress = Value(line, SquidCode.Client);
        var name = Value(line, SquidCode.ClientName);
        fields.SourceAddress = fields.SourceAddress.IsEmpty ? name : fields.SourceAddress;
        fields.Device = Value(line, SquidCode.ClientMac);
        fields.Device = fields.Device.IsEmpty && !AddressText.IsAddress(name) ? name : fields.Device;
        fields.DestinationAddress = Value(line, SquidCode.Server);
        fields.Bytes = Number(Value(line, SquidCode.Bytes));
        SetUser(line, ref fields);
        fields.Referrer = Plain(line, SquidCode.Referrer);
        fields.Referrer = fields.Referrer.IsEmpty ? SquidReader.ReferrerIn(Value(line, SquidCode.Headers)) : fields.Referrer;
        fields.Url = Value(line, SquidCode.Url);
        var isPerson = !IsOwn(fields.Url);
        fields.Host = isPerson ? Host(line, fields.Url) : [];
        fields.Action = isPerson ? Action(line, !fields.User.IsEmpty) : LogAction.Other;
        return true;
    }

    private bool TryTime(ReadOnlySpan<byte> line, long duration, out long ticks)
    {
        ticks = 0;
        var seconds = Value(line, SquidCode.Seconds);
        if (!seconds.IsEmpty)
        {
            if (!LogTime.TryEpoch(seconds, out ticks))
            {
                return false;
            }
        }
        else if (_values[(int)SquidCode.Gmt] is { Token: { } gmt } atGmt)
        {
            gmt.Time!.TryRead(line[atGmt.Start..atGmt.End], out _, out ticks, out _);
        }
        else if (_values[(int)SquidCode.LocalTime] is { Token: { } local } atLocal)
        {
            local.Time!.TryRead(line[atLocal.Start..atLocal.End], out _, out ticks, out var isUtc);
            ticks = isUtc ? ticks : Time.ToUtc(ticks);
        }
        else
        {
            // %tS is when the transaction began.
            var isRead = LogTime.TryEpoch(Value(line, SquidCode.Start), out ticks);
            ticks += duration;
            return isRead;
        }

        var milliseconds = Number(Value(line, SquidCode.Subseconds));
        ticks += milliseconds < 1000 ? milliseconds * TimeSpan.TicksPerMillisecond : 0;
        return true;
    }

    private void SetUser(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        foreach (var code in Users)
        {
            var user = Plain(line, code);
            if (user.IsEmpty)
            {
                continue;
            }

            var quoting = _values[(int)code].Token!.Quoting;
            fields.User = quoting == SquidQuoting.MimeBlob && user.IndexOf("\\\\"u8) >= 0 ? Scratch.Unescape(user) : user;
            fields.UserIsEncoded = quoting is SquidQuoting.None or SquidQuoting.MimeBlob or SquidQuoting.Url;
            return;
        }
    }

    /// <summary>Addresses that no person asked for.</summary>
    private static bool IsOwn(ReadOnlySpan<byte> url) => url.StartsWith("error:"u8) || url.StartsWith("cache_object:"u8) || url.StartsWith("urn:"u8);

    private ReadOnlySpan<byte> Host(ReadOnlySpan<byte> line, ReadOnlySpan<byte> url)
    {
        var host = Value(line, SquidCode.Method).SequenceEqual("CONNECT"u8) ? UrlHost.OfAuthority(url, url.Length) : UrlHost.OfLoose(url);
        host = host.IsEmpty ? UrlHost.OfAuthority(Value(line, SquidCode.Domain), Value(line, SquidCode.Domain).Length) : host;
        host = host.IsEmpty ? UrlHost.OfAuthority(Plain(line, SquidCode.HostHeader), Plain(line, SquidCode.HostHeader).Length) : host;

        // A tunnel that was taken in on the way shows an address only; the name is the one that the client gave when it began TLS.
        var sni = Value(line, SquidCode.Sni);
        return !sni.IsEmpty && (host.IsEmpty || AddressText.IsAddress(host)) ? sni.TrimEnd((byte)'.') : host;
    }

    private LogAction Action(ReadOnlySpan<byte> line, bool hasUser)
    {
        const long ProxyAuthenticationRequired = 407;
        const long Forbidden = 403;
        var status = Number(Value(line, SquidCode.Status));
        var error = Value(line, SquidCode.ErrorCode);
        if (status == ProxyAuthenticationRequired || error.SequenceEqual("ERR_CACHE_ACCESS_DENIED"u8))
        {
            return LogAction.Other;
        }

        if (Value(line, SquidCode.BumpMode).SequenceEqual("terminate"u8) || error.SequenceEqual("ERR_ACCESS_DENIED"u8))
        {
            return LogAction.Blocked;
        }

        var result = Value(line, SquidCode.Result);
        if (result.IsEmpty)
        {
            // What was refused never went out; what the far end refused did.
            var hierarchy = Value(line, SquidCode.Hierarchy);
            return status == Forbidden && (hierarchy.SequenceEqual("HIER_NONE"u8) || hierarchy.SequenceEqual("NONE"u8)) ? LogAction.Blocked : LogAction.Allowed;
        }

        if (!result.StartsWith("TCP_"u8))
        {
            return LogAction.Other;
        }

        if (!result.StartsWith("TCP_DENIED"u8) && !result.StartsWith("TCP_REDIRECT"u8))
        {
            return LogAction.Allowed;
        }

        // Without a status a request to log in looks like a refusal, but has no user.
        return hasUser || _values[(int)SquidCode.Status].Token is not null ? LogAction.Blocked : LogAction.Other;
    }

    /// <summary>A value as written; empty where Squid had none.</summary>
    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, SquidCode code)
    {
        var (start, end, token) = _values[(int)code];
        var value = token is null ? [] : line[start..end];
        return value is [(byte)'-'] ? [] : value;
    }

    /// <summary>A value without its backslashes.</summary>
    private ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> line, SquidCode code)
    {
        var value = Value(line, code);
        return _values[(int)code].Token is { Quoting: SquidQuoting.Backslash } ? Scratch.Unescape(value) : value;
    }
}
