using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Reads a date as mail headers write it (RFC 5322): <c>Tue, 24 Nov 2026 09:00:00 +0000 (GMT)</c>.</summary>
internal static class MailDate
{
    private static readonly string[] Formats =
    [
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm",
    ];

    /// <summary>Reads a date.</summary>
    /// <returns>False when it is none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out long utcTicks)
    {
        const int Longest = 80;
        utcTicks = 0;
        if (bytes.Length > Longest || !Ascii.IsValid(bytes))
        {
            return false;
        }

        var text = Encoding.ASCII.GetString(bytes);
        var comment = text.IndexOf('(', StringComparison.Ordinal);
        text = (comment < 0 ? text : text[..comment]).Trim();
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        text = string.Join(' ', text[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var last = text.LastIndexOf(' ') + 1;
        text = text[last..] switch
        {
            "GMT" or "UT" or "UTC" or "Z" => text[..last] + "+00:00",
            ['+' or '-', _, _, _, _] zone => text[..last] + zone[..3] + ":" + zone[3..],
            _ => text,
        };
        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return false;
        }

        utcTicks = instant.UtcTicks;
        return instant.Year is >= 1990 and < 2100;
    }
}
