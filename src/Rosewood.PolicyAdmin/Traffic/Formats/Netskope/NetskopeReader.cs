using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Netskope;

/// <summary>
/// Reads web transactions, as W3C rows (separated by spaces or, by log streaming, commas) in the documented order or by a header, and as
/// JSON with the same names; and events and alerts of the REST API as JSON. The verdict is <c>x-policy-action</c> or <c>action</c>; where
/// there is none the transaction was let through. A transaction that failed before a policy was asked counts for nothing.
/// </summary>
internal sealed class NetskopeReader(LogReaderOptions options) : TextLogReader(NetskopeFormat.FormatName, options)
{
    private const int Date = 0;
    private const int Clock = 1;
    private const int Stamp = 2;
    private const int User = 3;
    private const int UserIp = 4;
    private const int Client = 5;
    private const int Server = 6;
    private const int Host = 7;
    private const int Sni = 8;
    private const int Uri = 9;
    private const int Url = 10;
    private const int Referrer = 11;
    private const int Bytes = 12;
    private const int Application = 13;
    private const int Category = 14;
    private const int MoreCategories = 15;
    private const int Device = 16;
    private const int Verdict = 17;
    private const int TlsVerdict = 18;
    private const int Error = 19;
    private const int Access = 20;
    private const int Taken = 21;

    /// <summary>The first generation of transaction events has 46 columns and more.</summary>
    private const int LeastColumns = 42;

    private const long LongestTaken = 86_400_000;

    private static readonly string[] Names =
    [
        "date", "time", "x-cs-timestamp", "cs-username", "x-cs-userip", "c-ip", "s-ip", "cs-host", "x-cs-sni", "cs-uri", "x-cs-url", "cs-referer", "sc-bytes", "x-cs-app", "x-category", "x-other-category", "x-c-hostname",
        "x-policy-action", "x-ssl-policy-action", "x-error", "x-cs-access-method", "time-taken",
    ];

    /// <summary>Where Netskope's own order has them; what came later is behind what every tenant has.</summary>
    private static readonly int[] Places = [0, 1, 41, 8, 43, 6, 7, 17, 53, 18, 111, 20, 4, 23, 46, 47, -1, 137, 90, 135, 22, 2];

    private static readonly string[] Events =
        ["timestamp", "type", "user", "userip", "srcip", "dstip", "url", "domain", "host", "app", "category", "action", "hostname", "server_bytes", "referer", "access_method"];

    private readonly JsonFields _transaction = new(Names);
    private readonly JsonFields _event = new(Events);
    private readonly CsvRow _row = new();
    private readonly int[] _columns = [.. Places];
    private byte _delimiter;
    private bool _isMapped;
    private bool _isJson;

