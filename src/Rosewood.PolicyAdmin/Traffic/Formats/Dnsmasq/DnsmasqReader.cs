using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Dnsmasq;

/// <summary>
/// Reads dnsmasq's lines: <c>Nov 24 09:00:01 dnsmasq[123]: query[A] www.facebook.com from 10.20.1.5</c>, with
/// <c>log-queries=extra</c> <c>12 10.20.1.5/51234 query[A] …</c>. A query is an event. An answer that refuses is one too
/// (<see cref="LogFields.IsAnswer"/>): Pi-hole's <c>gravity blocked</c>, <c>exactly denied</c> and <c>regex denied</c>, and whatever is
/// answered with an address where no site can be. Everything else that dnsmasq says is a note.
/// </summary>
internal sealed class DnsmasqReader(LogReaderOptions options) : TextLogReader(DnsmasqFormat.FormatName, options)
{
    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var stamp = default(ResolverStamp);
        if (!stamp.TryRead(Time, line, "dnsmasq"u8) && !stamp.TryRead(Time, line, "pihole-FTL"u8))
        {
            return false;
        }

        fields.EndTicks = stamp.Ticks;
        var words = new Words(stamp.Message);
        var word = words.Next();
        if (IsNumber(word) && ClientOfExtra(new Words(words.Rest).Next(), out var client))
        {
            fields.SourceAddress = client;
            words.Next();
            word = words.Next();

            // log-queries=proto: UDP, TCP.
            word = Is(word, "UDP"u8) || Is(word, "TCP"u8) ? words.Next() : word;
        }

        if (word.StartsWith("query["u8) || word.StartsWith("auth["u8))
        {
            return word[^1] == ']' && ReadQuery(ref words, ref fields);
        }

        return ReadAnswer(word, words.Rest, ref fields);
    }

    /// <summary><c>name from address</c>.</summary>
    private static bool ReadQuery(ref Words words, ref LogFields fields)
    {
        fields.Host = DnsText.Host(words.Next());
        if (!words.Next().SequenceEqual("from"u8))
        {
            return false;
        }

        var client = words.Next();
        fields.SourceAddress = client;
        fields.Action = LogAction.Allowed;
        return DnsText.IsAddress(client) && words.Rest.TrimEnd((byte)' ').IsEmpty;
    }

    /// <summary><c>gravity blocked name is answer</c>, <c>config name is answer</c>, <c>reply name is answer</c>, <c>/etc/hosts name is answer</c>.</summary>
    private static bool ReadAnswer(ReadOnlySpan<byte> source, ReadOnlySpan<byte> rest, ref LogFields fields)
    {
        var verb = rest.IndexOf(" is "u8);
        if (verb < 0)
        {
            fields.IsNote = true;
            return true;
        }

        var before = new Words(rest[..verb]);
        fields.Host = DnsText.Host(before.Last());
        fields.Action = LogAction.Blocked;
        fields.IsAnswer = true;
        fields.IsNote = !IsRefusal(source, before.Rest, rest[(verb + 4)..].Trim((byte)' '), fields.Host);
        return true;
    }

    /// <param name="source">The first word: who answers.</param>
    /// <param name="more">Pi-hole's further words.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="host">The name.</param>
    private static bool IsRefusal(ReadOnlySpan<byte> source, ReadOnlySpan<byte> more, ReadOnlySpan<byte> answer, ReadOnlySpan<byte> host)
    {
        // Pi-hole: gravity blocked, exactly denied, regex denied; until 2021 blacklisted; blocked upstream with NULL address.
        if (more.IndexOf("blocked"u8) >= 0 || more.IndexOf("denied"u8) >= 0 || more.IndexOf("blacklisted"u8) >= 0 || source.SequenceEqual("blocked"u8))
        {
            return true;
        }

        // Where there is no such name nobody gets there, whoever says so; filters upstream refuse in that way.
        if (DnsText.IsNowhere(answer) || answer.SequenceEqual("NXDOMAIN"u8))
        {
            return true;
        }

        // address=/facebook.com/0.0.0.0 answers the other kinds of query with NODATA. So does YouTube's strict form, set for IPv4 only, which lets the site through.
        return source.SequenceEqual("config"u8) && (DnsText.IsPrivate(answer) || (answer.StartsWith("NODATA"u8) && !DnsText.IsRestrictable(host)));
    }

    private static bool IsNumber(ReadOnlySpan<byte> word) => !word.IsEmpty && word.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary><c>address/port</c>.</summary>
    private static bool ClientOfExtra(ReadOnlySpan<byte> word, out ReadOnlySpan<byte> client)
    {
        var slash = word.LastIndexOf((byte)'/');
        client = slash > 0 ? word[..slash] : default;
        return slash > 0 && DnsText.IsAddress(client) && IsNumber(word[(slash + 1)..]);
    }
}
