using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>
/// A group's list as CSV (RFC 4180): UTF-8 with a byte order mark, which Windows PowerShell and spreadsheets need to see that it is UTF-8.
/// A cell that a spreadsheet would run has an apostrophe in front, and so has one that begins with apostrophes before such a character,
/// so that taking one away gives every text back. A list of nobody is the header alone.
/// </summary>
internal static class GroupCsv
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly string[] Header = ["UserPrincipalName", "DisplayName", "GrantId", "Until"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t ");

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        DetectColumnCountChanges = true,
        IgnoreBlankLines = false,
        ShouldQuote = static a => a.Field is { } field && field.AsSpan().ContainsAny(Quoted),
    };

    public static byte[] Write(IReadOnlyList<GroupEntry> entries)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(stream, Utf8), Configuration))
        {
            Row(csv, Header);
            foreach (var entry in entries)
            {
                Row(csv, [CsvFormula.Neutral(entry.Account), CsvFormula.Neutral(entry.Name), CsvFormula.Neutral(entry.Grants), entry.Until?.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture) ?? ""]);
            }
        }

        return stream.ToArray();
    }

    /// <exception cref="FormatException">It is no list of ours.</exception>
    public static IReadOnlyList<GroupEntry> Read(ReadOnlySpan<byte> content)
    {
        try
        {
            using var csv = new CsvReader(new StreamReader(new MemoryStream(content.ToArray()), Utf8), Configuration);
            if (!csv.Read() || csv.Parser.Record is not { } header || !header.SequenceEqual(Header, StringComparer.Ordinal))
            {
                throw new FormatException("its header is not the list's");
            }

            var entries = new List<GroupEntry>();
            while (csv.Read())
            {
                entries.Add(new(CsvFormula.Bare(csv.GetField(0) ?? ""), CsvFormula.Bare(csv.GetField(1) ?? ""), CsvFormula.Bare(csv.GetField(2) ?? ""), InstantOf(csv.GetField(3))));
            }

            return entries;
        }
        catch (Exception e) when (e is CsvHelperException or DecoderFallbackException)
        {
            throw new FormatException(e.Message.Split('\n')[0].Trim(), e);
        }
    }

    private static void Row(CsvWriter csv, ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static DateTimeOffset? InstantOf(string? cell) => string.IsNullOrEmpty(cell) ? null
        : DateTimeOffset.TryParseExact(cell, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw new FormatException($"'{cell}' is no instant");
}
