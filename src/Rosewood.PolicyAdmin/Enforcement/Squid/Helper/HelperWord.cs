using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>The words by which Squid says who and where, percent-encoded, as the decision takes them; null for what can't be that.</summary>
internal static class HelperWord
{
    /// <summary>Longer ones are none.</summary>
    public const int Longest = 1024;

    /// <summary>Whether Squid had nothing to say.</summary>
    public static bool IsAbsent(ReadOnlySpan<byte> word) => word.Length == 1 && word[0] == '-';

    /// <summary>A login in normal form.</summary>
    public static string? Login(ReadOnlySpan<byte> word) => word.Length > Longest ? null : LoginName.Normalize(PercentText.Text(word));

    /// <summary>An IP address.</summary>
    public static string? Address(ReadOnlySpan<byte> word) => word.Length <= Longest && PercentText.Text(word) is var text && NetworkAddress.TryParse(text, out _) ? text : null;

    /// <summary>A MAC address; empty for the zeros that Squid writes where it could not find one out.</summary>
    public static string? Mac(ReadOnlySpan<byte> word) => word.Length <= Longest && PercentText.Text(word) is var text && MacAddress.TryParse(text, out var mac) ? mac == 0 ? "" : text : null;
}
