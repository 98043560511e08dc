using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Every clause with its rule in short and how its evidence is found. The order is the policy's.</summary>
internal static class ControlRules
{
    /// <summary>Entra keeps sign-ins for 30 days: after a longer pause there are days that nobody can look at any more.</summary>
    private const int MostDaysBetweenReviews = 31;

    /// <summary>Exchange keeps message traces for 90 days.</summary>
    private const int MostDaysBetweenMailReviews = 90;

    /// <summary>A month's texts can still be asked about.</summary>
    private const int MostDaysBetweenTextImports = 31;

    public static IReadOnlyList<ControlRule> All { get; } =
    [
        new("USE-1", "No social media from school devices without a senior leader's word", UseOfSchoolDevices),
        new("USE-2", "Own devices only outside sessions", UseOfOwnDevices),
        new("USE-3", "Head and deputy reach families through school mobiles, in the open", StandingAuthorisation),
        new("USE-4", "Every interactive medium counts; the list stays open", Catalogue),
        new("LOG-1", "Nobody shares a login", Logins),
        new("LOG-2", "Using another's login is misuse", IncidentControls.LoginMisuse),
        new("COM-1", "School business goes by official mail", Correspondence),
        new("COM-2", "Personal numbers stay private; school mobiles are for calls", RegisterControls.Numbers),
        new("COM-3", "Texts to families go through the school's service, from those who may send", Texts),
        new("COM-4", "School systems only; leadership rules on doubt", RegisterControls.SchoolSystems),
        new("REL-1", "Friendships with families from before are declared", facts => Links(facts, FamilyLinkKind.RelationshipDeclaration)),
        new("REL-2", "Contact with families on social media only for the child, and told to leadership", facts => Links(facts, FamilyLinkKind.FamilyContactAgreement)),
        new("REL-3", "No friendships with pupils, present or past", RegisterControls.NoFriendships),
        new("SAF-1", "What a child sends goes to the safeguarding lead", IncidentControls.Concerns),
        new("SAF-2", "Signs of radicalisation, grooming and bullying are reported; named services are watched", IncidentControls.Signs),
        new("SAF-3", "Suspected illegal acts follow child protection and e-safety protocol", IncidentControls.Protection),
        new("CON-1", "No harm to the school's name, confidence, copyright or colleagues", IncidentControls.Conduct),
        new("CON-2", "Outside school, neither school nor colleagues are named", RegisterControls.NamesNobody),
        new("MIS-1", "Misuse is classed by kind and nature", IncidentControls.Classes),
        new("MIS-2", "Criminal types of incident are known and routed", IncidentControls.CriminalTypes),
        new("MIS-3", "Nothing is called a crime before it is investigated", IncidentControls.Investigated),
        new("DIS-1", "Breaches may have disciplinary consequences", IncidentControls.Severity),
        new("RES-1", "Abuse and other crime: child protection protocol first", IncidentControls.Protection),
        new("RES-2", "Damage to reputation: leadership answers", IncidentControls.Reputation),
        new("RES-3", "Inflammatory posts: the school first, then police or law", IncidentControls.Posts),
        new("REC-1", "Every interview speaks of social media", RegisterControls.Interviews),
        new("REC-2", "New staff look through what they posted before", RegisterControls.Posts),
        new("TRN-1", "Staff know the policy and keep their privacy settings high", RegisterControls.KnowThePolicy),
        new("GOV-1", "Read together with data protection and the school's other policies", Governance),
    ];

    private static ControlFinding UseOfSchoolDevices(ControlFacts facts)
    {
        var grants = facts.Done("Grant-SocialMediaAccess");
        var held = PlainText.Count(grants.Count, "grant", "grants") + " recorded";
        if (facts.Proved.Count > 0)
        {
            var (target, at) = facts.Proved[^1];
            return new ControlFinding(ControlStatus.Enforced, $"The block was proved on {string.Join(", ", facts.Proved.Select(static p => p.Target))}, last on {target}; {held}. Test-SocialMediaBlock proves it again.", at);
        }

        return facts.Visits.Count > 0
            ? new ControlFinding(ControlStatus.Audited, $"{PlainText.Count(facts.Visits.Count, "visit", "visits")} in the imported logs judged by the grants in force at the time; {held}. No target has been proved to block.", facts.Visits.LastAt)
            : grants.Count > 0
                ? new ControlFinding(ControlStatus.Recorded, $"{held}; no visit in an imported log to judge by them.", grants.LastAt)
                : new ControlFinding(ControlStatus.NotCovered, "No grant is recorded and no log has shown a visit. Import-FirewallLog brings the evidence.");
    }

    private static ControlFinding UseOfOwnDevices(ControlFacts facts)
    {
        var day = facts.Config.SchoolDay;
        if (day.Terms.Count == 0 || day.Sessions.Count == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, "policy.json holds no terms and sessions to judge by.");
        }

