using System.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>Phone numbers in E.164, the one form in which numbers are compared; a number without a country is a UK number.</summary>
public static class PhoneNumber
{
    private const string UnitedKingdom = "44";

    /// <summary>A number as E.164, such as <c>+447700900123</c>; null when it can be none.</summary>
    public static string? ToE164(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var written = string.Concat(text.Select(Narrow)).Trim();
        if (written.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            written = written[4..];
        }

        // +44 (0)7…: the nought is for those who dial from inside.
        written = written.Replace("(0)", "", StringComparison.Ordinal);
        var digits = new StringBuilder(written.Length);
        var hasPlus = false;
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (c == '+' && digits.Length == 0 && !hasPlus)
            {
                hasPlus = true;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '.' or '(' or ')' or '/' or '\u2010' or '\u2011' or '\u2013' or '\u200B' or '\u202A' or '\u202C'))
            {
                return null;
            }
        }

        return Place(digits.ToString(), hasPlus);
    }

    /// <summary>
    /// The wide digits and signs of East Asian keyboards as ASCII. The runtime's own normalisation does it too, though not in invariant
    /// globalisation mode: the hash of a number must be the same in every host.
    /// </summary>
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - '\uFF01' + '!') : c;

    private static string? Place(string digits, bool hasPlus)
    {
        if (!hasPlus && digits.StartsWith("00", StringComparison.Ordinal))
        {
            (digits, hasPlus) = (digits[2..], true);
        }

        if (!hasPlus)
        {
            digits = digits switch
            {
                ['0', .. var national] => UnitedKingdom + national,
                ['4', '4', ..] when digits.Length == 12 => digits,
                ['7', ..] when digits.Length == 10 => UnitedKingdom + digits,
                _ => "",
            };
        }
        else if (digits.StartsWith(UnitedKingdom + "0", StringComparison.Ordinal))
        {
            digits = UnitedKingdom + digits[3..];
        }

        // A few places have nine digits behind the country; no mobile has.
        var isLong = digits.StartsWith(UnitedKingdom, StringComparison.Ordinal) ? digits.Length == 12 || (digits.Length == 11 && digits[2] != '7') : digits.Length is >= 8 and <= 15;
        return isLong && digits[0] != '0' ? "+" + digits : null;
    }
}
