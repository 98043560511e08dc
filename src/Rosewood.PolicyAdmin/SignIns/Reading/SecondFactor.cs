using System.Text;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What a person did about the second factor, from Entra's words in <c>status.additionalDetails</c> and the steps' results, which all begin with <c>MFA denied</c>.</summary>
internal static class SecondFactor
{
    /// <summary>Refused or left unanswered by a person; null where the words tell neither, such as a wrong code.</summary>
    public static SignInOutcome? Of(scoped SignInRecord record)
    {
        var outcome = Of(record[SignInField.Detail]);
        for (var i = 0; outcome is null && i < record.Fields.Steps; i++)
        {
            outcome = Of(record.Step(i));
        }

        return outcome;
    }

    private static SignInOutcome? Of(ReadOnlySpan<byte> words)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(words[..Math.Min(words.Length, SignInTexts.Longest)]);
        return Says(text, "user declined") || Says(text, "reported fraud") || Says(text, "fraud code")
            ? SignInOutcome.SecondFactorRefused
            : Says(text, "timed out") || Says(text, "did not respond") ? SignInOutcome.SecondFactorTimedOut : null;
    }

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
