using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>Why a finding is dismissed, or no longer: one line of text that can be seen.</summary>
internal static class SuppressionReason
{
    private const int Longest = 500;

    /// <summary>The text cleaned; null when there is none.</summary>
    /// <exception cref="FaultException"><c>SuppressionReasonInvalid</c>.</exception>
    public static string? Read(string? typed)
    {
        var text = PlainText.Clean(typed ?? "");
        if (text.Length > Longest)
        {
            throw SuppressionFaults.ReasonTooLong(Longest).ToException();
        }

        if (PlainText.FindHidden(text) is { } hidden)
        {
            throw SuppressionFaults.ReasonHidden(hidden).ToException();
        }

        return text.Length == 0 ? null : text;
    }
}
