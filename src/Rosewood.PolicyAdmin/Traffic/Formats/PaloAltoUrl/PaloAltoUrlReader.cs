using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.PaloAltoUrl;

/// <summary>
/// Reads PAN-OS's URL log. The fields of the CSV form stand in a fixed order to which later releases only added. Times have no zone but for
/// the high resolution timestamp (10.0 and later), whose offset then holds for the generated time too. Where a line lists
/// all categories of a site (9.0 and later) they are all given, for the one that decided may be an own one of the school's. An action that is not known is neither allowed nor blocked.
/// </summary>
internal sealed class PaloAltoUrlReader(LogReaderOptions options) : TextLogReader(PaloAltoUrlFormat.FormatName, options)
{
    private const int LeastFields = 34;
    private const int HighResolution = 107;

    private readonly CsvRow _row = new();
    private readonly PairFields _pairs = new(
        "src|SourceAddress|SourceIP",
        "dst|DestinationAddress|DestinationIP",
        "suser|usrName|SourceUser",
        "act|action",
        "request|Miscellaneous|URL",
        "app|Application",
        "rt|devTime",
        "start|TimeGenerated",
        "dtz",
        "cs2Label",
        "cs2|URLCategory",
        "PanOSURLCategory",
        "cat",
        "Subtype|LogSubtype",
        "requestContext|Referer|PanOSReferer|PanOSHTTPReferer",
        "PanOSSourceHostname|PanOSSourceDeviceHost|SourceDeviceHost|SrcHost|shost",
        "PanOSSourceMac|PanOSSourceDeviceMac|SourceDeviceMac|SrcMac|smac",
        "ReceiveTime",
        "PanOSURLCategoryList|URLCategoryList");

    private enum Key
    {
        Source,
        Destination,
        User,
        Action,
        Url,
        Application,
        Received,
        Generated,
        Zone,
        CategoryLabel,
        Category,
        OtherCategory,
        Type,
        Subtype,
        Referrer,
        Host,
        Mac,
        WrittenDown,
        Categories,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        const int LongestStart = 64;
        var comma = line[..Math.Min(line.Length, LongestStart)].IndexOf((byte)',');
        return comma >= 0 && line.Length > comma + 20 && line[comma + 5] == '/' && line[comma + 8] == '/'
            ? ReadCsv(line, ref fields)
            : comma < 0 || !line.StartsWith("Domain,Receive Time,Serial"u8) ? ReadPairs(line, ref fields) : fields.IsNote = true;
    }

    private bool ReadCsv(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_row.TrySplit(line) || _row.Count < 7 || !IsType(Field(line, 3)) || Field(line, 2).IsEmpty)
        {
            return false;
        }

        if (!Field(line, 3).SequenceEqual("THREAT"u8) || !Field(line, 4).SequenceEqual("url"u8))
        {
            return fields.IsNote = true;
        }

        if (_row.Count < LeastFields || !TryTime(line, out fields.EndTicks))
        {
            return false;
        }

