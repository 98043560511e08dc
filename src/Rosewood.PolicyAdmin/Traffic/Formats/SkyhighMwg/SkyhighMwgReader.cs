using System.Text;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SkyhighMwg;

/// <summary>
/// Reads the gateway's lines by the last header, and before any in the default form: time, user, address, status, request, categories,
/// reputation, type, bytes to the client, perhaps bytes from it, agent, virus, block's number, perhaps application. The block's number is
/// 0 where nothing was blocked; 1 to 3 are the gateway's own errors; 407 asks for a login. A format without that number shows no verdict, and
/// counts as allowed. A header counts only where the reader was told to begin.
/// </summary>
internal sealed class SkyhighMwgReader(LogReaderOptions options) : TextLogReader(SkyhighMwgFormat.FormatName, options)
{
    private const int LastError = 3;
    private readonly SpacedRow _row = new();
    private bool _isBegun;
    private Columns? _columns;

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header)
    {
        _isBegun = true;
        _columns = SkyhighMwgFormat.Header(header) is { } names ? new Columns(names) : null;
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line is [(byte)'#', ..])
        {
            if (!_isBegun || SkyhighMwgFormat.Header(line) is not { } names)
            {
                return false;
            }

            _columns = new Columns(names);
            return fields.IsNote = true;
        }

        if (!_row.TrySplit(line, (byte)' ', isDoubled: false))
        {
            return false;
        }

        if (_columns is { } named)
        {
            return _row.Count == named.Count && ReadRow(line, named, ref fields);
        }

        return IsDefault(line, out var agent) && ReadRow(line, agent == Columns.Shorter.Agent ? Columns.Shorter : Columns.Longer, ref fields);
    }

    private bool IsDefault(ReadOnlySpan<byte> line, out int agent)
    {
        const byte Quote = (byte)'"';
        agent = _row.Mark(Columns.Shorter.Agent) == Quote ? Columns.Shorter.Agent : Columns.Longer.Agent;
        return _row.Count > agent + 2
            && _row.Mark(0) == '['
            && _row.Mark(1) == Quote
            && _row.Mark(2) == 0
            && _row.Field(line, 3).Length <= 3
            && LogTime.TryNumber(_row.Field(line, 3), out _)
            && _row.Mark(4) == Quote
            && _row.Mark(5) == Quote
            && _row.Mark(7) == Quote
            && _row.Mark(agent) == Quote
            && _row.Mark(agent + 2) == Quote
            && LogTime.TryNumber(_row.Field(line, 8), out _);
    }

    private bool ReadRow(ReadOnlySpan<byte> line, Columns columns, ref LogFields fields)
    {
        var time = Field(line, columns.Time);
        if (!Time.TryClf(time, out fields.EndTicks) && !Time.TryIso(time, out fields.EndTicks) && !LogTime.TryEpoch(time, out fields.EndTicks))
        {
            return false;
        }

        fields.User = Known(Field(line, columns.User));
        fields.SourceAddress = Known(Field(line, columns.Client));
        fields.DestinationAddress = Known(Field(line, columns.Server));
        fields.Bytes = Number(Field(line, columns.Bytes));
        fields.Category = Known(Field(line, columns.Categories));
        fields.Application = Known(Field(line, columns.Application));
        fields.Referrer = Known(Field(line, columns.Referrer));
        var request = Field(line, columns.Request);
        var method = FirstWord(request);
        fields.Url = columns.Url >= 0 ? Known(Field(line, columns.Url)) : Url(request, method.Length);
        fields.Host = UrlHost.OfLoose(fields.Url) is { IsEmpty: false } host ? host : UrlHost.OfLoose(Known(Field(line, columns.Host)));
        fields.Action = Is(method, "CERTVERIFY"u8) ? LogAction.Other : Verdict(Field(line, columns.Status), columns.Block >= 0, Field(line, columns.Block));
        return columns.Url >= 0 || !fields.Url.IsEmpty || Known(request).IsEmpty;
    }

    private static LogAction Verdict(ReadOnlySpan<byte> status, bool hasBlock, ReadOnlySpan<byte> block)
    {
        if (status.SequenceEqual("407"u8))
        {
            return LogAction.Other;
        }

        if (!hasBlock)
        {
            return LogAction.Allowed;
        }

        return !LogTime.TryNumber(block, out var number) ? LogAction.Other
            : number == 0 ? LogAction.Allowed
            : number <= LastError ? LogAction.Other
            : LogAction.Blocked;
    }

    /// <summary><c>GET http://www.example.org/ HTTP/1.1</c>.</summary>
    private static ReadOnlySpan<byte> Url(ReadOnlySpan<byte> request, int start)
    {
        var rest = request[start..].Trim((byte)' ');
        var last = rest.LastIndexOf((byte)' ');
        return last > 0 && rest[(last + 1)..].StartsWith("HTTP/"u8) ? rest[..last] : rest;
    }

    private static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> text)
    {
        var space = text.IndexOf((byte)' ');
        return space < 0 ? text : text[..space];
    }

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column) => column < 0 ? [] : _row.Field(line, column);

    /// <summary>Which column holds what; −1: none.</summary>
    private sealed class Columns
    {
        public Columns(ColumnHeader names)
        {
            Count = names.Count;
            Time = names.Find("time_stamp");
            User = names.Find("auth_user", "user_name", "user");
            Client = names.Find("src_ip", "client_ip");
            Server = names.Find("dst_ip", "server_ip", "dest_ip");
            Status = names.Find("status_code", "status");
            Request = names.Find("req_line");
            Url = names.Find("url");
            Host = names.Find("url_host", "host", "dst_host");
            Categories = names.Find("categories", "category");
            Bytes = names.Find("bytes_to_client", "bytes_sent_to_client");
            Agent = names.Find("user_agent");
            Block = names.Find("block_res", "block_id", "block_reason_id");
            Application = names.Find("application_name", "app_name", "application");
            Referrer = names.Find("referer", "referrer");
        }

        public static Columns Shorter { get; } = Of("");

        public static Columns Longer { get; } = Of("bytes_from_client ");

        public int Count { get; }

        public int Time { get; }

        public int User { get; }

        public int Client { get; }

        public int Server { get; }

        public int Status { get; }

        public int Request { get; }

        public int Url { get; }

        public int Host { get; }

        public int Categories { get; }

        public int Bytes { get; }

        public int Agent { get; }

        public int Block { get; }

        public int Application { get; }

        public int Referrer { get; }

        private static Columns Of(string between)
        {
            const string First = "time_stamp auth_user src_ip status_code req_line categories rep_level media_type bytes_to_client ";
            return new Columns(new ColumnHeader(Encoding.ASCII.GetBytes(First + between + "user_agent virus_name block_res application_name"), (byte)' '));
        }
    }
}
