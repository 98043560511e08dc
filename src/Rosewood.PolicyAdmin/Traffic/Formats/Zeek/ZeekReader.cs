using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Zeek;

/// <summary>
/// Reads Zeek's logs: tab-separated rows by their <c>#fields</c> line, or JSON. Requests of <c>http.log</c>, queries of <c>dns.log</c> and
/// handshakes of <c>ssl.log</c> and <c>quic.log</c> are events, allowed as far as the sensor can tell; a query answered <c>REFUSED</c> or
/// with an address that leads nowhere is blocked. Zeek's own user names are what a browser sent to the far end, and not used.
/// </summary>
internal sealed class ZeekReader(LogReaderOptions options) : TextLogReader(ZeekFormat.FormatName, options)
{
    private const int Stamp = 0;
    private const int Uid = 1;
    private const int Source = 2;
    private const int Target = 3;
    private const int HttpDepth = 4;
    private const int HttpHost = 5;
    private const int HttpUri = 6;
    private const int HttpReferrer = 7;
    private const int HttpLength = 8;
    private const int TlsEstablished = 9;
    private const int TlsName = 10;
    private const int DnsTransaction = 11;
    private const int DnsName = 12;
    private const int DnsCode = 13;
    private const int DnsAnswers = 14;
    private const int QuicId = 15;
    private const int SourceNested = 16;
    private const int TargetNested = 17;
    private const int Path = 18;
    private static readonly string[] Names =
    [
        "ts", "uid", "id.orig_h", "id.resp_h", "trans_depth", "host", "uri", "referrer", "response_body_len", "established", "server_name",
        "trans_id", "query", "rcode_name", "answers", "client_initial_dcid",
    ];

    private readonly JsonFields _json = new([.. Names.Select(static n => n.Replace(".", "\\.", StringComparison.Ordinal)), "id.orig_h", "id.resp_h", "_path"]);
    private readonly CsvRow _row = new();
    private readonly int[] _columns = new int[Names.Length];
    private int _count;
    private bool _isMapped;
    private bool _isJson;

    /// <summary>Whether a line names the columns.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line) => line.StartsWith("#fields\t"u8);

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
        if (line is [(byte)'#', ..])
        {
            return ReadDirective(line, ref fields);
        }

        _isJson = line is [(byte)'{', ..];
        if (_isJson ? !_json.TryRead(line) || !(_json.Has(Uid) || _json.Has(Path)) : !_isMapped || !TrySplit(line))
        {
            return false;
        }

        var stamp = Value(line, Stamp);
        if (!LogTime.TryEpoch(stamp, out fields.EndTicks) && !Time.TryIso(stamp, out fields.EndTicks))
        {
            return false;
        }

        fields.SourceAddress = Value(line, Source);
        fields.DestinationAddress = Value(line, Target);
        if (_isJson && fields.SourceAddress.IsEmpty)
        {
            fields.SourceAddress = _json[line, SourceNested];
            fields.DestinationAddress = _json[line, TargetNested];
        }

        fields.Action = LogAction.Allowed;
        ReadKind(line, ref fields);
        return true;
    }

    private void ReadKind(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (Has(HttpDepth))
        {
            fields.Url = Value(line, HttpUri);
            fields.Host = UrlHost.OfLoose(Value(line, HttpHost));
            fields.Host = fields.Host.IsEmpty ? UrlHost.OfUrl(fields.Url) : fields.Host;
            fields.Referrer = Value(line, HttpReferrer);
            fields.Bytes = Number(Value(line, HttpLength));
        }
        else if (Has(DnsTransaction))
        {
            var answers = Value(line, DnsAnswers);
            var first = answers.IndexOf((byte)',') is >= 0 and var comma ? answers[..comma] : answers;
            fields.Host = DnsText.Host(Value(line, DnsName));
            fields.Action = Value(line, DnsCode).SequenceEqual("REFUSED"u8) || DnsText.IsNowhere(first) ? LogAction.Blocked : LogAction.Allowed;

            // Zeek sees replies to queries that it did not see.
            fields.IsNote = fields.Host.IsEmpty;
        }
        else if (Has(QuicId) || Has(TlsEstablished))
        {
            fields.IsQuic = Has(QuicId);
            fields.Host = UrlHost.OfLoose(Value(line, TlsName));
        }
        else
        {
            fields.IsNote = true;
        }
    }

    private bool ReadDirective(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        fields.IsNote = true;
        if (IsHeader(line))
        {
            Map(line);
            _isMapped = true;
            return true;
        }

        return line.StartsWith("#separator "u8) || line.StartsWith("#set_separator\t"u8) || line.StartsWith("#empty_field\t"u8) || line.StartsWith("#unset_field\t"u8)
            || line.StartsWith("#path\t"u8) || line.StartsWith("#open\t"u8) || line.StartsWith("#close\t"u8) || line.StartsWith("#types\t"u8);
    }

    private void Map(ReadOnlySpan<byte> header)
    {
        var columns = new ColumnHeader(header["#fields\t"u8.Length..], (byte)'\t');
        _count = columns.Count;
        for (var i = 0; i < Names.Length; i++)
        {
            _columns[i] = columns.Find(Names[i]);
        }
    }

    /// <summary>Rows have all columns; quotes mean nothing in them.</summary>
    private bool TrySplit(ReadOnlySpan<byte> line)
    {
        if (line.Count((byte)'\t') + 1 != _count || _columns[Stamp] < 0)
        {
            return false;
        }

        _row.SplitPlain(line, (byte)'\t');
        return true;
    }

    private bool Has(int index) => _isJson ? _json.Has(index) : _columns[index] >= 0;

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int index)
    {
        if (_isJson)
        {
            return _json[line, index];
        }

        var value = _row.Field(line, _columns[index], Scratch);
        return value.SequenceEqual("-"u8) || value.SequenceEqual("(empty)"u8) ? [] : Unhex(value);
    }

    /// <summary>Zeek writes what is not to stand in a field as <c>\x09</c>.</summary>
    private ReadOnlySpan<byte> Unhex(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf("\\x"u8) < 0)
        {
            return value;
        }

        var room = Scratch.Room(value.Length);
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 3 < value.Length && value[i + 1] == 'x' && System.Buffers.Text.Utf8Parser.TryParse(value.Slice(i + 2, 2), out byte b, out var used, 'x') && used == 2)
            {
                room[length++] = b;
                i += 3;
            }
            else
            {
                room[length++] = value[i];
            }
        }

        return Scratch.Take(length);
    }
}