    /// <summary>Whether a line names the columns.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) =>
        (line.StartsWith("#Fields: "u8) || line.StartsWith("date time "u8) || line.StartsWith("date,time,"u8)) && line.IndexOf("x-cs-access-method"u8) > 0 && line.IndexOf("cs-username"u8) > 0;

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header)
    {
        Places.CopyTo(_columns, 0);
        _isMapped = false;
        if (IsHeader(header))
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
            fields.IsNote = true;
            return true;
        }

        if (line is [(byte)'#', ..])
        {
            fields.IsNote = line.StartsWith("#Version: "u8) || line.StartsWith("#Software: "u8) || line.StartsWith("#Date: "u8) || line.StartsWith("#Remark: "u8);
            return fields.IsNote;
        }

        _isJson = line is [(byte)'{', ..];
        if (!_isJson)
        {
            return TryRow(line) && ReadTransaction(line, ref fields);
        }

        return _transaction.TryRead(line) && (_transaction.Has(Access) && _transaction.Has(User) ? ReadTransaction(line, ref fields) : _event.TryRead(line) && ReadEvent(line, ref fields));
    }

    private bool ReadTransaction(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var date = Value(line, Date);
        if (!LogTime.TryEpoch(Value(line, Stamp), out fields.EndTicks) && !Time.TryDateAndTime(date, Value(line, Clock), "UTC"u8, out fields.EndTicks))
        {
            return false;
        }

        fields.StartTicks = fields.EndTicks - (Math.Min(Number(Value(line, Taken)), LongestTaken) * TimeSpan.TicksPerMillisecond);
        SetClient(Known(Value(line, User)), Known(Value(line, UserIp)), Known(Value(line, Client)), ref fields);
        fields.DestinationAddress = Known(Value(line, Server));
        fields.Host = UrlHost.OfLoose(Known(Value(line, Host)));
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(Known(Value(line, Sni))) : fields.Host;
        var url = Known(Value(line, Url));
        fields.Url = url.IsEmpty ? Known(Value(line, Uri)) : url;
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfUrl(fields.Url) : fields.Host;
        fields.Referrer = Known(Value(line, Referrer));
        fields.Bytes = Number(Value(line, Bytes));
        fields.Application = Known(Value(line, Application));
        fields.Device = Known(Value(line, Device));
        fields.Category = Known(Value(line, Category));
        var more = Known(Value(line, MoreCategories));
        fields.Category = more.IsEmpty ? fields.Category : fields.Category.IsEmpty ? more : Scratch.Join(Scratch.Join(fields.Category, ","u8), more);
        fields.Action = ActionOf(line);
        return true;
    }

    private LogAction ActionOf(ReadOnlySpan<byte> line)
    {
        var verdict = Known(Value(line, Verdict));
        if (!verdict.IsEmpty && !Is(verdict, "NotChecked"u8))
        {
            return ActionOfWord(verdict);
        }

        if (Is(Value(line, TlsVerdict), "block"u8))
        {
            return LogAction.Blocked;
        }

        return Known(Value(line, Error)).IsEmpty ? LogAction.Allowed : LogAction.Other;
    }

    private static LogAction ActionOfWord(ReadOnlySpan<byte> word) =>
        Is(word, "block"u8) || Is(word, "blocked"u8) || Is(word, "quarantine"u8) || Is(word, "reset"u8) ? LogAction.Blocked
        : Is(word, "allow"u8) || Is(word, "allowed"u8) || Is(word, "alert"u8) || Is(word, "useralert"u8) || Is(word, "bypass"u8) || Is(word, "isolate"u8) || Is(word, "proceed"u8) || Is(word, "none"u8) ? LogAction.Allowed
        : LogAction.Other;

    /// <summary>A page, application, connection or alert of the REST API; what names neither host nor application is about no visit.</summary>
    private bool ReadEvent(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_event.Has(1) || !_event.Has(2) || !(_event.Has(15) || _event.Has(9)) || !LogTime.TryEpoch(_event[line, 0], out fields.EndTicks))
        {
            return false;
        }

        SetClient(Known(_event[line, 2]), Known(_event[line, 3]), Known(_event[line, 4]), ref fields);
        fields.DestinationAddress = Known(_event[line, 5]);
        fields.Url = Known(_event[line, 6]);
        fields.Host = UrlHost.OfLoose(fields.Url);
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(Known(_event[line, 7])) : fields.Host;
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(Known(_event[line, 8])) : fields.Host;
        fields.Application = Known(_event[line, 9]);
        fields.Category = Known(_event[line, 10]);
        fields.Device = Known(_event[line, 12]);
        fields.Bytes = Number(_event[line, 13]);
        fields.Referrer = Known(_event[line, 14]);
        fields.Action = _event.Has(11) ? ActionOfWord(_event[line, 11]) : LogAction.Allowed;
        fields.IsNote = fields.Host.IsEmpty && fields.Application.IsEmpty;
        return true;
    }

    /// <summary>Where nobody is known Netskope takes the client's address for the user.</summary>
    private static void SetClient(ReadOnlySpan<byte> user, ReadOnlySpan<byte> inner, ReadOnlySpan<byte> outer, ref LogFields fields)
    {
        var isAddress = DnsText.IsAddress(user);
        fields.User = isAddress ? [] : user;
        fields.SourceAddress = !inner.IsEmpty ? inner : isAddress ? user : outer;
    }

    private bool TryRow(ReadOnlySpan<byte> line)
    {
        var delimiter = _isMapped ? _delimiter : line.Length > 10 ? line[10] : default;
        if (delimiter is not ((byte)' ' or (byte)',' or (byte)'\t') || !_row.TrySplit(line, delimiter))
        {
            return false;
        }

        // Without a header the time that stands twice proves the order.
        return _isMapped
            ? _row.Count > 5
            : _row.Count >= LeastColumns && LogTime.TryEpoch(Value(line, Stamp), out _) && LogTime.TryNumber(Value(line, Bytes), out _);
    }

    private void Map(ReadOnlySpan<byte> header)
    {
        header = header.StartsWith("#Fields: "u8) ? header["#Fields: "u8.Length..] : header;
        _delimiter = header.Contains((byte)',') ? (byte)',' : header.Contains((byte)'\t') ? (byte)'\t' : (byte)' ';
        var columns = new ColumnHeader(header, _delimiter);
        for (var i = 0; i < Names.Length; i++)
        {
            _columns[i] = columns.Find(Names[i]);
        }

        _isMapped = true;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int index) =>
        _isJson ? _transaction[line, index] : _row.Field(line, _columns[index], Scratch).Trim((byte)' ');
}
