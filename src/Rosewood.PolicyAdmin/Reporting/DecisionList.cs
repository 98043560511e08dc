using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Numbers what SLT decides or looks over. It orders what was decided elsewhere; it decides nothing itself (DIS-1).</summary>
internal sealed class DecisionList(ReportMaterial material)
{
    private const int MostPerKind = 40;
    private readonly List<ReportDecision> _items = [];
    private int _leftOut;

    public static ReportDecisions From(ReportMaterial material, VisitTally tally, ReportLogins logins, ReportGrants grants, ReportStanding standing, IReadOnlyList<ReportSection> sections)
    {
        var list = new DecisionList(material);
        list.AddAudit();
        list.AddLogins(logins);
        list.AddUnexplained(tally);
        list.AddInSession(tally);
        list.AddGrants(grants);
        list.AddEach([.. sections.SelectMany(static s => s.Asks)], list.Add);
        list.AddStanding(standing);
        return new ReportDecisions(list._items, list._leftOut);
    }

    private void AddAudit()
    {
        var audit = material.Audit;
        if (!audit.IsSound)
        {
            // What retention erases is recorded in the trail: whoever took other values away used another program.
            var unexplained = audit.Erased - audit.ErasedByRetention;
            var erased = unexplained == 0
                ? ""
                : $" The values of {ReportWords.Count(unexplained, "entry", "entries")} are gone, and no run of Remove-ExpiredPolicyData accounts for them.";
            Add(
                DecisionKind.AuditBroken,
                audit switch
                {
                    { Intact: false } => "The audit trail does not prove whole",
                    { Guarded: false } => "The audit trail’s guards are gone",
                    _ => "Values of the audit trail are gone",
                },
                audit.Explanation + erased,
                "Keep a copy of the store, and ask who could write to it. Until that is known, rely on nothing in this report that the logs themselves do not show.",
                "GOV-1");
        }
    }

    private void AddLogins(ReportLogins logins) => AddEach(logins.Shared, login => Add(
        DecisionKind.SharedLogin,
        $"The work login of {login.Person}",
        $"It is {login.LikelihoodInWords} that more than one person uses it: seen {ReportWords.Days(login.First, login.Last)}{On(login.Devices)}. {(login.Evidence is [var first, ..] ? first : "")}",
        $"Speak with {login.Person} about their login, before anybody concludes anything: ask who else has needed it, and why. A technician then sets a new password, and gives whoever needs one a login of their own."
            + ReportAbout.Words(material, login.PersonId),
        "LOG-1"));

    private void AddUnexplained(VisitTally tally)
    {
        AddEach(tally.Unexplained.ToList(), group => Add(
            DecisionKind.UnexplainedVisits,
            group.Reasons[0] == ReasonCode.PersonNotEmployed ? $"The login of {group.Person} and {group.Service}" : $"{group.Person} and {group.Service}",
            $"{ReportWords.Sentence(ReportWords.Count(group.Visits, "unexplained visit", "unexplained visits"))}, {ReportWords.InAll(group.EstimatedTime)}, "
                + $"{ReportWords.When(group.First, group.Last)}{On(group.Devices)}. {string.Join(' ', group.Reasons.Take(3).Select(VerdictWords.Why))}",
            Next(group) + ReportAbout.Words(material, group.PersonId),
            "USE-1"));
        var unnamed = tally.NoUser.ToCounts().Unexplained + tally.NotOnRoster.ToCounts().Unexplained;
        if (unnamed > 0)
        {
            Add(
                DecisionKind.UnexplainedWithoutPerson,
                "Visits without a member of staff",
                $"{ReportWords.Sentence(ReportWords.Count(unnamed, "unexplained visit", "unexplained visits"))} {ReportWords.Agree(unnamed, "belongs", "belong")} to nobody on the staff roster: the log shows no user, or an account that is not staff.",
                "A technician can look at them with Find-SocialMediaUse, and close the way past the login.",
                "USE-1");
        }

        var ambiguous = tally.Ambiguous.ToCounts().Unexplained;
        if (ambiguous > 0)
        {
            Add(
                DecisionKind.UnexplainedWithoutPerson,
                "Visits of a login that fits several members of staff",
                $"The login of {ReportWords.Count(ambiguous, "unexplained visit", "unexplained visits")} fits more than one member of staff, so nobody is named.",
                "Give the roster full login names (LoginNames, such as SCHOOL\\name), so that later visits show whose they are. A technician can look at these with Find-SocialMediaUse.",
                "USE-1");
        }
    }

    private void AddInSession(VisitTally tally) => AddEach(tally.InSession.ToList(), group => Add(
        DecisionKind.InSessionUse,
        $"{group.Person} and {group.Service}, own device in session",
        $"{ReportWords.Sentence(ReportWords.Count(group.Visits, "visit", "visits"))} on an own device while the school was in session, {ReportWords.InAll(group.EstimatedTime)}, {ReportWords.When(group.First, group.Last)}.",
        "Check against the timetable: a free period is a session too. Then talk to them." + ReportAbout.Words(material, group.PersonId),
        "USE-2"));

