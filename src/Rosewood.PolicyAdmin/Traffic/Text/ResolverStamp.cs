namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// The beginning of a resolver's line: <c>time [host] program[pid]: </c> as syslog or the program itself writes it, with a time as syslog,
/// RFC 3339, RFC 5424 or OpenWrt's logread have it.
/// </summary>
internal ref struct ResolverStamp
{
    /// <summary>UTC ticks.</summary>
    public long Ticks;

    /// <summary>The program, without its process.</summary>
    public ReadOnlySpan<byte> Program;

    /// <summary>What it says.</summary>
    public ReadOnlySpan<byte> Message;

    /// <summary>Reads a line's beginning.</summary>
    /// <param name="time">Reads times.</param>
    /// <param name="line">The line.</param>
    /// <param name="program">The program that it has to be, or that its name begins with before a dash (<c>dnsmasq-dhcp</c>).</param>
    public bool TryRead(LogTime time, ReadOnlySpan<byte> line, ReadOnlySpan<byte> program)
    {
        if (line.StartsWith("1 "u8))
        {
            return TryVersioned(time, line[2..], program);
        }

        if (!TryTime(time, line, out var rest))
        {
            return false;
        }

        // The program comes first in its own file, behind a host or a facility in a syslog server's.
        return TryProgram(rest, program) || (rest.IndexOf((byte)' ') is > 0 and var space && TryProgram(rest[(space + 1)..], program));
    }

    /// <summary>A time at the beginning of a line, with the space behind it: as syslog writes it, RFC 3339, or OpenWrt's logread.</summary>
    public bool TryTime(LogTime time, ReadOnlySpan<byte> line, out ReadOnlySpan<byte> rest)
    {
        const int Syslog = 15;
        const int LogRead = 24;
        rest = default;
        if (line.Length < 20)
        {
            return false;
        }

        int length;
        bool isRead;
        if (char.IsAsciiDigit((char)line[0]))
        {
            length = line.IndexOf((byte)' ');
            isRead = length >= 19 && line[10] == 'T' && time.TryIso(line[..length], out Ticks);
        }
        else if (line.Length > LogRead && line[7] == ' ' && line[LogRead] == ' ')
        {
            length = LogRead;
            isRead = time.TryNamed(line[..LogRead], out Ticks);
        }
        else
        {
            length = Syslog;
            isRead = line[Syslog] == ' ' && time.TrySyslog(line[..Syslog], out Ticks);
        }

        rest = isRead ? line[(length + 1)..] : default;
        return isRead;
    }

    private bool TryVersioned(LogTime time, ReadOnlySpan<byte> line, ReadOnlySpan<byte> program)
    {
        var rest = line;
        if (!Take(ref rest, out var stamp) || !time.TryIso(stamp, out Ticks) || !Take(ref rest, out _) || !Take(ref rest, out Program) || !IsProgram(Program, program) || !Take(ref rest, out _) || !Take(ref rest, out _))
        {
            return false;
        }

        // Structured data of several elements may hold spaces; its values rarely do.
        if (rest.StartsWith("["u8))
        {
            var end = rest.IndexOf("] "u8);
            if (end < 0)
            {
                return false;
            }

            rest = rest[(end + 2)..];
        }
        else if (!Take(ref rest, out var nil) || !nil.SequenceEqual("-"u8))
        {
            return false;
        }

        Message = rest.StartsWith("\uFEFF"u8) ? rest["\uFEFF"u8.Length..] : rest;
        return true;
    }

    private bool TryProgram(ReadOnlySpan<byte> text, ReadOnlySpan<byte> program)
    {
        var end = text.IndexOf((byte)' ');
        var tag = end < 0 ? text : text[..end];
        var stop = tag.IndexOfAny("[:"u8);
        if (stop <= 0 || !IsProgram(tag[..stop], program))
        {
            return false;
        }

        Program = tag[..stop];
        Message = end < 0 ? [] : text[(end + 1)..];
        return true;
    }

    private static bool IsProgram(ReadOnlySpan<byte> name, ReadOnlySpan<byte> program) =>
        name.StartsWith(program) && (name.Length == program.Length || name[program.Length] == '-');

    private static bool Take(scoped ref ReadOnlySpan<byte> rest, scoped out ReadOnlySpan<byte> word)
    {
        var space = rest.IndexOf((byte)' ');
        word = space < 0 ? default : rest[..space];
        rest = space < 0 ? rest : rest[(space + 1)..];
        return space > 0;
    }
}
