using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// The letters before the @ of an address, folded, and where its words begin and end. They are read as they were written: the form by which
/// Gmail's addresses are compared has lost the dots, which tell <c>jordan.bell</c> from <c>jor.dan.bell</c>.
/// </summary>
internal sealed class AddressLetters
{
    private readonly HashSet<int> _edges;

    private AddressLetters(string letters, HashSet<int> edges, bool hasDigits)
    {
        Letters = letters;
        _edges = edges;
        HasDigits = hasDigits;
    }

    /// <summary>All letters: lower case, Latin, without marks.</summary>
    public string Letters { get; }

    /// <summary>Whether there are digits among them.</summary>
    public bool HasDigits { get; }

    /// <summary>Whether nothing parts the letters.</summary>
    public bool IsOneWord => _edges.Count <= 2;

    /// <summary>Whether a word begins or ends before the letter of a place, counted from 0.</summary>
    public bool IsEdge(int place) => _edges.Contains(place);

    /// <summary>Reads an address, without its plus tag; dots, hyphens, underscores and digits part words.</summary>
    public static AddressLetters Of(CorrespondentAddress address)
    {
        var plus = address.Local.IndexOf('+', StringComparison.Ordinal);
        var local = plus > 0 ? address.Local[..plus] : address.Local;
        var letters = new StringBuilder(local.Length);
        var edges = new HashSet<int> { 0 };
        foreach (var c in Nfc.Decompose(local).ToLowerInvariant())
        {
            var length = letters.Length;
            if (Fold(letters, c) || IsInWords(c))
            {
                continue;
            }

            edges.Add(length);
        }

        edges.Add(letters.Length);
        return new AddressLetters(letters.ToString(), edges, local.AsSpan().ContainsAnyInRange('0', '9'));
    }

    /// <summary>Takes a letter of a text in form D, lower case, as one or two Latin letters: ø is o, æ is ae.</summary>
    /// <returns>Whether it was a letter.</returns>
    public static bool Fold(StringBuilder letters, char c)
    {
        if (!char.IsLetter(c))
        {
            return false;
        }

        _ = c switch
        {
            'ø' => letters.Append('o'),
            'æ' => letters.Append("ae"),
            'ß' => letters.Append("ss"),
            'ł' => letters.Append('l'),
            'đ' => letters.Append('d'),
            'ı' => letters.Append('i'),
            'œ' => letters.Append("oe"),
            _ => letters.Append(c),
        };
        return true;
    }

    /// <summary>Marks of letters, and O'Brien's apostrophe.</summary>
    private static bool IsInWords(char c) => c is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
