using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>Which words of an export may be kept: a login or a status, never a number or an address by which somebody could be reached.</summary>
internal static class TextWords
{
    private const int Longest = 80;
    private const int MostDigits = 5;

    /// <summary>The words, cleaned; empty where they are too long, can't be seen, are a formula, or hold a number or a private address.</summary>
    /// <param name="written">As the export has them.</param>
    /// <param name="domains">The school's mail domains: addresses in them may be kept.</param>
    public static string Keep(string written, IReadOnlyList<string> domains)
    {
        var text = PlainText.Clean(TextNumbers.Unwrap(written));
        return text.Length is 0 or > Longest
            || text[0] is '=' or '+' or '-' or '@'
            || HoldsNumber(text)
            || PlainText.FindHidden(text) is not null
            || (text.Contains('@', StringComparison.Ordinal) && !IsSchools(text, domains))
                ? ""
                : text;
    }

    /// <summary>Whether a text has so many digits that it may hold a phone number.</summary>
    public static bool HoldsNumber(string text) => text.Count(char.IsDigit) > MostDigits;

    /// <summary>Whether a text is an address in one of the school's domains.</summary>
    public static bool IsSchools(string text, IReadOnlyList<string> domains) =>
        CorrespondentAddress.Parse(text) is { } address && MailDomainName.IsWithin(address.Domain, domains);
}
