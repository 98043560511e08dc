using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.ZscalerWeb;

/// <summary>
/// Reads the web feed in its three default forms: a time and tab-separated pairs (Splunk's), quoted CSV in the order of the documented
/// default, and JSON under <c>event</c> with the names of either. Addresses have no scheme; <c>None</c>, <c>NA</c> and <c>Unknown</c> stand
/// for nothing; where nobody logged in the user is the location's name, which is no person.
/// </summary>
internal sealed class ZscalerWebReader(LogReaderOptions options) : TextLogReader(ZscalerWebFormat.FormatName, options)
{
    private readonly JsonFields _json = new(
        "event.datetime", "event.time", "event.login", "event.user", "event.eurl", "event.url", "event.hostname", "event.host", "event.respsize", "event.responsesize", "event.urlcat", "event.urlcategory",
        "event.cip", "event.ClientIP", "event.sip", "event.serverip", "event.respcode", "event.status", "event.ereferer", "event.refererURL",
        "event.action", "event.appname", "event.location", "event.devicehostname", "event.epochtime", "sourcetype", "event.tz");

    private readonly CsvRow _row = new();

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var record = default(Record);
        if (line is [(byte)'{', ..] ? !TryJson(line, ref record) : line is [(byte)'"', ..] ? !TryCsv(line, ref record) : !TryPairs(line, ref record))
        {
            return false;
        }

        if (!LogTime.TryEpoch(record.Epoch, out fields.EndTicks) && !Time.TryNamed(record.Stamp, out fields.EndTicks) && !Time.TryIso(record.Stamp, out fields.EndTicks))
        {
            return false;
        }

