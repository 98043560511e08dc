using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>What a person writes into a register: one line of text that can be seen.</summary>
internal static class RegisterText
{
    private const int Longest = 500;
    private const int LongestId = 64;

    /// <summary>The text cleaned; null when there is none.</summary>
    /// <param name="parameter">Where it was typed.</param>
    /// <param name="typed">What.</param>
    /// <exception cref="FaultException"><c>RegisterTextInvalid</c>.</exception>
    public static string? Read(string parameter, string? typed)
    {
        var text = PlainText.Clean(typed ?? "");
        return text.Length > Longest || PlainText.FindHidden(text) is not null
            ? throw RegisterFaults.TextInvalid(parameter, Longest).ToException()
            : text.Length == 0 ? null : text;
    }

    /// <summary>The text cleaned; it must be there.</summary>
    /// <exception cref="FaultException"><c>RegisterTextInvalid</c>, <c>RegisterTextMissing</c>.</exception>
    public static string Require(string parameter, string? typed, string example) =>
        Read(parameter, typed) ?? throw RegisterFaults.TextMissing(parameter, example).ToException();

    /// <summary>The school's id of a family. An address or a number is none: it would be shown wherever the family is.</summary>
    /// <exception cref="FaultException"><c>FamilyIdInvalid</c>.</exception>
    public static string RequireFamily(string? typed)
    {
        var text = PlainText.Clean(typed ?? "");
        return text.Length is 0 or > LongestId || PlainText.FindHidden(text) is not null || text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsAsciiDigit) > 9
            ? throw RegisterFaults.FamilyIdInvalid().ToException()
            : text;
    }

    /// <summary>A file says whom it is about by itself.</summary>
    /// <exception cref="FaultException"><c>RegisterUserOrPath</c>.</exception>
    public static void RefuseBoth(string user)
    {
        if (user.Length > 0)
        {
            throw RegisterFaults.UserOrPath().ToException();
        }
    }
}
