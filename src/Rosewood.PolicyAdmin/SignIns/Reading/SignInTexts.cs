using System.Text;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Makes texts of bytes: the same string instance for the same bytes, as far as a bounded memory reaches, so that a million records need few strings.</summary>
internal sealed class SignInTexts
{
    /// <summary>The longest text, in characters; a longer one is cut, a longer account refused.</summary>
    public const int Longest = 256;

    private readonly TextInterner _texts = new(static bytes => Cut(ExportText.Decode(bytes)));
    private readonly TextInterner _accounts = new(static bytes => ExportText.Decode(bytes) is { Length: <= Longest } account ? account : null);

    /// <summary>A text; null when it is empty or a dash.</summary>
    public string? Text(ReadOnlySpan<byte> bytes) => IsNone(bytes) ? null : _texts[bytes];

    /// <summary>An account's name, uncut: two that begin alike are two; null when it is too long.</summary>
    public string? Account(ReadOnlySpan<byte> bytes) => _accounts[bytes];

    /// <summary>An IP address; null when there is none, or one that every computer calls itself.</summary>
    public string? Address(ReadOnlySpan<byte> bytes) =>
        IsNone(bytes) || bytes.StartsWith("127."u8) || bytes.SequenceEqual("::1"u8) || bytes.StartsWith("::ffff:127."u8) || bytes.SequenceEqual("0.0.0.0"u8) || bytes.SequenceEqual("::"u8) || Ascii.EqualsIgnoreCase(bytes, "LOCAL"u8)
            ? null
            : _texts[bytes];

    /// <summary>Whether nothing is said.</summary>
    public static bool IsNone(ReadOnlySpan<byte> bytes) => bytes.IsEmpty || bytes is [(byte)'-'];

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}
