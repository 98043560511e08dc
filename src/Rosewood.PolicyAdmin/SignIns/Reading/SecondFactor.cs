using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What a person did about the second factor, from Entra's words in <c>status.additionalDetails</c> and the steps' results, which all begin with <c>MFA denied</c>.</summary>
internal static class SecondFactor
{
    /// <summary>Refused or left unanswered by a person; null where the words tell neither, such as a wrong code.</summary>
    /// <param name="record">The record.</param>
    /// <param name="texts">Makes its words texts.</param>
    public static SignInOutcome? Of(scoped SignInRecord record, SignInTexts texts)
    {
        var outcome = Of(texts.Text(record[SignInField.Detail]));
        for (var i = 0; outcome is null && i < record.Fields.Steps; i++)
        {
            outcome = Of(texts.Text(record.Step(i)));
        }

        return outcome;
    }

    private static SignInOutcome? Of(string? words)
    {
        if (words is null)
        {
            return null;
        }

        return Says(words, "user declined") || Says(words, "reported fraud") || Says(words, "fraud code")
            ? SignInOutcome.SecondFactorRefused
            : Says(words, "timed out") || Says(words, "did not respond") ? SignInOutcome.SecondFactorTimedOut : null;
    }

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
