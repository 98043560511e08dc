using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>What the demo school's leaders recorded in its registers, in order of time.</summary>
internal static class DemoRegisters
{
    private const string Head = "h.ashworth-bell";
    private const string Newcomer = "o.bright";

    /// <summary>All acts.</summary>
    public static IReadOnlyList<DemoAct> Acts { get; } =
    [
        new("2026-11-02 08:20", Head, () => Acknowledged("2026-09-03", [.. DemoRoster.Load().Staff.Select(static s => s.Login).Where(static l => l is not Newcomer)])),
        new("2026-11-02 08:25", Head, () => Acknowledged("2026-11-02", [Newcomer])),
        new("2026-11-02 08:30", Head, () => new RegisterRecruitmentRecord
        {
            Candidate = "Oluwaseun Bright",
            Post = "Supply teacher",
            InterviewDate = new TimeInput("2026-10-13"),
            SocialMediaDiscussed = true,
            PostsLookedThrough = true,
            Outcome = RecruitmentOutcome.Appointed,
            OutcomeDate = new TimeInput("2026-10-15"),
            User = Newcomer,
        }),
        new("2026-11-02 08:35", Head, () => new RegisterRecruitmentRecord
        {
            Candidate = "Niall Ó Briain",
            Post = "Supply teacher",
            InterviewDate = new TimeInput("2026-10-13"),
            SocialMediaDiscussed = true,
            Outcome = RecruitmentOutcome.Unsuccessful,
            OutcomeDate = new TimeInput("2026-10-15"),
        }),
        new("2026-11-02 08:40", Head, () => new NewRelationshipDeclaration
        {
            User = "r.bielak",
            FamilyId = "F-2005",
            Relationship = "Godmother of the eldest; friends since 2011",
            Since = new TimeInput("2011-06-01"),
            Boundaries = "No talk of the school or of other children",
            ReviewDate = new TimeInput("2027-09-01"),
        }),
        new("2026-11-02 08:45", Head, () => new NewRelationshipDeclaration
        {
            User = "j.pike",
            FamilyId = "F-2025",
            Relationship = "Next-door neighbours",
            ReviewDate = new TimeInput("2027-09-01"),
        }),
        new("2026-11-02 08:50", Head, () => new NewFamilyContactAgreement
        {
            User = "a.nidhonnchadha",
            FamilyId = "F-2024",
            Service = ["WhatsApp"],
            Reason = "The mother has no e-mail and answers nowhere else; about transport and medicine only",
            Until = new TimeInput("2027-03-26"),
        }),
        new("2026-11-04 16:30", Head, () => new NewSltRuling
        {
            Subject = "Class teachers may send photographs of work through the learning journal",
            Ruling = RulingKind.Permitted,
            System = "journal.example",
            Reason = "It is the school's own account, and families can't write to each other there",
            Until = new TimeInput("2027-07-21"),
        }),
        new("2026-11-05 09:00", Head, () => new RegisterFilteringReview
        {
            ReviewedBy = ["h.ashworth-bell", "r.oyelaran", "it.tech", "chair"],
            Outcome = "Filtering and monitoring hold on school computers; the library's computers ask for no login",
            On = new TimeInput("2026-11-04"),
            AcceptedGap = ["Library computers are not told apart by person until the spring term"],
            AcceptedBy = Head,
        }),
    ];

    private static RegisterPolicyAcknowledgement Acknowledged(string day, string[] who) =>
        new() { User = who, Date = new TimeInput(day), Version = "2026", Statement = Enum.GetValues<AcknowledgedStatement>() };
}
