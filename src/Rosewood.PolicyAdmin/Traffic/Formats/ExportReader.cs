using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats;

/// <summary>Reads a filter's export by the columns that its header names.</summary>
/// <param name="format">The format.</param>
/// <param name="columns">Its columns.</param>
/// <param name="options">What the log leaves open.</param>
internal sealed class ExportReader(HeaderFormat format, ExportColumns columns, LogReaderOptions options) : HeaderReader(format, options)
{
    private const int ProxyAuthenticationRequired = 407;
    private const int Forbidden = 403;
    private int _time;
    private int _date;
    private int _user;
    private int _source;
    private int _destination;
    private int _host;
    private int _url;
    private int _referrer;
    private int _action;
    private int _status;
    private int _category;
    private int _device;
    private int _bytes;

    /// <inheritdoc/>
    protected override void Map(ColumnHeader header)
    {
        _time = header.Find(columns.Time);
        _date = header.Find(columns.Date);
        if (_time < 0 || _date == _time)
        {
            (_time, _date) = (Math.Max(_time, _date), -1);
        }

        _user = header.Find(columns.User);
        _source = header.Find(columns.SourceAddress);
        _destination = header.Find(columns.DestinationAddress);
        _host = header.Find(columns.Host);
        _url = header.Find(columns.Url);
        _referrer = header.Find(columns.Referrer);
        _action = header.Find(columns.Action);
        _status = header.Find(columns.Status);
        _category = header.Find(columns.Category);
        _device = header.Find(columns.Device);
        _bytes = header.Find(columns.Bytes);
    }

    /// <inheritdoc/>
    protected override bool ReadRow(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!TryTime(Value(line, _date), Value(line, _time), out fields.EndTicks))
        {
            return false;
        }

        var user = Known(Value(line, _user));
        var isPerson = !AddressText.IsAddress(user) && !Is(user, "unauthenticated"u8) && !Is(user, "unknown user"u8) && !Is(user, "anonymous"u8);
        fields.User = isPerson ? user : [];
        fields.SourceAddress = WithoutPort(Known(Value(line, _source)));
        fields.SourceAddress = fields.SourceAddress.IsEmpty && AddressText.IsAddress(user) ? user : fields.SourceAddress;
        fields.DestinationAddress = WithoutPort(Known(Value(line, _destination)));
        fields.Url = Known(Value(line, _url));
        fields.Host = UrlHost.OfLoose(fields.Url);
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(Known(Value(line, _host))) : fields.Host;
        fields.Referrer = Known(Value(line, _referrer));
        fields.Category = Known(Value(line, _category));
        fields.Device = Known(Value(line, _device));
        fields.Bytes = Number(Value(line, _bytes));
        var status = Number(Value(line, _status));
        var isLogin = status == ProxyAuthenticationRequired;
        fields.Action = isLogin ? LogAction.Other : Action(line, status);
        fields.IsOpenVerdict = !isLogin && fields.Action == LogAction.Other;
        return true;
    }

    private LogAction Action(ReadOnlySpan<byte> line, long status)
    {

        if (_action < 0)
        {
            return status == Forbidden ? LogAction.Blocked : LogAction.Allowed;
        }

        var word = Value(line, _action);
        return Holds(columns.Blocked, word) ? LogAction.Blocked : Holds(columns.Allowed, word) ? LogAction.Allowed : LogAction.Other;
    }

    private static bool Holds(byte[][] words, ReadOnlySpan<byte> value)
    {
        foreach (var word in words)
        {
            if (Is(value, word))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryTime(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time, out long ticks)
    {
        var text = date.IsEmpty ? time : Scratch.Join(date, Scratch.Join(" "u8, time));
        return LogTime.TryEpoch(text, out ticks) || Time.TryIso(text, out ticks) || TryWithoutSeconds(text, out ticks) || Time.TrySlashed(text, out ticks) || Time.TryNamed(text, out ticks);
    }

    /// <summary><c>2026-11-24 09:00</c>.</summary>
    private bool TryWithoutSeconds(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        return text.Length is 16 or 15 && text[10] is (byte)' ' or (byte)'T' && Time.TryDateAndTime(text[..10], text[11..], [], out ticks);
    }
}