    private void AddGrants(ReportGrants grants)
    {
        AddEach([.. grants.All().Where(g => g.Confirmation == ConfirmationState.Refused)], grant => Add(
            DecisionKind.RefusedGrant,
            $"Grant {grant.Id} for {grant.User} was refused",
            $"{grant.GrantedBy} recorded it in the name of {grant.AuthorisedBy}, who refused it{At(grant.RevokedAt)}. "
                + (grant.Status == GrantStatus.Expired ? $"By then it had counted until its own end on {ReportWords.Moment(grant.Until)}." : "It counted for nothing from then on."),
            "Ask how it came to be recorded in their name.",
            "USE-1"));
        AddEach([.. grants.All().Where(GrantSections.IsUnconfirmed).OrderBy(g => g.GrantedAt)], grant => Add(
            DecisionKind.UnconfirmedGrant,
            $"Grant {grant.Id} for {grant.User} is not confirmed",
            $"{grant.GrantedBy} recorded it in the name of {grant.AuthorisedBy} on {ReportWords.Date(grant.GrantedAt)}; it has waited {ReportWords.Waited(material.MadeAt - grant.GrantedAt)}.",
            $"{grant.AuthorisedBy} says yes or no under their own account: Confirm-SocialMediaAccess {grant.Id}, with -Refuse for no.",
            "USE-1"));
        AddEach([.. grants.All().Where(GrantSections.IsRevokedUnconfirmed).OrderBy(g => g.GrantedAt)], grant => Add(
            DecisionKind.UnconfirmedGrant,
            $"Grant {grant.Id} for {grant.User} was revoked unconfirmed",
            $"{grant.GrantedBy} recorded it in the name of {grant.AuthorisedBy} on {ReportWords.Date(grant.GrantedAt)}; it was revoked by {grant.RevokedBy}{At(grant.RevokedAt)}, before {grant.AuthorisedBy} had confirmed it.",
            $"Ask {grant.AuthorisedBy} whether they had authorised it.",
            "USE-1"));
        AddEach([.. grants.InForce.Concat(grants.Pending).Where(HasLeftSlt)], grant => Add(
            DecisionKind.AuthoriserOutsideSlt,
            $"Grant {grant.Id} for {grant.User} rests on someone no longer in SLT",
            $"{grant.AuthorisedBy} authorised it and is not in SLT today. It still counts, until {ReportWords.Moment(grant.Until)}.",
            "Let a member of SLT authorise it anew, or revoke it.",
            "USE-1"));
    }

    private void AddStanding(ReportStanding standing)
    {
        if (!standing.Holds || standing.Holders.Count == 0)
        {
            return;
        }

        var visits = standing.Holders.Sum(h => h.Visits);
        Add(
            DecisionKind.StandingAuthorisation,
            "Standing authorisation, to look over",
            $"{ReportWords.List([.. standing.Holders.Select(h => $"{h.Person} ({h.Role.ToLowerInvariant()})")])} may use social media on school mobiles for contact with families. "
                + $"It covered {ReportWords.Count(visits, "visit", "visits")}.",
            "See that the contact was meaningful and open.",
            "USE-3");
    }

    private bool HasLeftSlt(AccessGrant grant) =>
        grant.AuthorisedBy is { } authoriser && !material.SeniorLeaders.Contains(authoriser, StringComparer.Ordinal);

    private void AddEach<T>(IReadOnlyList<T> found, Action<T> add)
    {
        foreach (var item in found.Take(MostPerKind))
        {
            add(item);
        }

        _leftOut += Math.Max(0, found.Count - MostPerKind);
    }

    private void Add(ReportAsk ask) => Add(ask.Kind, ask.Subject, ask.What, ask.Next, ask.Clause);

    private void Add(DecisionKind kind, string subject, string what, string next, string clause) =>
        _items.Add(new ReportDecision(_items.Count + 1, kind, subject, what, next, clause));

    private static string Next(VisitGroup group) => group.Reasons[0] switch
    {
        ReasonCode.PersonNotEmployed => $"Somebody else may well have used it: the login works though {group.Person} has not started yet, or has left. Have a technician close it today, and find out who could have used it (LOG-2).",
        ReasonCode.GrantPending => "Let the authoriser confirm the grant or refuse it; until then it does not count.",
        ReasonCode.StateUnavailable => "A technician finds out with Test-PolicyWorkspace why the grants could not be read, and imports the log anew.",
        _ => "Ask for the reason, before anybody concludes anything. If the service was needed for work, grant access to it from now on; if not, SLT decides what follows.",
    };

    private static string On(IReadOnlyList<string> devices) => devices.Count == 0 ? "" : " on " + ReportWords.List(devices, most: 3);

    private static string At(DateTimeOffset? at) => at is { } moment ? " on " + ReportWords.Moment(moment) : "";
}
