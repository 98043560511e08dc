using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Phones;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Clauses that stand on registers. One that asks everybody is held only while nobody is outstanding.</summary>
internal static class RegisterControls
{
    private const string Register = "Get-PolicyAcknowledgement -Outstanding shows who; Register-PolicyAcknowledgement records it.";

    public static ControlFinding KnowThePolicy(ControlFacts facts) =>
        Acknowledged(facts, "have read the policy and looked at their privacy settings", AcknowledgedStatement.PolicyRead, AcknowledgedStatement.PrivacySettings);

    public static ControlFinding NamesNobody(ControlFacts facts) =>
        Acknowledged(facts, "say that they name neither the school nor colleagues", AcknowledgedStatement.NamesNobody);

    public static ControlFinding NoFriendships(ControlFacts facts) =>
        Acknowledged(facts, "say that they are not friends with pupils on social media", AcknowledgedStatement.NotFriendsWithPupils);

    /// <summary>Every interview on record speaks of social media, and nobody who began since the register did is without one (REC-1).</summary>
    public static ControlFinding Interviews(ControlFacts facts)
    {
        if (facts.Recruitment.Count == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, "No interview is on record. Register-RecruitmentRecord records one.");
        }

        var last = facts.Recruitment.Max(static r => r.RecordedAt);
        var silent = facts.Recruitment.Count(static r => !r.SocialMediaDiscussed);
        var begun = facts.Recruitment.Min(static r => r.InterviewDate);
        var linked = facts.Recruitment.Select(static r => r.PersonId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var without = facts.Staff.Count(p => p.StartDate > begun && !linked.Contains(p.Id));
        var said = PlainText.Count(facts.Recruitment.Count, "interview", "interviews") + " on record";
        return silent + without > 0
            ? new ControlFinding(ControlStatus.NotCovered, $"Incomplete: {said}, {silent} without talk of social media; {PlainText.Count(without, "person has", "people have")} begun since {Date(begun)} without a record. Register-RecruitmentRecord adds what is missing.", last)
            : new ControlFinding(ControlStatus.Recorded, $"{said}, social media talked about at each; the last of {Date(facts.Recruitment.Max(static r => r.InterviewDate))}.", last);
    }

    /// <summary>Everybody appointed looked through what they posted before (REC-2).</summary>
    public static ControlFinding Posts(ControlFacts facts)
    {
        var appointed = facts.Recruitment.Where(static r => r.Outcome == RecruitmentOutcome.Appointed).ToList();
        if (appointed.Count == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, "No appointed candidate is on record. Register-RecruitmentRecord -Id -Outcome Appointed -PostsLookedThrough records one.");
        }

        var last = appointed.Max(static r => r.RecordedAt);
        var without = appointed.Count(static r => !r.PostsLookedThrough);
        var said = $"{PlainText.Count(appointed.Count, "appointed candidate", "appointed candidates")} on record";
        return without > 0
            ? new ControlFinding(ControlStatus.NotCovered, $"Incomplete: {said}, {without} of them without having looked through what they posted. Register-RecruitmentRecord -Id -PostsLookedThrough records it.", last)
            : new ControlFinding(ControlStatus.Recorded, $"{said}; each has looked through what they posted.", last);
    }

    /// <summary>Head and deputies have a number that may be shared, and no work number is anybody else's (COM-2).</summary>
    public static ControlFinding Numbers(ControlFacts facts)
    {
        var texts = " " + Signatures(facts);
        var imports = facts.Done("Import-PolicyPerson");
        var recorded = facts.WorkPhones.Count(static p => p.Number is not null);
        if (recorded == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, "The roster holds nobody's work number." + texts);
        }

        var shared = facts.WorkPhones.Count(static p => p is { MayBeShared: true, Finding: not WorkPhoneFinding.Missing });
        var missing = facts.WorkPhones.Count(static p => p.Finding == WorkPhoneFinding.Missing);
        var wrong = facts.WorkPhones.Count(static p => p.Finding is not (WorkPhoneFinding.None or WorkPhoneFinding.Missing));
        var held = $"The roster holds the work numbers of {PlainText.Count(recorded, "person", "people")}, {shared} of them the head's or a deputy's.";
        var blind = facts.PhonesBlind is null ? "" : " Families' numbers could not be compared with them: their key is not there.";
        return missing + wrong > 0
            ? new ControlFinding(ControlStatus.NotCovered, $"Incomplete: {missing} of head and deputies without a work number, {wrong} unreadable or also a colleague's or a family's. {held} Get-WorkPhone -FindingsOnly shows them.{blind}{texts}", imports.LastAt)
            : new ControlFinding(ControlStatus.Recorded, held + blind + texts, imports.LastAt);
    }

    /// <summary>Whether private numbers in signatures were looked for, and what came of it.</summary>
    private static string Signatures(ControlFacts facts)
    {
        if (facts.SignatureReview is not { } review)
        {
            return facts.Config.Correspondence.ReadSignatures
                ? "Private numbers in mail were not looked for yet: Find-UnofficialCorrespondence -MessageText does."
                : "Private numbers in mail are not looked for: correspondence.readSignatures is off.";
        }

        var messages = PlainText.Count(ControlFacts.TextsOf(review).Sum(static s => s.Records), "message", "messages");
        var found = review.Content.Kinds.GetValueOrDefault(CorrespondenceKind.PersonalNumber);
        return $"Private numbers were last looked for on {facts.Day(review.At)} in {messages}: {(found == 0 ? "none" : PlainText.Count(found, "finding", "findings"))}.";
    }

    /// <summary>Mail is examined, and what SLT ruled is on record (COM-4).</summary>
    public static ControlFinding SchoolSystems(ControlFacts facts)
    {
        var mail = ControlRules.MailReviewed(facts);
        var standing = facts.Rulings.Count(r => r.StatusAt(facts.Now.UtcTicks) == RulingStatus.Active);
        if (facts.Rulings.Count == 0)
        {
            return mail with { Evidence = mail.Evidence + " No ruling of leadership is on record; New-SltRuling records one." };
        }

        var last = facts.Rulings.Max(static r => r.Fact.RecordedAt);
        var rulings = $"{PlainText.Count(standing, "ruling", "rulings")} in force of {facts.Rulings.Count}, the last recorded on {facts.Day(last)}.";
        return mail.Status == ControlStatus.NotCovered && standing > 0
            ? new ControlFinding(ControlStatus.Recorded, $"{rulings} {mail.Evidence}", last)
            : mail with { Evidence = $"{mail.Evidence} {rulings}" };
    }

    private static ControlFinding Acknowledged(ControlFacts facts, string what, params AcknowledgedStatement[] statements)
    {
        var said = facts.Acknowledgements.Facts.Where(f => f.Statements.Any(statements.Contains)).ToList();
        if (said.Count == 0 || facts.Staff.Count == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, $"Nobody's acknowledgement is on record. {Register}");
        }

        var last = said.Max(static f => f.RecordedAt);
        var outstanding = facts.Staff.Count(p => facts.Acknowledgements.OutstandingOf(p.Id).Any(statements.Contains));
        var done = $"{facts.Staff.Count - outstanding} of {PlainText.Count(facts.Staff.Count, "member of staff", "members of staff")} {what}, the last on {Date(said.Max(static f => f.Date))}.";
        return outstanding > 0
            ? new ControlFinding(ControlStatus.NotCovered, $"Outstanding: {outstanding}. {done} {Register}", last)
            : new ControlFinding(ControlStatus.Recorded, done, last);
    }

    private static string Date(DateOnly day) => FormattableString.Invariant($"{day:yyyy-MM-dd}");
}
