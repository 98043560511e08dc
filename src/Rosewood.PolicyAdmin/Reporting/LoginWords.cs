using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Findings about logins in the words of the report.</summary>
internal static partial class LoginWords
{
    /// <summary>A likelihood, 0–1, with its number; never as certain.</summary>
    public static string Likelihood(double likelihood)
    {
        var percent = likelihood > 0.99 ? "over 99%" : likelihood.ToString("0%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        return (likelihood switch { > 0.99 => "very likely", >= 0.9 => "likely", _ => "possible" }) + $" ({percent})";
    }

    /// <summary>One class of evidence as a sentence.</summary>
    public static string Evidence(SharedCredentialEvidence evidence) =>
        $"{Name(evidence.Kind)}, on {ReportWords.Count(evidence.Days, "day", "days")}. For example: {Unnamed(evidence.Detail).TrimEnd('.')}.";

    /// <summary>A device as it may stand in a report: one that is known by an address only could give away a home.</summary>
    public static string Device(string device) => IPAddress.TryParse(device, out _) ? "a device without a name" : device;

    /// <summary>
    /// A sentence of a finding without accounts: people on the roster stand in it by their names, so what is a login or UPN is nobody's on
    /// the roster, may be a pupil's, and is never named.
    /// </summary>
    public static string Unnamed(string sentence) => Word().Replace(sentence, static word =>
        word.ValueSpan.ContainsAny('@', '\\') ? "an account that is not on the roster" : word.Value);

    /// <summary>What a mark shows.</summary>
    public static string Name(SignInMarkKind kind) => kind switch
    {
        SignInMarkKind.SignedIn => "Signed in",
        SignInMarkKind.Failed => "Wrong password",
        SignInMarkKind.Refused => "Second factor refused",
        SignInMarkKind.Remote => "Remote desktop",
        SignInMarkKind.PasswordChanged => "Password changed",
        _ => kind.ToString(),
    };

    [GeneratedRegex(@"[^\s(),;:]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    private static string Name(SignInEvidenceKind kind) => kind switch
    {
        SignInEvidenceKind.Overlap => "In two places at once",
        SignInEvidenceKind.Alternation => "Back and forth between devices within minutes",
        SignInEvidenceKind.ForeignDevice => "On somebody else’s computer",
        SignInEvidenceKind.Absence => "In school on a recorded day of absence",
        SignInEvidenceKind.HandOver => "On a new device right after the password changed",
        SignInEvidenceKind.SecondFactor => "Second factor refused, or answered by somebody else’s phone",
        SignInEvidenceKind.PhoneAway => "Used in school while the person’s phone was at home",
        SignInEvidenceKind.LaptopAway => "On days in question, the person’s own laptop lay still",
        SignInEvidenceKind.Travel => "Two places too far apart for the time between, which only supports the rest",
        _ => kind.ToString(),
    };
}
