using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.ForcepointWeb;

/// <summary>
/// Reads the SIEM integration's three templates. Only CEF's has a time of its own (<c>rt</c>, from <c>%&lt;time></c>): to the others one has to
/// be added, else their lines are malformed, for the syslog header's time is the relay's. Categories are the vendor's numbers. What is neither
/// permitted nor blocked is neither here.
/// </summary>
internal sealed class ForcepointWebReader(LogReaderOptions options) : TextLogReader(ForcepointWebFormat.FormatName, options)
{
    private readonly PairFields _pairs = new(
        "rt|devTime|time|date_time",
        "act|action",
        "suid|loginID|login_id",
        "suser|usrName|user",
        "src|src_host|src_ip",
        "dst|dst_ip",
        "dhost|dst_host",
        "request|url",
        "cat|category",
        "in|dstBytes|bytes_in",
        "requestContext|RefererURL|http_referer|referer",
        "product",
        "vendor");

    private enum Key
    {
        Time,
        Action,
        Login,
        User,
        Source,
        Destination,
        Host,
        Url,
        Category,
        Bytes,
        Referrer,
        Product,
        Vendor,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line.StartsWith("vendor="u8))
        {
            _pairs.Read(line, new KeyValues(line));
            return IsVendor(Value(line, Key.Vendor)) && Is(Value(line, Key.Product), "Security"u8)
                && ReadFields(line, Value(line, Key.Category), Value(line, Key.Action), isCef: false, ref fields);
        }

        const int LongestStart = 512;
        var start = line[..Math.Min(line.Length, LongestStart)];
        if (start.IndexOf("|Security|"u8) < 0)
        {
            return false;
        }

        var cef = default(CefLine);
        if (cef.TrySplit(line))
        {
            _pairs.Read(line, cef.Pairs);
            return IsVendor(cef.Vendor) && Is(cef.Product, "Security"u8) && ReadFields(line, cef.EventId, Value(line, Key.Action), isCef: true, ref fields);
        }

        var leef = default(LeefLine);
        if (!leef.TrySplit(line) || !IsVendor(leef.Vendor) || !Is(leef.Product, "Security"u8))
        {
            return false;
        }

        _pairs.Read(line, leef.Pairs);
        var transaction = "transaction:"u8;
        return leef.EventId.StartsWith(transaction) && ReadFields(line, Value(line, Key.Category), leef.EventId[transaction.Length..], isCef: false, ref fields);
    }

    private bool ReadFields(ReadOnlySpan<byte> line, ReadOnlySpan<byte> category, ReadOnlySpan<byte> action, bool isCef, ref LogFields fields)
    {
        var time = Value(line, Key.Time);
        if (action.IsEmpty || !(LogTime.TryEpoch(time, out fields.EndTicks) || Time.TryIso(time, out fields.EndTicks) || Time.TryNamed(time, out fields.EndTicks)))
        {
            return false;
        }

        fields.Action = Is(action, "permitted"u8) ? LogAction.Allowed : Is(action, "blocked"u8) ? LogAction.Blocked : LogAction.Other;
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        fields.Category = Known(category);
        var login = Known(Text(line, Key.Login, isCef));
        fields.User = login.IsEmpty ? Name(Known(Text(line, Key.User, isCef))) : login;
        fields.SourceAddress = Known(Value(line, Key.Source));
        fields.DestinationAddress = Known(Value(line, Key.Destination));
        fields.Url = Known(Text(line, Key.Url, isCef));
        fields.Host = UrlHost.OfLoose(fields.Url) is { IsEmpty: false } host ? host : UrlHost.OfLoose(Known(Value(line, Key.Host)));
        fields.Bytes = Number(Value(line, Key.Bytes));
        fields.Referrer = Known(Text(line, Key.Referrer, isCef));
        return true;
    }

    /// <summary>A user found in a directory comes as <c>WinNT://DOMAIN/nell</c> or <c>LDAP://server OU=…,DC=…/Nell Ames</c>: the last part is the name.</summary>
    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> user) =>
        user.IndexOf("://"u8) > 0 ? user[(user.LastIndexOf((byte)'/') + 1)..] : user;

    private static bool IsVendor(ReadOnlySpan<byte> vendor) => Is(vendor, "Forcepoint"u8) || Is(vendor, "Websense"u8);

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, Key key) => _pairs[line, (int)key];

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, Key key, bool isEscaped) => isEscaped ? Scratch.Unescape(Value(line, key)) : Value(line, key);
}
