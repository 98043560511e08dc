using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.DefenderNetwork;

/// <summary>
/// Reads records of advanced hunting: JSON of the streaming API (the row under <c>properties</c>) or of a query's result, or a CSV export
/// with its header. What a record is, <c>ActionType</c> says. Connections, requests and queries that were inspected are events, allowed;
/// network protection's and SmartScreen's blocks are blocked, and a user's going on in spite of a warning is a record of its own. A
/// connection that failed or was only tried counts for nothing.
/// </summary>
internal sealed class DefenderNetworkReader(LogReaderOptions options) : TextLogReader(DefenderNetworkFormat.FormatName, options)
{
    private const int Stamp = 0;
    private const int Kind = 1;
    private const int DeviceName = 2;
    private const int RemoteUrl = 3;
    private const int RemoteIp = 4;
    private const int LocalIp = 5;
    private const int Upn = 6;
    private const int Account = 7;
    private const int Additional = 8;
    private const int HostDetails = 6;
    private const int Category = 6;
    private const int Experience = 7;
    private const int Direction = 8;
    private static readonly string[] Names =
        ["Timestamp", "ActionType", "DeviceName", "RemoteUrl", "RemoteIP", "LocalIP", "InitiatingProcessAccountUpn", "InitiatingProcessAccountName", "AdditionalFields"];

    /// <summary>In AdditionalFields: what holds the host, by kind of record, and three more.</summary>
    private static readonly string[] Details = ["Uri", "DisplayName", "server_name", "host", "query", "DnsQueryString", "ResponseCategory", "Experience", "direction"];

    private readonly JsonFields _json = new(
        [.. Names, .. Names.Select(static n => "properties." + n), .. Details.Select(static d => "AdditionalFields." + d), .. Details.Select(static d => "properties.AdditionalFields." + d), "TimeGenerated"]);

    private readonly JsonFields _details = new(Details);
    private readonly CsvRow _row = new();
    private readonly int[] _columns = new int[Names.Length];
    private bool _isMapped;
    private bool _isJson;