        var timetable = $"A timetable of {PlainText.Count(day.Terms.Count, "term", "terms")} and {PlainText.Count(day.Sessions.Count, "session", "sessions")}";
        return facts.Visits.Count > 0
            ? new ControlFinding(ControlStatus.Audited, $"{timetable} judges visits from own devices.", facts.Visits.LastAt)
            : new ControlFinding(ControlStatus.NotCovered, $"{timetable} stands ready, but no log has shown a visit to judge.");
    }

    private static ControlFinding StandingAuthorisation(ControlFacts facts) => facts.Config.Access.StandingAuthorisation
        ? new ControlFinding(ControlStatus.Recorded, "The standing authorisation is on: head and deputy on school mobiles. Every report lists it and its use.")
        : new ControlFinding(ControlStatus.NotCovered, "The standing authorisation is switched off in policy.json: head and deputy need a grant like everyone else.");

    private static ControlFinding Logins(ControlFacts facts)
    {
        const string Run = "Find-SharedCredentialUse makes one, with -SignInLog from exports or with -FromTenant.";
        var reviews = facts.SignInReviews.Evidence;
        return facts.SignInReviews.Judge(
            MostDaysBetweenReviews,
            "No review of the sign-ins is kept. " + Run,
            age => $"Overdue: the newest sign-in that a review looked at is {age} old, and Entra keeps them for 30. {Run}",
            $"Sign-ins are examined for shared logins: {PlainText.Count(reviews.Count, "review", "reviews")}, the newest sign-in of {facts.Day(reviews.LastAt)}; the newest review's findings are in every report.");
    }

    private static ControlFinding Links(ControlFacts facts, FamilyLinkKind kind)
    {
        var (one, many, command) = kind == FamilyLinkKind.RelationshipDeclaration
            ? ("declaration", "declarations", "New-RelationshipDeclaration")
            : ("agreed contact", "agreed contacts", "New-FamilyContactAgreement");
        var all = facts.FamilyLinks.Where(l => l.Fact.Kind == kind).ToList();
        if (all.Count == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, $"The register holds none. {command} records one; where nobody has any, ask staff once a year all the same.");
        }

        var standing = all.Where(l => l.StatusAt(facts.Now.UtcTicks) == FamilyLinkStatus.Active).ToList();
        var due = standing.Count(l => l.Fact.ReviewDate <= facts.Today);
        return new ControlFinding(
            ControlStatus.Recorded,
            $"{PlainText.Count(standing.Count, one, many)} in force of {PlainText.Count(all.Count, "entry", "entries")}" + (due > 0 ? $"; {PlainText.Count(due, "is", "are")} due for review." : "."),
            all.Max(l => l.Fact.RecordedAt));
    }

    private static ControlFinding Catalogue(ControlFacts facts)
    {
        var added = facts.Done("Add-SocialMediaService");
        return new ControlFinding(
            ControlStatus.Recorded,
            $"A catalogue of services by kind, private web mail among them, with {PlainText.Count(added.Count, "addition", "additions")} by the school.",
            added.LastAt);
    }

    private static ControlFinding Correspondence(ControlFacts facts)
    {
        var mail = MailReviewed(facts);
        return mail.Status == ControlStatus.Audited || facts.Visits.Count == 0
            ? mail
            : new ControlFinding(ControlStatus.Audited, $"Private web mail on school devices shows in the imported logs. {mail.Evidence}", facts.Visits.LastAt);
    }

    /// <summary>What the reviews of correspondence show about mail.</summary>
    internal static ControlFinding MailReviewed(ControlFacts facts)
    {
        const string Run = "Find-UnofficialCorrespondence makes one, with -MessageTrace or -MessageHeader from exports or with -FromTenant.";
        var reviews = facts.MailReviews.Evidence;
        return facts.MailReviews.Judge(
            MostDaysBetweenMailReviews,
            $"No review of mail is kept. {Run}",
            age => $"Overdue: the newest mail that a review looked at is {age} old, and Exchange keeps traces for {MostDaysBetweenMailReviews}. {Run}",
            $"Mail is examined by metadata for ways past the school's systems: {PlainText.Count(reviews.Count, "review", "reviews")}, the newest mail of {facts.Day(reviews.LastAt)}.");
    }

    private static ControlFinding Texts(ControlFacts facts)
    {
        const string Run = "Import-TextMessageLog reads the text service's export.";
        return facts.TextImports.Judge(
            MostDaysBetweenTextImports,
            "No text message is recorded. " + Run,
            age => $"Overdue: texts were last imported {age} ago. {Run}",
            $"{PlainText.Count(facts.Texts.Count, "text", "texts")} to families recorded, the last of {facts.Day(facts.Texts.LastAt)}; Find-TextMessageMisuse shows who sent them.");
    }

    private static ControlFinding Governance(ControlFacts facts)
    {
        var trail = facts.Proof.IsSound
            ? $"The audit trail of {PlainText.Count(facts.Proof.Entries, "entry", "entries")} proves whole."
            : "The audit trail does not prove sound: see Test-PolicyAudit.";
        var retention = facts.RetentionRun is not { } run ? "Data whose time is over have never been removed: Remove-ExpiredPolicyData does it."
            : facts.Now - run > RetentionState.Overdue ? $"Data whose time is over were last removed on {facts.Day(run)}, which is overdue: Remove-ExpiredPolicyData does it."
            : $"Data whose time is over were last removed on {facts.Day(run)}.";
        var holds = facts.LegalHolds == 0 ? "No legal hold is in force." : $"{PlainText.Count(facts.LegalHolds, "legal hold keeps", "legal holds keep")} records beyond their time.";
        return new(facts.Proof.IsSound ? ControlStatus.Recorded : ControlStatus.NotCovered, $"{trail} {retention} {holds} Export-PersonData answers requests for access.", facts.LastEntryAt);
    }
}

/// <summary>A clause, its rule in our own words, and how its evidence is found.</summary>
internal sealed record ControlRule(string Clause, string Rule, Func<ControlFacts, ControlFinding> Find);
