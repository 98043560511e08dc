using System.Text;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>Takes Squid's percent-encoding (RFC 1738) off.</summary>
internal static class PercentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes that were meant. A percent sign that begins no code stands for itself.</summary>
    /// <param name="word">The word.</param>
    /// <param name="buffer">Receives them; at least as long as the word.</param>
    /// <returns>How many there are.</returns>
    public static int Decode(ReadOnlySpan<byte> word, Span<byte> buffer)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '%' && i + 2 < word.Length && char.IsAsciiHexDigit((char)word[i + 1]) && char.IsAsciiHexDigit((char)word[i + 2]))
            {
                buffer[length++] = (byte)((HexValue(word[i + 1]) << 4) | HexValue(word[i + 2]));
                i += 2;
            }
            else
            {
                buffer[length++] = word[i];
            }
        }

        return length;
    }

    private static int HexValue(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    /// <summary>The text that was meant: UTF-8, or Latin-1 where it can't be that, as some browsers send logins.</summary>
    public static string Text(ReadOnlySpan<byte> word)
    {
        var bytes = new byte[word.Length];
        var meant = bytes.AsSpan(0, Decode(word, bytes));
        try
        {
            return Strict.GetString(meant);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(meant);
        }
    }
}