        fields.DestinationAddress = Field(line, 8);
        fields.Application = Known(Field(line, 14));
        fields.Category = Known(Field(line, 75)) is { IsEmpty: false } all ? all : Category(Field(line, 33));
        fields.Referrer = Known(Field(line, 49));
        fields.Device = Known(Field(line, 86)) is { IsEmpty: false } host ? host : Known(Field(line, 87));
        SetUser(Field(line, 12), Field(line, 7), ref fields);
        return Finish(Field(line, 31), Field(line, 30), ref fields);
    }

    private bool TryTime(ReadOnlySpan<byte> line, out long ticks)
    {
        const int OffsetLength = 6;
        var generated = Field(line, 6);
        var precise = Field(line, HighResolution);
        return (precise.Length > 19 + OffsetLength
                && generated.Length == 19
                && precise[10] == 'T'
                && LogTime.TryOffset(precise[^OffsetLength..], out _)
                && Time.TryDateAndTime(generated[..10], generated[11..], precise[^OffsetLength..], out ticks))
            || Time.TryIso(generated, out ticks)
            || Time.TryIso(Field(line, 1), out ticks);
    }

    private bool ReadPairs(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        const int LongestStart = 512;
        var start = line[..Math.Min(line.Length, LongestStart)];
        if (start.IndexOf("|Palo Alto Networks|"u8) < 0)
        {
            return false;
        }

        var cef = default(CefLine);
        var leef = default(LeefLine);
        var isCloud = false;
        var isUrl = false;
        var isCef = cef.TrySplit(line);
        if (isCef)
        {
            // PAN-OS's own template has subtype and type there, the logging service type and subtype.
            if (!Is(cef.Vendor, "Palo Alto Networks"u8) || !(IsType(cef.EventId) || IsType(cef.Name)))
            {
                return false;
            }

            isCloud = Is(cef.Product, "LF"u8);
            isUrl = Is(cef.EventId, "url"u8) || Is(cef.Name, "url"u8);
            _pairs.Read(line, cef.Pairs);
        }
        else
        {
            if (!leef.TrySplit(line) || !Is(leef.Vendor, "Palo Alto Networks"u8))
            {
                return false;
            }

            // The usual template separates by bars without saying so.
            var separator = leef.Attributes.Contains(leef.Separator) ? leef.Separator : (byte)'|';
            _pairs.Read(line, new KeyValues(leef.Attributes, separator));
            if (!_pairs.Has((int)Key.Subtype) && !IsType(Raw(line, Key.Type)))
            {
                return false;
            }

            isUrl = Is(Raw(line, Key.Subtype), "url"u8);
        }

        if (!isUrl)
        {
            return fields.IsNote = true;
        }

        if (!TryPairTime(line, isCloud, out fields.EndTicks))
        {
            return false;
        }

        fields.DestinationAddress = Raw(line, Key.Destination);
        fields.Application = Known(Text(line, Key.Application, isCef));
        fields.Referrer = isCef && !isCloud ? [] : Known(Text(line, Key.Referrer, isCef));
        fields.Device = Known(Text(line, Key.Host, isCef)) is { IsEmpty: false } host ? host : Known(Raw(line, Key.Mac));
        var category = Text(line, Key.Category, isCef);
        fields.Category = Known(Text(line, Key.Categories, isCef)) is { IsEmpty: false } all ? all : Category(
            !category.IsEmpty && (!isCef || Raw(line, Key.CategoryLabel).EndsWith("Category"u8)) ? category
            : Text(line, Key.OtherCategory, isCef) is { IsEmpty: false } other ? other
            : isCloud ? Text(line, Key.Type, isCef) : []);
        SetUser(Text(line, Key.User, isCef), Raw(line, Key.Source), ref fields);
        return Finish(Text(line, Key.Url, isCef), Raw(line, Key.Action), ref fields);
    }

    /// <summary>The logging service receives late what a firewall has held back: there the generated time is the right one.</summary>
    private bool TryPairTime(ReadOnlySpan<byte> line, bool isCloud, out long ticks)
    {
        var isUtc = Is(Raw(line, Key.Zone), "UTC"u8);
        return (isCloud && TryAnyTime(Raw(line, Key.Generated), isUtc, out ticks)) || TryAnyTime(Raw(line, Key.Received), isUtc, out ticks) || Time.TryIso(Raw(line, Key.WrittenDown), out ticks);
    }

    private bool TryAnyTime(ReadOnlySpan<byte> text, bool isUtc, out long ticks)
    {
        text = isUtc && text.Length is > 0 and < 40 && char.IsAsciiDigit((char)text[^1]) && !LogTime.TryEpoch(text, out _) ? Scratch.Join(text, " UTC"u8) : text;
        return LogTime.TryEpoch(text, out ticks) || Time.TryNamed(text, out ticks) || Time.TryIso(text, out ticks);
    }

    private static bool Finish(ReadOnlySpan<byte> url, ReadOnlySpan<byte> action, ref LogFields fields)
    {
        // PAN-OS puts quotes around the address, also where CEF needs none.
        url = url is [(byte)'"', .., (byte)'"'] ? url[1..^1] : url;
        fields.Url = url;
        fields.Host = UrlHost.OfLoose(url);
        fields.Action = Verdict(action);
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        fields.IsQuic = Is(fields.Application, "quic"u8);
        return !action.IsEmpty;
    }

    /// <summary>With X-Forwarded-For in use, the column has the address that the header names in the place of a user.</summary>
    private static void SetUser(ReadOnlySpan<byte> user, ReadOnlySpan<byte> source, ref LogFields fields)
    {
        var forwarded = "x-fwd-for:"u8;
        var isForwarded = user.StartsWith(forwarded);
        fields.SourceAddress = isForwarded && Known(user[forwarded.Length..]) is { IsEmpty: false } address ? address : source;
        fields.User = isForwarded ? [] : Known(user);
    }

    private static LogAction Verdict(ReadOnlySpan<byte> action)
    {
        if (Is(action, "alert"u8) || Is(action, "allow"u8) || Is(action, "continue"u8) || Is(action, "override"u8))
        {
            return LogAction.Allowed;
        }

        return action.StartsWith("block"u8) || action.StartsWith("drop"u8) || action.StartsWith("reset"u8)
            || Is(action, "deny"u8) || Is(action, "sinkhole"u8) || Is(action, "override-lockout"u8) || Is(action, "random-drop"u8)
            ? LogAction.Blocked
            : LogAction.Other;
    }

    private static ReadOnlySpan<byte> Category(ReadOnlySpan<byte> category) => Is(category, "any"u8) || Is(category, "not-resolved"u8) ? [] : Known(category);

    private static bool IsType(ReadOnlySpan<byte> type) =>
        Is(type, "THREAT"u8) || Is(type, "TRAFFIC"u8) || Is(type, "SYSTEM"u8) || Is(type, "CONFIG"u8) || Is(type, "USERID"u8) || Is(type, "HIPMATCH"u8)
        || Is(type, "HIP-MATCH"u8) || Is(type, "GLOBALPROTECT"u8) || Is(type, "CORRELATION"u8) || Is(type, "DECRYPTION"u8) || Is(type, "AUTHENTICATION"u8)
        || Is(type, "IPTAG"u8) || Is(type, "SCTP"u8) || Is(type, "GTP"u8) || Is(type, "AUDIT"u8);

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int index) => _row.Field(line, index, Scratch);

    private ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> line, Key key) => _pairs[line, (int)key];

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, Key key, bool isEscaped) => isEscaped ? Scratch.Unescape(Raw(line, key)) : Raw(line, key);
}
