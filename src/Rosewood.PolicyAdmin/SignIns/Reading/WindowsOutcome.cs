using System.Buffers.Text;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What the numbers in Windows logon events mean, by Microsoft's pages on events 4624 and 4625.</summary>
internal static class WindowsOutcome
{
    /// <summary>Whether a person was there, by the logon type.</summary>
    public static SignInActivity Activity(int logonType) => logonType switch
    {
        2 => SignInActivity.Interactive,   // at the keyboard
        7 => SignInActivity.Interactive,   // unlocked
        11 => SignInActivity.Interactive,  // at the keyboard, with cached credentials
        13 => SignInActivity.Interactive,  // unlocked, with cached credentials
        10 => SignInActivity.Remote,       // remote desktop
        12 => SignInActivity.Remote,       // remote desktop, with cached credentials
        _ => SignInActivity.Background,    // 3 network, 4 batch, 5 service, 8 network with a clear password, 9 other credentials for the network
    };

    /// <summary>How a failed logon ended, by its NTSTATUS.</summary>
    /// <returns>Null when there is no such account, and so no person.</returns>
    public static SignInOutcome? Failure(uint status) => status switch
    {
        0xC0000064 => null,                             // no such account
        0xC000006A => SignInOutcome.WrongPassword,      // wrong password
        0xC000006D => SignInOutcome.WrongPassword,      // wrong name or password, and nothing closer is said
        0xC0000071 => SignInOutcome.PasswordOutdated,   // the password has expired
        0xC0000224 => SignInOutcome.PasswordOutdated,   // the password must be changed first
        _ => SignInOutcome.Refused,                     // 0xC0000234 locked, 0xC0000072 disabled, 0xC000006F out of hours, …
    };

    /// <summary>A number as events have it: decimal, negative where 32 bits are read so, or hexadecimal with <c>0x</c>.</summary>
    public static uint? Number(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("0x"u8) || text.StartsWith("0X"u8))
        {
            return Utf8Parser.TryParse(text[2..], out uint hexadecimal, out var digits, 'X') && digits == text.Length - 2 ? hexadecimal : null;
        }

        return Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length && number is >= int.MinValue and <= uint.MaxValue ? unchecked((uint)number) : null;
    }

    /// <summary>Whether the event's keywords say that what was tried failed: in words, or as the bit that marks it.</summary>
    public static bool IsFailure(ReadOnlySpan<byte> keywords) =>
        keywords.EndsWith("Failure"u8) || keywords.SequenceEqual("0x8010000000000000"u8) || keywords.SequenceEqual("-9218868437227405312"u8);
}
