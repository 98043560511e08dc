using System.Buffers;
using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>Domains of mail addresses: lower case, in ASCII, compared by labels.</summary>
public static class MailDomainName
{
    private const int Longest = 253;
    private static readonly SearchValues<char> InBrackets = SearchValues.Create("0123456789abcdef.:ipv");

    /// <summary>A domain as it is compared; null when it is none.</summary>
    public static string? Normalize(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('.');
        if (text.IsEmpty || text.Length > Longest)
        {
            return null;
        }

        var name = text.ToString();
        if (!System.Text.Ascii.IsValid(name))
        {
            try
            {
                name = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(Nfc.Normalize(name).ToLowerInvariant());
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        name = name.ToLowerInvariant();
        return name.Length <= Longest && IsName(name) ? name : null;
    }

    /// <summary>Whether a domain is another or lies below it.</summary>
    public static bool IsWithin(string domain, string parent)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(parent);
        return domain.EndsWith(parent, StringComparison.OrdinalIgnoreCase)
            && (domain.Length == parent.Length || domain[domain.Length - parent.Length - 1] == '.');
    }

    /// <summary>Whether a domain is one of several, or lies below one.</summary>
    public static bool IsWithin(string domain, IEnumerable<string> parents) => parents.Any(p => IsWithin(domain, p));

    private static bool IsName(string name)
    {
        if (name is ['[', .., ']'])
        {
            // RFC 5321 lets an IP address stand in brackets.
            return name.Length > 2 && name.AsSpan(1, name.Length - 2).IndexOfAnyExcept(InBrackets) < 0;
        }

        var label = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '.')
            {
                if (i == label || i - label > 63 || name[label] == '-' || name[i - 1] == '-')
                {
                    return false;
                }

                label = i + 1;
            }
            else if (!char.IsAsciiLetterOrDigit(name[i]) && name[i] is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
