using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.CheckPoint;

/// <summary>
/// Reads Log Exporter's formats: <c>[key:"value"; key:"value"]</c> behind a syslog header, CEF, LEEF, and <c>key=value|key=value</c> (generic,
/// Splunk). A record with a line end in it comes as several lines: its first is read for what it holds, the others are malformed.
/// An Ask page that was gone past has a line of its own, so the page itself is a block. Redirect may be a request to log in: neither.
/// </summary>
internal sealed class CheckPointReader(LogReaderOptions options) : TextLogReader(CheckPointFormat.FormatName, options)
{
    private readonly PairFields _pairs = new(
        "product",
        "action|act",
        "time|rt|devTime",
        "src",
        "dst",
        "src_user_name|suser|usrName",
        "user",
        "src_machine_name|shost|identHostName",
        "resource|request|url",
        "tls_server_host_name|sni",
        "dst_domain_name|dhost",
        "appi_name|destinationServiceName",
        "matched_category",
        "app_category|category",
        "categories|appi_properties",
        "received_bytes|in|bytesIn|dstBytes",
        "referrer|referer|requestContext",
        "loguid|origin|originsicname|sequencenum");

    private enum Key
    {
        Product,
        Action,
        Time,
        Source,
        Destination,
        SourceUser,
        User,
        Machine,
        Url,
        Sni,
        Domain,
        Application,
        Matched,
        Category,
        Categories,
        Bytes,
        Referrer,
        Record,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        const int LongestStart = 512;
        var start = line[..Math.Min(line.Length, LongestStart)];
        if (start.IndexOf("|Check Point|"u8) >= 0)
        {
            return ReadCefOrLeef(line, ref fields);
        }

        if (line.StartsWith("time="u8) && start.IndexOf("|product="u8) > 0 && start.IndexOf("|hostname="u8) > 0)
        {
            _pairs.Read(line, new KeyValues(line, (byte)'|'));
            return ReadFields(line, Value(line, Key.Product), isEscaped: false, ref fields);
        }

        // The record is the structured data of an RFC 5424 line, or what a relay left of one.
        var open = start.IndexOf((byte)'[');
        if (open < 0 || (open > 0 && start.IndexOf(" CheckPoint "u8) < 0))
        {
            return false;
        }

        var text = line[(open + 1)..].TrimEnd((byte)' ');
        text = text is [.., (byte)']'] ? text[..^1] : text;
        _pairs.Read(text, new KeyValues(text, (byte)';', (byte)':'));
        return _pairs.Has((int)Key.Record) && ReadFields(text, Value(text, Key.Product), isEscaped: true, ref fields);
    }

    private bool ReadCefOrLeef(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var cef = default(CefLine);
        if (cef.TrySplit(line))
        {
            _pairs.Read(line, cef.Pairs);
            return Is(cef.Vendor, "Check Point"u8) && ReadFields(line, cef.Product, isEscaped: true, ref fields);
        }

        var leef = default(LeefLine);
        if (!leef.TrySplit(line) || !Is(leef.Vendor, "Check Point"u8))
        {
            return false;
        }

        _pairs.Read(line, new KeyValues(leef.Attributes, leef.Attributes.Contains(leef.Separator) ? leef.Separator : (byte)'|'));
        return ReadFields(line, leef.Product, isEscaped: false, ref fields);
    }

    private bool ReadFields(ReadOnlySpan<byte> line, ReadOnlySpan<byte> product, bool isEscaped, ref LogFields fields)
    {
        // The header says "Log Update" or the vendor's name where the pair says which blade it was.
        product = _pairs.Has((int)Key.Product) ? Value(line, Key.Product) : product;
        if (product.IsEmpty || !LogTime.TryEpoch(Value(line, Key.Time), out fields.EndTicks))
        {
            return false;
        }

        var isFilter = Is(product, "URL Filtering"u8) || Is(product, "Application Control"u8);
        var application = Known(Text(line, Key.Application, isEscaped));
        if (!isFilter && (!Is(product, "VPN-1 & FireWall-1"u8) || application.IsEmpty))
        {
            return fields.IsNote = true;
        }

        fields.Url = Text(line, Key.Url, isEscaped);
        fields.Host = UrlHost.OfLoose(fields.Url) is { IsEmpty: false } host ? host
            : UrlHost.OfLoose(Value(line, Key.Sni)) is { IsEmpty: false } sni ? sni
            : UrlHost.OfLoose(Value(line, Key.Domain)) is { IsEmpty: false } domain ? domain
            : IsHost(application) ? application : [];
        fields.Application = application;
        fields.Category = FirstKnown(Text(line, Key.Matched, isEscaped), Text(line, Key.Category, isEscaped), Text(line, Key.Categories, isEscaped));
        var user = Known(Text(line, Key.SourceUser, isEscaped));
        fields.User = Login(user.IsEmpty ? Known(Text(line, Key.User, isEscaped)) : user);
        fields.SourceAddress = Value(line, Key.Source);
        fields.DestinationAddress = Value(line, Key.Destination);
        fields.Device = Known(WithoutMark(Text(line, Key.Machine, isEscaped)));
        fields.Referrer = Known(Text(line, Key.Referrer, isEscaped));
        fields.Bytes = Number(Value(line, Key.Bytes));
        var action = Value(line, Key.Action);
        fields.Action = Verdict(action);
        fields.IsQuic = Is(application, "QUIC Protocol"u8) || Is(application, "QUIC"u8);
        return !action.IsEmpty;
    }

    private static LogAction Verdict(ReadOnlySpan<byte> action)
    {
        if (Is(action, "Accept"u8) || Is(action, "Allow"u8) || Is(action, "Detect"u8) || Is(action, "Monitor"u8) || Is(action, "Inform User"u8) || Is(action, "Inform"u8)
            || Is(action, "Bypass"u8) || Is(action, "Inspect"u8) || Is(action, "HTTPS Inspect"u8) || Is(action, "HTTPS Bypass"u8))
        {
            return LogAction.Allowed;
        }

        return Is(action, "Block"u8) || Is(action, "Drop"u8) || Is(action, "Reject"u8) || Is(action, "Prevent"u8) || Is(action, "Ask User"u8) || Is(action, "Ask"u8)
            ? LogAction.Blocked
            : LogAction.Other;
    }

    /// <summary><c>Nell Ames (nell)</c> is the display name and the login; the login is who it is.</summary>
    private static ReadOnlySpan<byte> Login(ReadOnlySpan<byte> user)
    {
        user = WithoutMark(user);
        if (user.IndexOf("(+)"u8) >= 0)
        {
            // Two people behind one address: neither can be named.
            return [];
        }

        var open = user is [.., (byte)')'] ? user.LastIndexOf(" ("u8) : -1;
        return open > 0 && user.Length - open > 3 ? user[(open + 2)..^1] : user;
    }

    /// <summary>Identity Awareness puts <c>(+)</c> behind a name that it learned from more than one source.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> name) => name.EndsWith("(+)"u8) ? name[..^3].TrimEnd((byte)' ') : name;

    /// <summary>For a site that is no application it knows, the name is the site's.</summary>
    private static bool IsHost(ReadOnlySpan<byte> name) => name.Contains((byte)'.') && name.IndexOfAny(" /("u8) < 0;

    private static ReadOnlySpan<byte> FirstKnown(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
        Known(first) is { IsEmpty: false } one ? one : Known(second) is { IsEmpty: false } two ? two : Known(third);

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, Key key) => _pairs[line, (int)key];

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, Key key, bool isEscaped) => isEscaped ? Scratch.Unescape(Value(line, key)) : Value(line, key);
}
