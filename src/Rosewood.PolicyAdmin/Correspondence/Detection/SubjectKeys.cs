using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Subjects as 64 bits of a keyed hash: whether two messages have the same one can be told, and what it says can not. The key is made for
/// one run and forgotten with it; no subject outlives its row, and none is stored or shown.
/// </summary>
internal sealed class SubjectKeys
{
    private const int Longest = 1024;
    private const int FewestLetters = 10;
    private const int FewestWords = 2;
    private static readonly string[] Prefixes = ["re", "fw", "fwd", "aw", "wg", "antw", "sv", "vs", "tr", "rv", "ymateb"];

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The key of a subject without the marks of answers and forwards; 0 for none, and for one too short to tell anything.</summary>
    public ulong Of(ReadOnlySpan<byte> subject)
    {
        if (subject.IsEmpty || subject.Length > Longest)
        {
            return 0;
        }

        var words = Words(Nfc.Normalize(Encoding.UTF8.GetString(subject)));
        if (words.Count < FewestWords || words.Sum(static w => w.Length) < FewestLetters)
        {
            return 0;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Join(' ', words)), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) | 1;
    }

    /// <summary>The words that matter: <c>RE: [EXTERNAL] Fwd: Tom's reading book</c> is <c>tom s reading book</c>.</summary>
    private static List<string> Words(string subject)
    {
        var rest = subject.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var close = rest[0] == '[' ? rest.IndexOf(']') : -1;
            var colon = rest.IndexOf(':');
            if (close > 0)
            {
                rest = rest[(close + 1)..].TrimStart();
            }
            else if (colon > 0 && IsPrefix(rest[..colon]))
            {
                rest = rest[(colon + 1)..].TrimStart();
            }
            else
            {
                break;
            }
        }

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in rest)
        {
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static bool IsPrefix(ReadOnlySpan<char> text)
    {
        foreach (var prefix in Prefixes)
        {
            if (text.Trim().Equals(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
