using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>An answer of a resolver, as far as a probe needs it.</summary>
/// <param name="Code">The response code: 0 no error, 2 server failure, 3 no such name, 5 refused.</param>
/// <param name="IsTruncated">Whether it has to be asked again over TCP.</param>
/// <param name="Addresses">Addresses of the type asked for.</param>
internal sealed record DnsMessage(int Code, bool IsTruncated, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>The type of an IPv4 address record.</summary>
    public const ushort TypeA = 1;

    /// <summary>The type of an IPv6 address record.</summary>
    public const ushort TypeAaaa = 28;

    private const int HeaderLength = 12;
    private const int MostRecords = 256;
    private const ushort ClassIn = 1;

    /// <summary>Writes a question that wants recursion.</summary>
    /// <exception cref="ArgumentException">The host has a label that is empty or over 63 octets, or is too long.</exception>
    public static byte[] WriteQuestion(ushort id, string host, ushort type)
    {
        ArgumentNullException.ThrowIfNull(host);
        var message = new List<byte>(HeaderLength + host.Length + 6) { (byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0 };
        foreach (var label in host.Split('.'))
        {
            if (label.Length is 0 or > 63 || host.Length > Catalogue.HostName.MaxLength || !Ascii.IsValid(label))
            {
                throw new ArgumentException($"'{host}' is no host name.", nameof(host));
            }

            message.Add((byte)label.Length);
            message.AddRange(Encoding.ASCII.GetBytes(label));
        }

        message.AddRange([0, (byte)(type >> 8), (byte)type, 0, (byte)ClassIn]);
        return [.. message];
    }

    /// <summary>Reads an answer to a question; null when it is none: another id, another question, or not whole.</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="question">What <see cref="WriteQuestion"/> gave.</param>
    public static DnsMessage? Read(ReadOnlySpan<byte> message, ReadOnlySpan<byte> question)
    {
        if (message.Length < HeaderLength || !message[..2].SequenceEqual(question[..2]) || (message[2] & 0x80) == 0)
        {
            return null;
        }

        var questions = BinaryPrimitives.ReadUInt16BigEndian(message[4..]);
        var asked = question[HeaderLength..];
        var code = message[3] & 0x0F;
        if (questions == 0 && code != 0)
        {
            // Some refuse without repeating the question.
            return new DnsMessage(code, IsTruncated: false, []);
        }

        if (questions != 1 || message.Length < HeaderLength + asked.Length || !EqualsIgnoringCase(message.Slice(HeaderLength, asked.Length), asked))
        {
            return null;
        }

        var truncated = (message[2] & 0x02) != 0;
        var type = BinaryPrimitives.ReadUInt16BigEndian(asked[^4..]);
        var addresses = ReadAddresses(message, HeaderLength + asked.Length, BinaryPrimitives.ReadUInt16BigEndian(message[6..]), type);
        return addresses is null && !truncated ? null : new DnsMessage(code, truncated, addresses ?? []);
    }

    private static List<IPAddress>? ReadAddresses(ReadOnlySpan<byte> message, int at, int records, ushort type)
    {
        if (records > MostRecords)
        {
            return null;
        }

        var addresses = new List<IPAddress>();
        for (var i = 0; i < records; i++)
        {
            at = SkipName(message, at);
            if (at < 0 || message.Length - at < 10)
            {
                return null;
            }

            var found = BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
            at += 10;
            if (message.Length - at < length)
            {
                return null;
            }

            if (found == type && length == (type == TypeA ? 4 : 16) && type is TypeA or TypeAaaa)
            {
                addresses.Add(new IPAddress(message.Slice(at, length)));
            }

            at += length;
        }

        return addresses;
    }

    /// <summary>The place after a name; a pointer ends it and is not followed, so that none can lead in circles.</summary>
    private static int SkipName(ReadOnlySpan<byte> message, int at)
    {
        while (at < message.Length)
        {
            var length = message[at];
            if (length == 0)
            {
                return at + 1;
            }

            if ((length & 0xC0) == 0xC0)
            {
                return at + 2 <= message.Length ? at + 2 : -1;
            }

            if (length > 63)
            {
                return -1;
            }

            at += length + 1;
        }

        return -1;
    }

    private static bool EqualsIgnoringCase(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Ascii.EqualsIgnoreCase(a[..^4], b[..^4]) && a[^4..].SequenceEqual(b[^4..]);
}
