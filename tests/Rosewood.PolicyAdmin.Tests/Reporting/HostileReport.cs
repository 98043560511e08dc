using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.SignIns;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>A report in which every text that comes from outside attacks.</summary>
internal static class HostileReport
{
    /// <summary>Texts that try to run, to break out of their place, to turn the page around, or to burst it.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>window.pwned=1</script>",
        "\"><img src=x onerror=window.pwned=1>",
        "' onmouseover='window.pwned=1' x='",
        "</title></style></table><svg onload=window.pwned=1>",
        "<!--<script>",
        "javascript:window.pwned=1",
        "&lt;b&gt;&#60;script&#62;",
        "Robert\u202Eknil\u2066daer\u200F",
        "nul\0bell\u0007escape\u001B[31m",
        "line\r\nbreak\u2028para\u2029graph\ttab",
        new string('W', 10_000),
        "https://example.test/" + new string('a', 3000),
        "lone\uD800surrogate",
        "=HYPERLINK(\"http://evil.test\",\"x\")",
        "\U0001F9D1\u200D\U0001F3EB Zoë ʻŌpūnui",
        "",
    ];

    public static ComplianceReport Full { get; } = SampleReport.Build(Material(), Visits());

    public static ReportMaterial Material() => SampleReport.Material with
    {
        School = Texts[1],
        MadeBy = Texts[0],
        Audit = new AuditProof(Intact: false, 12, Texts[3], BrokenAt: 7, Texts[1], Guarded: false, Erased: 2),
        StandingHolders = [.. Texts.Select((t, i) => SampleReport.Staff($"P-{i}", t, Role.HeadTeacher))],
        Grants =
        [
            .. Texts.Select((t, i) => SampleReport.Grant(
                t + i, t, [t, t], [t], t, t, (GrantStatus)(i % 4), i % 4 == 3 ? ConfirmationState.Refused : ConfirmationState.Unconfirmed) with
            { GrantedBy = t, Reference = t }),
        ],
        Coverage = [.. Texts.Select(t => new CoverageFinding(CoverageKind.NoLines, SampleReport.At(16, 9, 0), SampleReport.At(16, 10, 0), t, 0.5, t))],
        Controls = [.. Texts.Select(t => new PolicyControl(t, t, ControlStatus.NotCovered, t, SampleReport.At(16, 9, 0)))],
        SignInReview = SampleFindings.Review() with
        {
            Content = SampleFindings.Content() with
            {
                Declared = Texts,
                Blind = Texts,
                Sources = [.. Texts.Select(t => new SignInReviewSource(t, SampleReport.At(1, 8, 0), SampleReport.At(20, 8, 0), 12))],
                Findings = [.. Texts.Select((t, i) => SampleFindings.Hostile(t, "P-" + i))],
            },
        },
        LoginNames = Texts.Select((t, i) => (Id: "P-" + i, Name: t)).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal),
        RelatedPolicies =
        [
            .. Texts.Select(t => new RelatedPolicy(t, t)),
            new RelatedPolicy("quote", "https://rosewood.example/\"onmouseover=\"window.pwned=1"),
            new RelatedPolicy("data", "data:text/html,<script>window.pwned=1</script>"),
        ],
        NamedServices = Texts,
    };

    public static IEnumerable<Visit> Visits() => Texts.SelectMany((t, i) => new[]
    {
        SampleReport.Visit(t, t, Verdict.Unexplained, SampleReport.At(17, 9, i), device: t),
        SampleReport.Visit(t, t, Verdict.PersonalInSession, SampleReport.At(18, 9, i), device: t),
        SampleReport.Visit(t, t, Verdict.Authorised, SampleReport.At(18, 9, i), device: t, reason: ReasonCode.StandingAuthorisation) with { PersonId = $"P-{i}" },
        SampleReport.Visit(t, t, Verdict.Authorised, SampleReport.At(18, 10, i), device: t, reason: ReasonCode.Grant) with { GrantId = t, OutlivedGrantId = t + i, OutlivedGrantBy = TimeSpan.FromSeconds(i + 1) },
    });
}
