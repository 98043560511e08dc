namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>
/// A question as Squid writes it by <see cref="Format"/>: <c>[channel] login address mac host port method[ -]</c>, each word
/// percent-encoded, <c>-</c> for what is absent. Nothing else may follow: a word too many means that one of the others was two.
/// </summary>
internal readonly ref struct HelperLine
{
    /// <summary>
    /// The format that <c>external_acl_type</c> needs. Without the number sign Squid writes a login as it stands, and a space in it would
    /// move all words behind it.
    /// </summary>
    public const string Format = "%#un %SRC %SRCEUI48 %DST %PORT %METHOD";

    private const int LongestChannel = 10;

    private HelperLine(ReadOnlySpan<byte> channel, ReadOnlySpan<byte> login, ReadOnlySpan<byte> source, ReadOnlySpan<byte> mac, ReadOnlySpan<byte> host, bool isWhole)
    {
        Channel = channel;
        Login = login;
        Source = source;
        Mac = mac;
        Host = host;
        IsWhole = isWhole;
    }

    /// <summary>The channel's digits; empty where there is none.</summary>
    public ReadOnlySpan<byte> Channel { get; }

    /// <summary>The login as Squid has it, encoded.</summary>
    public ReadOnlySpan<byte> Login { get; }

    /// <summary>The client's address.</summary>
    public ReadOnlySpan<byte> Source { get; }

    /// <summary>The client's MAC address.</summary>
    public ReadOnlySpan<byte> Mac { get; }

    /// <summary>The destination's host.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>Whether the six words are there and no more, with port and method such as they are: another form must not be misread.</summary>
    public bool IsWhole { get; }

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="hasChannel">Whether it begins with a channel.</param>
    public static HelperLine Read(ReadOnlySpan<byte> line, bool hasChannel)
    {
        var channel = hasChannel ? ChannelOf(ref line) : default;
        var login = Next(ref line);
        var source = Next(ref line);
        var mac = Next(ref line);
        var host = Next(ref line);
        var port = Next(ref line);
        var method = Next(ref line);
        var isWhole = !method.IsEmpty && IsPort(port) && char.IsAsciiLetterUpper((char)method[0]) | method.SequenceEqual("-"u8)
            && line.Trim((byte)' ') is [] or [(byte)'-'];
        return new(channel, login, source, mac, host, isWhole);
    }

    /// <summary>The channel of a line that may not be whole; empty when it begins with none.</summary>
    public static ReadOnlySpan<byte> ChannelOf(scoped ref ReadOnlySpan<byte> line)
    {
        var rest = line;
        var word = Next(ref rest);
        if (word.Length is 0 or > LongestChannel || word.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return default;
        }

        line = rest;
        return word;
    }

    private static bool IsPort(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("-"u8) || (word.Length is > 0 and <= 5 && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> line)
    {
        line = line.TrimStart((byte)' ');
        var end = line.IndexOf((byte)' ');
        var word = end < 0 ? line : line[..end];
        line = end < 0 ? default : line[(end + 1)..];
        return word;
    }
}
