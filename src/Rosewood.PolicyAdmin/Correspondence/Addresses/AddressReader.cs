using System.Buffers;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>
/// Reads addresses by RFC 5321 and 5322: display names, comments, quoted local parts, groups, route addresses, lists; and what Exchange
/// adds: <c>SMTP:</c> prefixes, <c>"Name" [SMTP:addr]</c>, and X.500 names, which are no mail addresses and are passed over. Display names
/// are no part of an address: whoever writes a mail chooses them. <see cref="NamesIn"/> gives them to whoever can weigh that.
/// </summary>
internal static class AddressReader
{
    private const int LongestText = 64 * 1024;
    private const int LongestAddress = 320;
    private const int MostAddresses = 1000;
    private static readonly SearchValues<char> OnlyQuoted = SearchValues.Create(" \t\"(),:;<>@[\\]");

    /// <summary>The only address of a text; null when there is none, or more than one.</summary>
    public static CorrespondentAddress? ReadOne(string? text) => ReadAll(text) is [var one] ? one : null;

    /// <summary>All addresses of a header or a cell, parted by commas or semicolons; what is no address is left out.</summary>
    public static IReadOnlyList<CorrespondentAddress> ReadAll(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = new List<CorrespondentAddress>();
        var rest = text.AsSpan(0, Math.Min(text.Length, LongestText));
        while (!rest.IsEmpty && found.Count < MostAddresses)
        {
            var end = AddressScan.EndOfEntry(rest);
            if (ReadEntry(rest[..end]) is { } address)
            {
                found.Add(address);
            }

            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }

        return found;
    }

    /// <summary>The addresses of a header that have a display name before them, with that name; encoded words are left out.</summary>
    public static IEnumerable<(string Address, string Name)> NamesIn(string text)
    {
        var rest = text.AsSpan(0, Math.Min(text.Length, LongestText));
        var found = new List<(string, string)>();
        while (!rest.IsEmpty && found.Count < MostAddresses)
        {
            var end = AddressScan.EndOfEntry(rest);
            var entry = rest[..end].Trim();
            if (AddressScan.Last(entry, '<') is > 0 and var open && !entry.StartsWith("=?"))
            {
                found.Add((entry[open..].ToString(), AddressScan.Unquote(entry[..open].Trim().Trim('"'))));
            }

            rest = end < rest.Length ? rest[(end + 1)..] : [];
        }

        return found;
    }

    private static CorrespondentAddress? ReadEntry(ReadOnlySpan<char> entry)
    {
        var text = AddressScan.WithoutComments(entry).AsSpan().Trim();
        if (AddressScan.Last(text, '<') is >= 0 and var open)
        {
            // The last one counts: a name may hold another, to deceive.
            var inner = text[(open + 1)..];
            var close = AddressScan.Last(inner, '>');
            text = (close < 0 ? inner : inner[..close]).Trim();
        }
        else if (text.IndexOf("[SMTP:", StringComparison.OrdinalIgnoreCase) is >= 0 and var smtp)
        {
            text = text[(smtp + 1)..].TrimEnd(" ]");
        }
        else if (text.IndexOf("[EX:", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return null;
        }

        return ReadAddress(text);
    }

    private static CorrespondentAddress? ReadAddress(ReadOnlySpan<char> text)
    {
        text = WithoutPrefix(text.Trim());
        if (text.IsEmpty || text.Length > LongestAddress || text[0] == '/')
        {
            return null;
        }

        if (text[0] == '@' && text.IndexOf(':') is > 0 and var route)
        {
            // <@relay1,@relay2:name@domain>, which nobody writes any more and everybody has to read.
            text = text[(route + 1)..];
        }

        var at = AddressScan.Last(text, '@');
        if (at <= 0 || ReadLocal(text[..at].Trim()) is not { } local || MailDomainName.Normalize(text[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        return new CorrespondentAddress(local, domain);
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["smtp:", "mailto:"])
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..].Trim();
            }
        }

        foreach (var prefix in (ReadOnlySpan<string>)["x500:", "ex:", "sip:", "spo:", "eum:", "x400:", "imceaex-"])
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }
        }

        return text;
    }

    /// <summary>Dots, letters and RFC 5322's other characters; or anything in quotes, which go where they are not needed.</summary>
    private static string? ReadLocal(ReadOnlySpan<char> text)
    {
        const int Longest = 64;
        var local = text is ['"', .., '"'] && text.Length > 2 ? AddressScan.Unquote(text[1..^1]) : text.ToString();
        var isQuoted = local.Length != text.Length;
        if (local.Length is 0 or > Longest || local.Any(char.IsControl) || (!isQuoted && local.AsSpan().ContainsAny(OnlyQuoted)))
        {
            return null;
        }

        return Nfc.Normalize(local).ToLowerInvariant();
    }
}