    /// <summary>Whether a line names the columns of an export.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line)
    {
        line = (line.StartsWith("\uFEFF"u8) ? line["\uFEFF"u8.Length..] : line).TrimStart((byte)'"');
        return (line.StartsWith("Timestamp"u8) || line.StartsWith("TimeGenerated"u8)) && line.IndexOf("ActionType"u8) > 0;
    }

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header)
    {
        _isMapped = IsHeader(header);
        if (_isMapped)
        {
            Map(header);
        }
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (IsHeader(line))
        {
            Map(line);
            _isMapped = true;
            fields.IsNote = true;
            return true;
        }

        _isJson = line is [(byte)'{', ..];
        if (_isJson ? !_json.TryRead(line) : !_isMapped || !_row.TrySplit(line) || _row.Count < 3)
        {
            return false;
        }

        var stamp = Value(line, Stamp);
        stamp = stamp.IsEmpty && _isJson ? _json[line, 2 * (Names.Length + Details.Length)] : stamp;
        var kind = Value(line, Kind);
        if (kind.IsEmpty || kind.IndexOf((byte)' ') >= 0 || !TryTime(stamp, out fields.EndTicks))
        {
            return false;
        }

        fields.Device = Value(line, DeviceName);
        fields.SourceAddress = Value(line, LocalIp);
        fields.DestinationAddress = Value(line, RemoteIp);
        fields.User = Person(line);
        fields.Url = Value(line, RemoteUrl);
        fields.Host = UrlHost.OfLoose(fields.Url);
        Judge(kind, ref fields);
        if (!fields.IsNote)
        {
            var text = Value(line, Additional);
            ReadDetails(line, text is [(byte)'{', ..] && _details.TryRead(text) ? text : default, ref fields);
        }

        return true;
    }

    private void ReadDetails(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, ref LogFields fields)
    {
        for (var i = 0; i < HostDetails && fields.Host.IsEmpty; i++)
        {
            var detail = Detail(line, text, i);
            fields.Host = UrlHost.OfLoose(detail);
            fields.Url = fields.Url.IsEmpty && !fields.Host.IsEmpty && detail.IndexOf("://"u8) > 0 ? detail : fields.Url;
        }

        var category = Known(Detail(line, text, Category));
        fields.Category = category.IsEmpty ? Known(Detail(line, text, Experience)) : category;

        // What others asked of this device is no visit.
        fields.IsNote = Is(Detail(line, text, Direction), "In"u8);
    }

    private static void Judge(ReadOnlySpan<byte> kind, ref LogFields fields)
    {
        if (Is(kind, "ExploitGuardNetworkProtectionBlocked"u8) || Is(kind, "SmartScreenUrlWarning"u8))
        {
            fields.Action = LogAction.Blocked;
        }
        else if (Is(kind, "ConnectionSuccess"u8) || Is(kind, "ConnectionFound"u8) || Is(kind, "ConnectionRequest"u8) || Is(kind, "ConnectionAcknowledged"u8)
            || Is(kind, "HttpConnectionInspected"u8) || Is(kind, "SslConnectionInspected"u8) || Is(kind, "DnsConnectionInspected"u8) || Is(kind, "DnsQueryResponse"u8)
            || Is(kind, "ExploitGuardNetworkProtectionAudited"u8) || Is(kind, "SmartScreenUserOverride"u8) || Is(kind, "NetworkProtectionUserBypassEvent"u8))
        {
            fields.Action = LogAction.Allowed;
        }
        else if (Is(kind, "ConnectionFailed"u8) || Is(kind, "ConnectionAttempt"u8))
        {
            fields.Action = LogAction.Other;
        }
        else
        {
            fields.IsNote = true;
        }
    }

    /// <summary>The account of the process that connected; the system's own are nobody.</summary>
    private ReadOnlySpan<byte> Person(ReadOnlySpan<byte> line)
    {
        var upn = Known(Value(line, Upn));
        var account = Known(Value(line, Account));
        return !upn.IsEmpty ? upn
            : Is(account, "system"u8) || Is(account, "local service"u8) || Is(account, "network service"u8) || Is(account, "root"u8) ? []
            : account;
    }

    /// <summary>RFC 3339, in UTC where it has no offset; the portal also exports <c>Nov 24, 2026 9:00:01 AM</c>, in its own zone.</summary>
    private bool TryTime(ReadOnlySpan<byte> stamp, out long ticks)
    {
        var isBare = stamp.Length >= 19 && stamp[4] == '-' && stamp[19..].IndexOfAny("Z+-"u8) < 0;
        return isBare ? Time.TryDateAndTime(stamp[..10], stamp[11..], "UTC"u8, out ticks) : Time.TryIso(stamp, out ticks) || Time.TryNamed(stamp, out ticks);
    }

    /// <summary>One of <see cref="Details"/>: of the object that a text holds, or of an object in the record.</summary>
    private ReadOnlySpan<byte> Detail(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, int index)
    {
        if (!text.IsEmpty)
        {
            return _details[text, index];
        }

        var own = (2 * Names.Length) + index;
        return !_isJson ? [] : _json.Has(own) ? _json[line, own] : _json[line, own + Details.Length];
    }

    private void Map(ReadOnlySpan<byte> header)
    {
        var columns = new ColumnHeader(header.StartsWith("\uFEFF"u8) ? header["\uFEFF"u8.Length..] : header, (byte)',');
        for (var i = 0; i < Names.Length; i++)
        {
            _columns[i] = i == Stamp ? columns.Find(Names[i], "TimeGenerated", "Timestamp [UTC]", "TimeGenerated [UTC]") : columns.Find(Names[i]);
        }
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int index) =>
        !_isJson ? _row.Field(line, _columns[index], Scratch).Trim((byte)' ') : _json.Has(index) ? _json[line, index] : _json[line, index + Names.Length];
}
