using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Tests.SignIns;

/// <summary>Findings about logins made by hand, so that what shows them does not depend on what finds them.</summary>
internal static class SampleFindings
{
    public const string JoansId = "P-Joan Bell";
    public const string AoifesId = "P-Aoife";
    public const string Pupil = "lab.guest@rosewood.example";

    public static SharedCredentialUse Joan { get; } = Finding("Joan Bell", JoansId) with
    {
        Likelihood = 0.9972,
        Devices = ["OFFICE-PC-02", "R7-PC"],
        Evidence =
        [
            new SharedCredentialEvidence(SignInEvidenceKind.Overlap, 14, 9, 5.02, "R7-PC, then OFFICE-PC-02, then R7-PC again in 4 min (17 Nov 2026 08:40)"),
            new SharedCredentialEvidence(SignInEvidenceKind.ForeignDevice, 3, 1, 2.4, "OFFICE-PC-02 while Kit Rowe was at it (17 Nov 2026 10:05)"),
        ],
        InnocentExplanations = ["Remote desktop: no session was found in the computers' own logs at those times.", "A wrong clock: no, clocks were compared."],
        Timeline =
        [
            new SignInDay(new DateOnly(2026, 11, 16), [new SignInLane("R7-PC", "school", [Mark(16, 8, 31, isEvidence: true)])]),
            Busy,
        ],
    };

    /// <summary>A day with every sort of mark, on devices that need cutting to fit.</summary>
    public static SignInDay Busy => new(
        new DateOnly(2026, 11, 17),
        [
            new SignInLane("R7-PC", "school", [Mark(17, 8, 31), Mark(17, 8, 38, isEvidence: true), Mark(17, 8, 52, isEvidence: true), Mark(17, 10, 4), Mark(17, 15, 20, SignInMarkKind.Remote)]),
            new SignInLane("OFFICE-PC-02", "school", [Mark(17, 8, 36, SignInMarkKind.Failed), Mark(17, 8, 37, SignInMarkKind.Failed), Mark(17, 8, 40, isEvidence: true), Mark(17, 10, 5, isEvidence: true)]),
            new SignInLane("Joan’s very own laptop from home", "another network (Leeds)", [Mark(17, 7, 5, SignInMarkKind.PasswordChanged), Mark(17, 17, 59, SignInMarkKind.Refused)]),
        ]);

    /// <summary>What a review came to: one shared and two possible of people, one of an account that is nobody's.</summary>
    public static SignInReviewContent Content() => new()
    {
        Judged = 48,
        Dismissed = 1,
        Declared = ["kiosk@rosewood.example"],
        Sources =
        [
            new SignInReviewSource("Entra sign-ins (Graph JSON)", At(1, 6, 0), At(20, 17, 30), 18_204),
            new SignInReviewSource("Windows Security events (CSV)", At(2, 7, 0), At(20, 17, 45), 6_012),
        ],
        Blind = ["No computer in the library sent its log."],
        Findings =
        [
            Joan,
            Finding("Aoife O’Neill", AoifesId) with { Verdict = SharedCredentialVerdict.Possible, Likelihood = 0.7 },
            Finding(Pupil, "account:" + Pupil) with { OnRoster = false, Likelihood = 0.98 },
        ],
    };

    /// <summary>The same as the store gives it.</summary>
    public static SignInReview Review() => new("R-0007", At(23, 8, 10), "P-IT", Content(), Shared: 2, Possible: 1);

    public static SharedCredentialUse Finding(string account, string subject) => new()
    {
        Account = account,
        OnRoster = true,
        SubjectId = subject,
        Verdict = SharedCredentialVerdict.Shared,
        Likelihood = 0.96,
        FirstSeen = At(3, 8, 35),
        LastSeen = At(19, 15, 10),
        Devices = ["R7-PC"],
        Evidence = [new SharedCredentialEvidence(SignInEvidenceKind.Alternation, 4, 2, 1.6, "R7-PC, then back")],
        InnocentExplanations = [],
    };

    /// <summary>A finding in which every text that comes from outside attacks.</summary>
    public static SharedCredentialUse Hostile(string text, string subject) => Finding(text, subject) with
    {
        Devices = [text],
        Evidence = [new SharedCredentialEvidence(SignInEvidenceKind.Overlap, 1, 1, 5, text)],
        InnocentExplanations = [text],
        Timeline = [new SignInDay(new DateOnly(2026, 11, 17), [new SignInLane(text, text, [Mark(17, 9, 0, isEvidence: true), Mark(17, 9, 5, SignInMarkKind.Failed)])])],
    };

    public static SignInMark Mark(int day, int hour, int minute, SignInMarkKind kind = SignInMarkKind.SignedIn, bool isEvidence = false) => new(At(day, hour, minute), kind, isEvidence);

    public static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
}
