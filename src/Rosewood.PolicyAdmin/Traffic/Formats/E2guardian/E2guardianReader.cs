using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.E2guardian;

/// <summary>
/// Reads e2guardian's lines. Formats 1, 2 and 4 hold the same fields behind blanks, commas (quoted or not) and tabs: <c>when who from where
/// what how size weight category group code type host groupname …</c>; formats 5 to 8, behind tabs, <c>time server who from host where how
/// code size type agent - duration - message what kind category groupname group …</c>. What was refused has code 403 and a reason;
/// a 403 without a reason is the far end's.
/// </summary>
/// <param name="options">What the log leaves open.</param>
internal sealed class E2guardianReader(LogReaderOptions options) : TextLogReader(E2guardianFormat.FormatName, options)
{
    private const int MostFields = 64;

    private readonly (int Start, int End)[] _fields = new (int, int)[MostFields];
    private int _count;

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line.Length < 40)
        {
            return false;
        }

        if (line[0] == '"')
        {
            return Split(line[1..^1], "\",\""u8, 1) && line[^1] == '"' && TryClassic(line, ref fields);
        }

        if (line[4] == '.')
        {
            return line.Contains((byte)'\t') ? Split(line, "\t"u8, 0) && TryClassic(line, ref fields) : TryJoined(line, ref fields);
        }

        return line[10] == '.' && Split(line, "\t"u8, 0) && TryNew(line, ref fields);
    }

    private bool Split(ReadOnlySpan<byte> text, ReadOnlySpan<byte> separator, int offset)
    {
        _count = 0;
        var start = 0;
        while (_count < MostFields)
        {
            var length = text[start..].IndexOf(separator);
            _fields[_count++] = (offset + start, offset + (length < 0 ? text.Length : start + length));
            if (length < 0)
            {
                return _count > 11;
            }

            start += length + separator.Length;
        }

        return false;
    }

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int index)
    {
        var value = index < _count ? line[_fields[index].Start.._fields[index].End].Trim((byte)' ') : [];
        return value is [(byte)'-'] ? [] : value;
    }

    private bool TryClassic(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var code = Field(line, 10);
        return TryTime(Field(line, 0), out fields.EndTicks, out _)
            && IsMethod(Field(line, 5))
            && LogTime.TryNumber(Field(line, 9), out _)
            && TryCode(code, out var status)
            && Fill(Field(line, 1), Field(line, 2), Field(line, 12), Field(line, 3), Field(line, 6), Field(line, 8), Verdict(Field(line, 4), status, null), ref fields);
    }

    /// <summary>Blanks or commas with nothing that protects them: the address and the method are what the other fields are found from.</summary>
    private bool TryJoined(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!TryTime(line, out fields.EndTicks, out var used) || used >= line.Length || line[used] is not ((byte)' ' or (byte)','))
        {
            return false;
        }

        var separator = line[used];
        var scheme = line.IndexOf("://"u8);
        var where = scheme < 0 ? -1 : line[..scheme].LastIndexOf(separator) + 1;
        var from = where < 2 ? -1 : line[..(where - 1)].LastIndexOf(separator) + 1;
        if (from <= used + 1 || !TryMethod(line, separator, where, out var method, out var size))
        {
            return false;
        }

        var who = Blank(line[(used + 1)..(from - 1)]);
        var whereEnd = where + line[where..method].IndexOf(separator);
        var what = Blank(whereEnd + 1 < method ? line[(whereEnd + 1)..(method - 1)] : []);
        if (!TryTail(line[size.End..], separator, out var category, out var status))
        {
            return false;
        }

        return Fill(who, line[from..(where - 1)], [], line[where..whereEnd], line[size.Start..size.End], category, Verdict(what, status, null), ref fields);
    }

    private static ReadOnlySpan<byte> Blank(ReadOnlySpan<byte> value)
    {
        value = value.Trim((byte)' ');
        return value is [(byte)'-'] ? [] : value;
    }

    /// <summary>The first method with a size behind it.</summary>
    private static bool TryMethod(ReadOnlySpan<byte> line, byte separator, int from, out int method, out (int Start, int End) size)
    {
        size = default;
        method = from;
        while (true)
        {
            var next = line[method..].IndexOf(separator);
            if (next < 0)
            {
                return false;
            }

            method += next + 1;
            var length = line[method..].IndexOf(separator);
            if (length < 0 || !IsMethod(line.Slice(method, length)))
            {
                continue;
            }

            var start = method + length + 1;
            var digits = line[start..].IndexOf(separator);
            size = (start, start + digits);
            if (digits > 0 && LogTime.TryNumber(line.Slice(start, digits), out _))
            {
                return true;
            }
        }
    }

    /// <summary><c>weight category group code …</c>: the category is what stands before the first short number with a code behind it.</summary>
    private static bool TryTail(ReadOnlySpan<byte> tail, byte separator, out ReadOnlySpan<byte> category, out int status)
    {
        category = default;
        status = 0;
        var weight = tail[1..].IndexOf(separator);
        if (weight < 0)
        {
            return false;
        }

        var rest = tail[(weight + 2)..];
        var at = 0;
        while (at < rest.Length)
        {
            var group = rest[at..].IndexOf(separator);
            if (group < 0)
            {
                return false;
            }

            var code = rest[(at + group + 1)..];
            var length = code.IndexOf(separator);
            if (group is > 0 and <= 3 && LogTime.TryNumber(rest.Slice(at, group), out _) && TryCode(length < 0 ? code : code[..length], out status))
            {
                category = Blank(at > 0 ? rest[..(at - 1)] : []);
                return true;
            }

            at += group + 1;
        }

        return false;
    }

    private bool TryNew(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        // logclientnameandip = off leaves one of the two out.
        var where = IsMethod(Field(line, 6)) ? 5 : 4;
        if (_count < where + 15 || !IsMethod(Field(line, where + 1)) || !TryCode(Field(line, where + 2), out var status) || !LogTime.TryEpoch(Field(line, 0), out fields.EndTicks)
            || !LogTime.TryNumber(Field(line, where + 9), out var message))
        {
            return false;
        }

        fields.StartTicks = fields.EndTicks - (Math.Min(Number(Field(line, where + 7)), 350_000_000_000) * TimeSpan.TicksPerMillisecond);
        return Fill(Field(line, 2), Field(line, 3), Field(line, where - 1), Field(line, where), Field(line, where + 3), Field(line, where + 12), Verdict(Field(line, where + 10), status, message), ref fields);
    }

    private static bool Fill(ReadOnlySpan<byte> who, ReadOnlySpan<byte> from, ReadOnlySpan<byte> name, ReadOnlySpan<byte> where, ReadOnlySpan<byte> size, ReadOnlySpan<byte> category, LogAction action, ref LogFields fields)
    {
        // Who authenticates by address has it here.
        fields.User = AddressText.IsAddress(who) ? [] : Known(who);
        fields.SourceAddress = from.SequenceEqual("0.0.0.0"u8) ? [] : from;
        fields.Device = AddressText.IsAddress(name) ? [] : name;
        fields.Url = where;
        fields.Host = UrlHost.OfLoose(where);
        fields.Bytes = Number(size);
        fields.Category = category;
        fields.Action = action;
        return true;
    }

    /// <param name="what">The reason: perhaps words between stars, then text.</param>
    /// <param name="status">403 when refused.</param>
    /// <param name="message">The reason's number; null in formats without one.</param>
    private static LogAction Verdict(ReadOnlySpan<byte> what, int status, long? message)
    {
        const int ProxyAuthenticationRequired = 407;
        const int Forbidden = 403;
        var isException = false;
        while (what is [(byte)'*', ..] && what[1..].IndexOf((byte)'*') is > 0 and var length)
        {
            var mark = what.Slice(1, length);
            if (mark.StartsWith("NETERROR"u8))
            {
                return LogAction.Other;
            }

            if (mark.StartsWith("DENIED"u8) || mark.StartsWith("INFECTED"u8))
            {
                return LogAction.Blocked;
            }

            isException |= mark.StartsWith("EXCEPTION"u8);

            // Marks of what was done to a page, not to the person; a word of another language stays as a reason.
            if (!isException && !mark.StartsWith("SCANNED"u8) && mark.IndexOf("MOD"u8) < 0 && !mark.StartsWith("HEADER"u8))
            {
                break;
            }

            what = what[(length + 2)..].TrimStart((byte)' ');
        }

        if (status == ProxyAuthenticationRequired)
        {
            return LogAction.Other;
        }

        var isReason = message is { } number ? number is not (0 or (>= 600 and <= 699)) : !what.IsEmpty;
        return status == Forbidden && !isException && isReason ? LogAction.Blocked : LogAction.Allowed;
    }

    private static bool IsMethod(ReadOnlySpan<byte> text)
    {
        const int Longest = 20;
        return text.Length is >= 3 and <= Longest && text.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;
    }

    private static bool TryCode(ReadOnlySpan<byte> text, out int status)
    {
        var isNumber = LogTime.TryNumber(text, out var number);
        status = (int)Math.Min(number, 1000);
        return isNumber && text.Length == 3 || (text is [(byte)'0']);
    }

    /// <summary><c>2026.11.24 9:00:01</c>, in which only minutes and seconds always have two digits.</summary>
    private bool TryTime(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 0;
        if (!TryPart(text, ref used, (byte)'.', out var year) || !TryPart(text, ref used, (byte)'.', out var month) || !TryPart(text, ref used, (byte)' ', out var day)
            || !TryPart(text, ref used, (byte)':', out var hour) || !TryPart(text, ref used, (byte)':', out var minute) || used + 2 > text.Length || !LogTime.TryNumber(text.Slice(used, 2), out var second)
            || year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, (int)month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        used += 2;
        ticks = Time.ToUtc(new DateTime((int)year, (int)month, (int)day, (int)hour, (int)minute, (int)Math.Min(second, 59), DateTimeKind.Unspecified).Ticks);
        return true;
    }

    private static bool TryPart(ReadOnlySpan<byte> text, ref int used, byte end, out long number)
    {
        number = 0;
        var rest = text[used..];
        var length = rest[..Math.Min(5, rest.Length)].IndexOf(end);
        if (length < 1 || !LogTime.TryNumber(rest[..length], out number))
        {
            return false;
        }

        used += length + 1;
        return true;
    }
}
