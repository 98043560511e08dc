using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// Turns a host with characters beyond ASCII into A-labels (RFC 5891, RFC 3492). Own code rather than the runtime's, whose answers
/// differ between platforms and globalisation modes, and which throws for a bad name: a hostile log may hold millions.
/// </summary>
internal static class InternationalName
{
    private const string Prefix = "xn--";
    private const int LongestLabel = 63;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Writes the host's ASCII form.</summary>
    /// <param name="host">UTF-8, bounded by the caller.</param>
    /// <param name="output">Receives it.</param>
    /// <returns>Its length; 0 when the host has none that fits.</returns>
    public static int ToAscii(ReadOnlySpan<byte> host, Span<byte> output)
    {
        var text = Fold(Strict.GetString(host));
        var ascii = new StringBuilder(text.Length + 16);
        foreach (var label in text.Split('.'))
        {
            if (ascii.Length > 0)
            {
                ascii.Append('.');
            }

            if (Ascii.IsValid(label))
            {
                ascii.Append(label);
            }
            else if (label.Length > LongestLabel)
            {
                return 0;
            }
            else
            {
                AppendPunycode(ascii.Append(Prefix), [.. label.EnumerateRunes().Select(static r => r.Value)]);
            }
        }

        return ascii.Length <= output.Length ? Encoding.ASCII.GetBytes(ascii.ToString(), output) : 0;
    }

    /// <summary>What browsers do before they encode: other dots become dots, full-width letters plain ones, invisible marks vanish.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Nfc.Normalize(text).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 0x3002 or 0xFF0E or 0xFF61:
                    folded.Append('.');
                    break;
                case 0xAD or (>= 0x200B and <= 0x200D) or 0x2060 or 0xFEFF:
                    break;
                case >= 0xFF01 and <= 0xFF5E:
                    folded.Append(char.ToLowerInvariant((char)(rune.Value - 0xFEE0)));
                    break;
                default:
                    folded.Append(Rune.ToLowerInvariant(rune).ToString());
                    break;
            }
        }

        return folded.ToString();
    }

    /// <summary>RFC 3492, section 6.3.</summary>
    private static void AppendPunycode(StringBuilder output, int[] points)
    {
        const int Base = 36;
        const int TMin = 1;
        const int TMax = 26;
        var basic = Array.FindAll(points, static p => p < 0x80);
        Array.ForEach(basic, p => output.Append((char)p));
        if (basic.Length > 0)
        {
            output.Append('-');
        }

        var next = 0x80;
        var delta = 0;
        var bias = 72;
        var handled = basic.Length;
        while (handled < points.Length)
        {
            var smallest = points.Where(p => p >= next).Min();
            delta += (smallest - next) * (handled + 1);
            next = smallest;
            foreach (var point in points)
            {
                if (point < next)
                {
                    delta++;
                }
                else if (point == next)
                {
                    var rest = delta;
                    for (var k = Base; ; k += Base)
                    {
                        var threshold = Math.Clamp(k - bias, TMin, TMax);
                        if (rest < threshold)
                        {
                            break;
                        }

                        output.Append(Digit(threshold + ((rest - threshold) % (Base - threshold))));
                        rest = (rest - threshold) / (Base - threshold);
                    }

                    output.Append(Digit(rest));
                    bias = Adapt(delta, handled + 1, first: handled == basic.Length);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            next++;
        }
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > 455; k += 36)
        {
            delta /= 35;
        }

        return k + (36 * delta / (delta + 38));
    }
}
