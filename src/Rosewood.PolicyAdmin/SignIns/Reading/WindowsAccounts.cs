using System.Text;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Tells accounts that are no person's: computers, services, and those that Windows makes for each session.</summary>
internal static class WindowsAccounts
{
    /// <summary>Whether no person has this account.</summary>
    /// <param name="name">The account, perhaps with its domain before it.</param>
    /// <param name="domain">Its domain; may be empty.</param>
    /// <param name="sid">Its security identifier, which is the same in every language; may be empty.</param>
    public static bool IsSystem(ReadOnlySpan<byte> name, ReadOnlySpan<byte> domain, ReadOnlySpan<byte> sid)
    {
        name = name[(name.LastIndexOf((byte)'\\') + 1)..];
        return SignInTexts.IsNone(name)
            || name[^1] == '$'
            || Is(name, "SYSTEM"u8) || Is(name, "LOCAL SERVICE"u8) || Is(name, "NETWORK SERVICE"u8) || Is(name, "ANONYMOUS LOGON"u8) || Is(name, "defaultuser0"u8)
            || IsNumbered(name, "DWM-"u8) || IsNumbered(name, "UMFD-"u8)
            || Is(domain, "NT AUTHORITY"u8) || Is(domain, "NT SERVICE"u8) || Is(domain, "Window Manager"u8) || Is(domain, "Font Driver Host"u8)
            || sid.SequenceEqual("S-1-5-7"u8) || sid.SequenceEqual("S-1-5-18"u8) || sid.SequenceEqual("S-1-5-19"u8) || sid.SequenceEqual("S-1-5-20"u8)
            || sid.StartsWith("S-1-5-80-"u8) || sid.StartsWith("S-1-5-90-"u8) || sid.StartsWith("S-1-5-96-"u8);
    }

    private static bool IsNumbered(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix) =>
        name.Length > prefix.Length && Is(name[..prefix.Length], prefix) && name[prefix.Length..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
}
