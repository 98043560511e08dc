using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.BlueCoat;

/// <summary>
/// Reads a ProxySG's lines by the last <c>#Fields:</c>, and before any as one of the main formats. Times are UTC, as W3C has it. Refused is
/// what has <c>DENIED</c> in the filter's result, the action or the exception; a request to log in (407) is neither; a format without any
/// of them can't be read. A header counts only where the reader was told to begin: in a file that mixes devices it would be another's.
/// </summary>
internal sealed class BlueCoatReader(LogReaderOptions options) : TextLogReader(BlueCoatFormat.FormatName, options)
{
    private const int LongestTaken = 12;
    private readonly SpacedRow _row = new();
    private bool _isBegun;
    private BlueCoatColumns? _columns;

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header)
    {
        _isBegun = true;
        _columns = W3cHeader.Of(header) is { } names && BlueCoatColumns.Are(names) ? new BlueCoatColumns(names) : null;
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line is [(byte)'#', ..])
        {
            return _isBegun && ReadHeader(line) && (fields.IsNote = true);
        }

        if (!_row.TrySplit(line, (byte)' ', isDoubled: true))
        {
            return false;
        }

        if (_columns is { } named)
        {
            return _row.Count == named.Count && ReadRow(line, named, ref fields);
        }

        foreach (var columns in BlueCoatColumns.Main)
        {
            if (IsMain(line, columns))
            {
                return ReadRow(line, columns, ref fields);
            }
        }

        return false;
    }

    private bool ReadHeader(ReadOnlySpan<byte> line)
    {
        if (W3cHeader.Of(line) is not { } names)
        {
            return line.StartsWith("#Software:"u8) || line.StartsWith("#Version:"u8) || line.StartsWith("#Start-Date:"u8) || line.StartsWith("#End-Date:"u8)
                || line.StartsWith("#Date:"u8) || line.StartsWith("#Remark:"u8);
        }

        if (!BlueCoatColumns.Are(names))
        {
            return false;
        }

        _columns = new BlueCoatColumns(names);
        return true;
    }

    private bool IsMain(ReadOnlySpan<byte> line, BlueCoatColumns columns)
    {
        var result = Field(line, columns.Result);
        return (Is(result, "OBSERVED"u8) || Is(result, "PROXIED"u8) || Is(result, "DENIED"u8))
            && _row.Count >= columns.Count - 2
            && Field(line, columns.Date) is { Length: 10 }
            && LogTime.TryNumber(Field(line, columns.Taken), out _)
            && Field(line, columns.Status) is { Length: 1 or 3 };
    }

    private bool ReadRow(ReadOnlySpan<byte> line, BlueCoatColumns columns, ref LogFields fields)
    {
        if (!TryTime(line, columns, out fields.EndTicks))
        {
            return false;
        }

        var taken = Field(line, columns.Taken);
        fields.StartTicks = fields.EndTicks - (taken.Length <= LongestTaken ? Number(taken) * TimeSpan.TicksPerMillisecond : 0);
        fields.User = Text(line, columns.User);
        fields.SourceAddress = Text(line, columns.Client);
        fields.DestinationAddress = Text(line, columns.Server);
        fields.Referrer = Text(line, columns.Referrer);
        fields.Bytes = Number(Field(line, columns.Bytes));
        fields.Category = Category(Text(line, columns.Categories));
        fields.Application = Text(line, columns.Application);
        fields.Device = Text(line, columns.Machine);
        var uri = Text(line, columns.Uri);
        var host = UrlHost.OfLoose(Text(line, columns.Host));
        fields.Host = host.IsEmpty ? UrlHost.OfLoose(uri) : host;
        fields.Url = uri.IsEmpty ? Url(line, columns) : uri;
        fields.Action = Verdict(Field(line, columns.Status), Field(line, columns.Result), Field(line, columns.Action), Field(line, columns.Exception));
        return true;
    }

    private bool TryTime(ReadOnlySpan<byte> line, BlueCoatColumns columns, out long ticks) =>
        Time.TryDateAndTime(Field(line, columns.Date), Field(line, columns.Time), "Z"u8, out ticks)
        || LogTime.TryEpoch(Field(line, columns.Epoch), out ticks)
        || Time.TryClf(Field(line, columns.Local), out ticks);

    private static LogAction Verdict(ReadOnlySpan<byte> status, ReadOnlySpan<byte> result, ReadOnlySpan<byte> action, ReadOnlySpan<byte> exception)
    {
        if (status.SequenceEqual("407"u8) || exception.StartsWith("authentication_"u8))
        {
            return LogAction.Other;
        }

        var isDenied = Is(result, "DENIED"u8) || action.StartsWith("TCP_DENIED"u8) || Is(action, "DENIED"u8) || exception.EndsWith("_denied"u8);
        return isDenied ? LogAction.Blocked
            : Is(result, "OBSERVED"u8) || Is(result, "PROXIED"u8) ? LogAction.Allowed
            : Known(result).IsEmpty && (action.StartsWith("TCP_"u8) || Is(action, "ALLOWED"u8) || action.IsEmpty) ? LogAction.Allowed
            : LogAction.Other;
    }

    /// <summary>The filter itself writes words for none.</summary>
    private static ReadOnlySpan<byte> Category(ReadOnlySpan<byte> category) => Is(category, "unavailable"u8) || Is(category, "unlicensed"u8) ? [] : category;

    private ReadOnlySpan<byte> Url(ReadOnlySpan<byte> line, BlueCoatColumns columns)
    {
        var host = Text(line, columns.Host);
        if (host.IsEmpty)
        {
            return [];
        }

        var scheme = Text(line, columns.Scheme);
        var url = scheme.IsEmpty ? host : Scratch.Join(Scratch.Join(scheme, "://"u8), host);
        return Scratch.Join(Scratch.Join(url, Text(line, columns.Path)), Text(line, columns.Query));
    }

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column) => column < 0 ? [] : _row.Field(line, column);

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, int column) => Known(Scratch.Undouble(Field(line, column)));
}
