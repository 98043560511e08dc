namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>How sure each way is, 0–1. What is less than <see cref="Shown"/> is only possible.</summary>
internal static class TextWeights
{
    /// <summary>From here on a finding is shown without <c>-IncludePossible</c>.</summary>
    public const double Shown = 0.5;

    /// <summary>Above this share of numbers that the register lacks, the register is old rather than the numbers strange.</summary>
    public const double MostUnknownNumbers = 0.25;

    /// <summary>A surname fits a supply teacher or a relation of the same name as well.</summary>
    private const double BySurname = 0.65;

    /// <summary>How sure a kind is.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="isBySurname">Whether only title and surname told who it was.</param>
    public static double Of(TextMessageMisuseKind kind, bool isBySurname)
    {
        var sure = kind switch
        {
            // The service's own record of who was signed in; a colleague at an unlocked screen remains.
            TextMessageMisuseKind.SenderNotAllowed => 0.9,

            // A planned message goes out after its sender has left.
            TextMessageMisuseKind.SenderNotEmployed => 0.8,

            // Rosters are put right late.
            TextMessageMisuseKind.OutsideRole => 0.4,

            // Mostly a login that the roster does not know yet.
            TextMessageMisuseKind.UnknownSender => 0.5,

            // Mostly a new number.
            _ => 0.3,
        };
        return Math.Round(isBySurname ? sure * BySurname : sure, 2);
    }
}