        fields.User = IsLocation(record.User, record.Location) ? [] : Known(record.User);
        fields.Url = Known(record.Url);
        fields.Host = UrlHost.OfLoose(Known(record.Host));
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(fields.Url) : fields.Host;
        fields.SourceAddress = Known(record.Client);
        fields.DestinationAddress = Known(record.Server);
        fields.Referrer = Known(record.Referrer);
        fields.Bytes = Number(record.Bytes);
        fields.Category = Known(record.Category);
        fields.Application = Known(record.Application);
        fields.Device = Known(record.Device);
        fields.Action = record.Status.SequenceEqual("407"u8) ? LogAction.Other
            : Begins(record.Action, "Allow"u8) ? LogAction.Allowed
            : Begins(record.Action, "Block"u8) ? LogAction.Blocked
            : LogAction.Other;
        fields.IsOpenVerdict = fields.Action == LogAction.Other && !record.Status.SequenceEqual("407"u8);
        return !record.Action.IsEmpty;
    }

    /// <summary><c>location</c>, or <c>location->department</c>.</summary>
    private static bool IsLocation(ReadOnlySpan<byte> user, ReadOnlySpan<byte> location) =>
        !location.IsEmpty && user.StartsWith(location) && (user.Length == location.Length || user[location.Length..].StartsWith("->"u8));

    private static bool Begins(ReadOnlySpan<byte> word, ReadOnlySpan<byte> start) => word.Length >= start.Length && Is(word[..start.Length], start);

    private bool TryJson(ReadOnlySpan<byte> line, ref Record record)
    {
        if (!_json.TryRead(line) || !_json[line, 25].StartsWith("zscaler"u8))
        {
            return false;
        }

        record.Stamp = LogTime.TryOffset(_json[line, 26], out _) ? Scratch.Join(Scratch.Join(Either(line, 0), " "u8), _json[line, 26]) : Either(line, 0);
        record.User = Either(line, 2);
        record.Url = Either(line, 4);
        record.Host = Either(line, 6);
        record.Bytes = Either(line, 8);
        record.Category = Either(line, 10);
        record.Client = Either(line, 12);
        record.Server = Either(line, 14);
        record.Status = Either(line, 16);
        record.Referrer = Either(line, 18);
        record.Action = _json[line, 20];
        record.Application = _json[line, 21];
        record.Location = _json[line, 22];
        record.Device = _json[line, 23];
        record.Epoch = _json[line, 24];
        return !record.Url.IsEmpty || !record.Host.IsEmpty;
    }

    /// <summary>A value by one of its two names, which are behind each other.</summary>
    private ReadOnlySpan<byte> Either(ReadOnlySpan<byte> line, int first) => _json.Has(first) ? _json[line, first] : _json[line, first + 1];

    /// <summary>
    /// time, login, proto, eurl, action, appname, appclass, reqsize, respsize, stime, ctime, urlclass, urlsupercat, urlcat, …; since 2023
    /// app_status before appclass, and no stime and ctime. From location on both orders are one.
    /// </summary>
    private bool TryCsv(ReadOnlySpan<byte> line, ref Record record)
    {
        if (!_row.TrySplit(line) || _row.Count < 27)
        {
            return false;
        }

        var isNew = !IsNumber(line, 7) && IsNumber(line, 8) && IsNumber(line, 9);
        if (!isNew && !(IsNumber(line, 7) && IsNumber(line, 8) && IsNumber(line, 9) && IsNumber(line, 10)))
        {
            return false;
        }

        record.Stamp = Value(line, 0);
        record.User = Value(line, 1);
        record.Url = Value(line, 3);
        record.Action = Value(line, 4);
        record.Application = Value(line, 5);
        record.Bytes = Value(line, isNew ? 9 : 8);
        record.Category = Value(line, isNew ? 12 : 13);
        record.Location = Value(line, 19);
        record.Client = Value(line, 21);
        record.Server = Value(line, 22);
        record.Status = Value(line, 24);
        record.Referrer = Value(line, 26);
        record.Device = Value(line, 32);
        return true;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int column) => _row.Field(line, column, Scratch).Trim((byte)' ');

    private bool IsNumber(ReadOnlySpan<byte> line, int column) => LogTime.TryNumber(Value(line, column), out _);

    /// <summary>A time, and pairs such as <c>reason=Allowed</c> and <c>vendor=Zscaler</c>, with tabs between them.</summary>
    private static bool TryPairs(ReadOnlySpan<byte> line, ref Record record)
    {
        var tab = line.IndexOf((byte)'\t');
        if (tab < 19 || line.IndexOf("\tvendor=Zscaler"u8) < 0)
        {
            return false;
        }

        record.Stamp = line[..tab].Trim((byte)'"');
        var pairs = new KeyValues(line[(tab + 1)..], (byte)'\t');
        while (pairs.MoveNext())
        {
            Take(pairs.Key, pairs.Value, ref record);
        }

        return !record.Url.IsEmpty || !record.Host.IsEmpty;
    }

    private static void Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ref Record record)
    {
        switch (key)
        {
            case var k when k.SequenceEqual("action"u8):
                record.Action = value;
                break;
            case var k when k.SequenceEqual("user"u8):
                record.User = value;
                break;
            case var k when k.SequenceEqual("url"u8):
                record.Url = value;
                break;
            case var k when k.SequenceEqual("hostname"u8):
                record.Host = value;
                break;
            case var k when k.SequenceEqual("ClientIP"u8):
                record.Client = value;
                break;
            case var k when k.SequenceEqual("serverip"u8):
                record.Server = value;
                break;
            case var k when k.SequenceEqual("responsesize"u8):
                record.Bytes = value;
                break;
            case var k when k.SequenceEqual("urlcategory"u8):
                record.Category = value;
                break;
            case var k when k.SequenceEqual("refererURL"u8):
                record.Referrer = value;
                break;
            case var k when k.SequenceEqual("appname"u8):
                record.Application = value;
                break;
            case var k when k.SequenceEqual("location"u8):
                record.Location = value;
                break;
            case var k when k.SequenceEqual("status"u8):
                record.Status = value;
                break;
            case var k when k.SequenceEqual("devicehostname"u8):
                record.Device = value;
                break;
            case var k when k.SequenceEqual("epochtime"u8):
                record.Epoch = value;
                break;
        }
    }

    private ref struct Record
    {
        public ReadOnlySpan<byte> Stamp;
        public ReadOnlySpan<byte> Epoch;
        public ReadOnlySpan<byte> User;
        public ReadOnlySpan<byte> Url;
        public ReadOnlySpan<byte> Host;
        public ReadOnlySpan<byte> Action;
        public ReadOnlySpan<byte> Application;
        public ReadOnlySpan<byte> Bytes;
        public ReadOnlySpan<byte> Category;
        public ReadOnlySpan<byte> Location;
        public ReadOnlySpan<byte> Client;
        public ReadOnlySpan<byte> Server;
        public ReadOnlySpan<byte> Status;
        public ReadOnlySpan<byte> Referrer;
        public ReadOnlySpan<byte> Device;
    }
}
