using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.WindowsDns;

/// <summary>
/// Reads the debug log of Windows' DNS server: <c>24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5 5b47   Q [0001   D
/// NOERROR] A      (3)www(8)facebook(3)com(0)</c>, with the date and time as the server's region writes them. A standard query received is
/// an event; a response sent with REFUSED, as query resolution policies do, refers to it (<see cref="LogFields.IsAnswer"/>); other
/// packets, details and the file's head are notes.
/// </summary>
internal sealed class WindowsDnsReader(LogReaderOptions options) : TextLogReader(WindowsDnsFormat.FormatName, options)
{
    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (IsDetail(line))
        {
            fields.IsNote = true;
            return true;
        }

        var packet = line.IndexOf(" PACKET "u8);
        if (packet < 0)
        {
            return ReadOther(line, ref fields);
        }

        // Date, time, perhaps AM or PM, thread.
        var head = line[..packet].TrimEnd((byte)' ');
        var thread = head.LastIndexOf((byte)' ');
        if (thread < 0 || !IsHex(head[(thread + 1)..]) || !TryTime(head[..thread].TrimEnd((byte)' '), out fields.EndTicks))
        {
            return false;
        }

        return ReadPacket(line[(packet + " PACKET "u8.Length)..], ref fields);
    }

    /// <summary><c>[packet] UDP|TCP Rcv|Snd address xid [R] opcode [flags code] type name</c>; the packet since 2008.</summary>
    private bool ReadPacket(ReadOnlySpan<byte> text, ref LogFields fields)
    {
        var words = new Words(text);
        var protocol = words.Next();
        protocol = IsHex(protocol) ? words.Next() : protocol;
        var direction = words.Next();
        var isReceived = direction.SequenceEqual("Rcv"u8);
        fields.SourceAddress = words.Next();
        if (!(protocol.SequenceEqual("UDP"u8) || protocol.SequenceEqual("TCP"u8)) || !(isReceived || direction.SequenceEqual("Snd"u8)) || !DnsText.IsAddress(fields.SourceAddress) || !IsHex(words.Next()))
        {
            return false;
        }

        var opcode = words.Next();
        var isResponse = opcode.SequenceEqual("R"u8);
        opcode = isResponse ? words.Next() : opcode;
        var open = words.Rest.IndexOf((byte)'[');
        var close = words.Rest.IndexOf((byte)']');
        if (open < 0 || close < open || opcode.Length != 1)
        {
            return false;
        }

        var code = new Words(words.Rest[(open + 1)..close]).Last();
        var name = new Words(words.Rest[(close + 1)..]).Last();
        // A zone of the server's own that lacks the name is how schools close a site with it.
        var isRefused = isResponse && !isReceived && (code.SequenceEqual("REFUSED"u8) || code.SequenceEqual("NXDOMAIN"u8));
        fields.IsNote = opcode[0] != 'Q' || !(isRefused || (isReceived && !isResponse));
        fields.Action = isRefused ? LogAction.Blocked : LogAction.Allowed;
        fields.IsAnswer = isRefused;
        return fields.IsNote || TryName(name, out fields.Host);
    }

    /// <summary>The head of the file, and what the server says beside packets.</summary>
    private bool ReadOther(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        fields.IsNote = true;
        if (line.StartsWith("DNS Server log file creation at "u8) || line.StartsWith("Log file wrap at "u8) || line.StartsWith("Message logging key "u8))
        {
            return true;
        }

        // Date, time, thread and a context: EVENT, Note, DSPOLL, INIT, LOOKUP, RECURSE, REMOTE, TOMBSTN.
        foreach (var context in Contexts)
        {
            if (line.IndexOf(context) is > 0 and var at)
            {
                var head = line[..at].TrimEnd((byte)' ');
                var thread = head.LastIndexOf((byte)' ');
                return thread > 0 && IsHex(head[(thread + 1)..]) && TryTime(head[..thread].TrimEnd((byte)' '), out _);
            }
        }

        return false;
    }

    private static readonly byte[][] Contexts = [.. new[] { " EVENT ", " Note: ", " DSPOLL ", " INIT ", " LOOKUP ", " RECURSE ", " REMOTE ", " TOMBSTN ", " XFR ", " UPDATE " }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Details of a packet stand under it, indented; some of their beginnings are not.</summary>
    private static bool IsDetail(ReadOnlySpan<byte> line) =>
        line.StartsWith("  "u8) || line.StartsWith("\t"u8)
        || line.StartsWith("UDP question info at "u8) || line.StartsWith("UDP response info at "u8) || line.StartsWith("TCP question info at "u8) || line.StartsWith("TCP response info at "u8);

    private bool TryTime(ReadOnlySpan<byte> text, out long ticks)
    {
        // 20261124 09:00:01 is how Windows Server 2003 wrote it, and some regions write the year first.
        return Time.TrySlashed(text, out ticks) || Time.TryIso(text, out ticks) || (text.Length >= 16 && text[8] == ' ' && TryPlain(text, out ticks));
    }

    private bool TryPlain(ReadOnlySpan<byte> text, out long ticks)
    {
        Span<byte> date = stackalloc byte[10];
        text[..4].CopyTo(date);
        date[4] = date[7] = (byte)'-';
        text[4..6].CopyTo(date[5..]);
        text[6..8].CopyTo(date[8..]);
        return Time.TryDateAndTime(date, text[9..].Trim((byte)' '), [], out ticks);
    }

    private static bool IsHex(ReadOnlySpan<byte> word) => word.Length >= 2 && DnsText.IsHex(word);

    /// <summary><c>(3)www(8)facebook(3)com(0)</c> as <c>www.facebook.com</c>; a label's length is taken at its word.</summary>
    private bool TryName(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> host)
    {
        host = default;
        var room = Scratch.Room(text.Length);
        var length = 0;
        while (true)
        {
            if (text is not [(byte)'(', ..] || text.IndexOf((byte)')') is not (> 1 and <= 3 and var close) || !LogTime.TryNumber(text[1..close], out var label) || label > 63 || label > text.Length - close - 1)
            {
                return false;
            }

            if (label == 0)
            {
                host = Scratch.Take(Math.Max(0, length - 1));
                return close + 1 == text.Length;
            }

            text.Slice(close + 1, (int)label).CopyTo(room[length..]);
            length += (int)label;
            room[length++] = (byte)'.';
            text = text[(close + 1 + (int)label)..];
        }
    }
}
