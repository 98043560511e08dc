using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;

/// <summary>Reads the rows of a <see cref="GenericCsvFormat"/>.</summary>
/// <param name="format">The format.</param>
/// <param name="options">What the log leaves open.</param>
internal sealed class GenericCsvReader(GenericCsvFormat format, LogReaderOptions options) : TextLogReader(format.Name, options)
{
    private readonly byte[][] _allowed = [.. format.Config.AllowedWords.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[][] _blocked = [.. format.Config.BlockedWords.Select(Encoding.UTF8.GetBytes)];
    private readonly bool _hasVerdict = format.Columns.Has(CsvColumn.Action);
    private readonly CsvRow _row = new();
    private readonly int[] _places = Numbered(format);
    private bool _isPlaced = !format.Columns.HasNames;

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header) =>
        _isPlaced = !format.Columns.HasNames || (!header.IsEmpty && _row.TrySplit(header, (byte)format.Config.Delimiter) && TryPlace(header));

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_row.TrySplit(line, (byte)format.Config.Delimiter))
        {
            return false;
        }

        if (_isPlaced && TryRow(line, ref fields))
        {
            return true;
        }

        fields = new LogFields { IsNote = IsHeader(line) };
        return fields.IsNote;
    }

    private static int[] Numbered(GenericCsvFormat format)
    {
        var places = new int[CsvColumnMap.Count];
        format.Columns.Place(places);
        return places;
    }

    /// <summary>A header has the columns' names; where columns go by number, it is a row with text where others have the time.</summary>
    private bool IsHeader(ReadOnlySpan<byte> line)
    {
        if (!format.Config.HasHeader)
        {
            return false;
        }

        if (format.Columns.HasNames)
        {
            var isHeader = TryPlace(line);
            _isPlaced |= isHeader;
            return isHeader;
        }

        var time = Value(line, CsvColumn.Time);
        return !time.IsEmpty && char.IsAsciiLetter((char)time[0]) && time.IndexOfAnyInRange((byte)'0', (byte)'9') < 0;
    }

    private bool TryPlace(ReadOnlySpan<byte> line)
    {
        Span<int> places = stackalloc int[CsvColumnMap.Count];
        if (!format.Columns.TryPlace(line, _row, Scratch, places))
        {
            return false;
        }

        places.CopyTo(_places);
        return true;
    }

    private bool TryRow(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!TryTime(Value(line, CsvColumn.Time), out fields.EndTicks))
        {
            return false;
        }

        fields.User = Known(Value(line, CsvColumn.User));
        fields.SourceAddress = WithoutPort(Known(Value(line, CsvColumn.SourceAddress)));
        fields.DestinationAddress = WithoutPort(Known(Value(line, CsvColumn.DestinationAddress)));
        fields.Url = Known(Value(line, CsvColumn.Url));
        var host = Known(Value(line, CsvColumn.Host));
        fields.Host = UrlHost.OfLoose(host);
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(fields.Url) : fields.Host;
        fields.Bytes = Number(Value(line, CsvColumn.Bytes));
        fields.Application = Known(Value(line, CsvColumn.Application));
        fields.Category = Known(Value(line, CsvColumn.Category));
        fields.Device = Known(Value(line, CsvColumn.Device));
        fields.Action = Action(Value(line, CsvColumn.Action));
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        return true;
    }

    private LogAction Action(ReadOnlySpan<byte> word)
    {
        if (!_hasVerdict)
        {
            return LogAction.Allowed;
        }

        return Holds(_blocked, word) ? LogAction.Blocked : Holds(_allowed, word) ? LogAction.Allowed : LogAction.Other;
    }

    private static bool Holds(byte[][] words, ReadOnlySpan<byte> value)
    {
        foreach (var word in words)
        {
            if (CsvColumnMap.IsSame(value, word))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, CsvColumn column) => _row.Field(line, _places[(int)column], Scratch).Trim((byte)' ');

    private bool TryTime(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        return format.Config.TimeFormat switch
        {
            "UnixSeconds" => TryUnix(text, TimeSpan.TicksPerSecond, out utcTicks),
            "UnixMilliseconds" => TryUnix(text, TimeSpan.TicksPerMillisecond, out utcTicks),
            _ => TryPattern(text, out utcTicks),
        };
    }

    private static bool TryUnix(ReadOnlySpan<byte> text, long unit, out long utcTicks)
    {
        const long MostSeconds = 4_102_444_800;
        utcTicks = 0;
        var dot = text.IndexOf((byte)'.');
        if (!LogTime.TryNumber(dot < 0 ? text : text[..dot], out var number) || number <= 0 || number >= MostSeconds * (TimeSpan.TicksPerSecond / unit))
        {
            return false;
        }

        var fraction = 0L;
        var place = unit;
        foreach (var digit in dot < 0 ? [] : text[(dot + 1)..])
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            place /= 10;
            fraction += place * (digit - '0');
        }

        utcTicks = DateTime.UnixEpoch.Ticks + (number * unit) + fraction;
        return true;
    }

    private bool TryPattern(ReadOnlySpan<byte> text, out long utcTicks)
    {
        const int Longest = 100;
        utcTicks = 0;
        if (text.Length is 0 or > Longest)
        {
            return false;
        }

        Span<char> characters = stackalloc char[Longest];
        characters = characters[..Encoding.UTF8.GetChars(text, characters)];
        if (!DateTime.TryParseExact(characters, format.Config.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) || time.Year is < 1990 or > 2100)
        {
            return false;
        }

        utcTicks = time.Kind == DateTimeKind.Utc ? time.Ticks : Time.ToUtc(time.Ticks);
        return true;
    }
}
