using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Puts the newest review of sign-ins into words. It finds nothing itself; that nobody looked is said as loudly as what was found.</summary>
internal static class LoginSection
{
    private const string Run = "Run Find-SharedCredentialUse -SignInLog with the sign-ins of the period, and make the report again.";

    /// <summary>Below this a number of people who are not named could point at one of them.</summary>
    private const int SmallestCell = 5;

    public static ReportLogins From(ReportMaterial material)
    {
        if (material.SignInReview is not { } review)
        {
            return new ReportLogins { Reviewed = false, Statement = "Nobody looked: no review of the sign-ins is kept. Whether logins are shared is not known.", Next = Run };
        }

        var (period, content) = (material.Period, review.Content);
        var reviewed = review.Touches(period.From, period.Until);

        // A later review of a longer time: what began after the period belongs in another report.
        var findings = content.Findings.Where(f => f.FirstSeen < period.Until).ToList();
        return new ReportLogins
        {
            Reviewed = reviewed,
            Statement = Statement(review, reviewed),
            Next = reviewed ? null : Run,
            ReviewId = review.Id,
            ReviewedAt = review.At,
            EvidenceFrom = review.EvidenceFrom,
            EvidenceUntil = review.EvidenceUntil,
            Accounts = content.Judged,
            Sources = content.Sources,
            Blind = content.Blind,
            Shared = [.. findings.Where(f => f is { OnRoster: true, Verdict: SharedCredentialVerdict.Shared }).Select(f => Show(f, material))],
            Possible = findings.Count(f => f is { OnRoster: true, Verdict: SharedCredentialVerdict.Possible }),
            NotOnRoster = Cell(findings.Count(f => !f.OnRoster)),
            Declared = content.Declared,
            Dismissed = content.Dismissed,
            TakenOut = review.TakenOut,
        };
    }

    private static string Statement(SignInReview review, bool reviewed)
    {
        var from = review.EvidenceFrom is { } first ? $"from {ReportWords.Moment(first)} " : "";
        var seen = $"{ReportWords.Count(review.Content.Judged, "account", "accounts")} in sign-ins {from}to {ReportWords.Moment(review.EvidenceUntil)}";
        return reviewed
            ? $"The review of {ReportWords.Moment(review.At)} judged {seen}."
            : $"Nobody looked at this period. The last review was on {ReportWords.Moment(review.At)} and judged {seen}; what it found is shown below.";
    }

    private static ReportLogin Show(SharedCredentialUse finding, ReportMaterial material) => new(
        material.LoginNames.GetValueOrDefault(finding.SubjectId, finding.Account),
        finding.Likelihood,
        LoginWords.Likelihood(finding.Likelihood),
        finding.FirstSeen,
        finding.LastSeen,
        [.. finding.Devices.Select(LoginWords.Device)],
        [.. finding.Evidence.Select(LoginWords.Evidence)],
        [.. finding.InnocentExplanations.Select(LoginWords.Unnamed)],
        BestDay(finding))
    {
        PersonId = finding.SubjectId,
    };

    private static SignInDay? BestDay(SharedCredentialUse finding)
    {
        var day = finding.Timeline.OrderByDescending(static d => d.Lanes.Sum(static l => l.Marks.Count(static m => m.IsEvidence))).ThenBy(static d => d.Date).FirstOrDefault();
        return day is null ? null : day with { Lanes = [.. day.Lanes.Select(static l => l with { Device = LoginWords.Device(l.Device) })] };
    }

    private static string Cell(int count) => count switch
    {
        0 => "none",
        < SmallestCell => "fewer than five",
        _ => ReportWords.Number(count),
    };
}
