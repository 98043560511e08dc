namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>The report in sentences that a head teacher reads in a minute.</summary>
internal static class ReportSummary
{
    public static IReadOnlyList<string> Of(ComplianceReport report)
    {
        var visits = report.Verdicts.Total;
        var lines = new List<string> { Seen(report), Unexplained(report) };
        if (visits.PersonalInSession + visits.PersonalPermitted > 0)
        {
            lines.Add(OwnDevices(visits, report.OwnDevices));
        }

        if (visits.BlockedAttempt > 0)
        {
            lines.Add($"The filter refused {ReportWords.Count(visits.BlockedAttempt, "attempt", "attempts")}.");
        }

        if (visits.Authorised > 0)
        {
            lines.Add($"{ReportWords.Sentence(Count(visits.Authorised))} {ReportWords.Agree(visits.Authorised, "was", "were")} covered by a grant or the standing authorisation.{Outlived(report.Outlived)}");
        }

        lines.Add(Logins(report.Logins));
        lines.Add(Grants(report));
        lines.Add(Named(report));
        lines.Add(report.Audit switch
        {
            { IsSound: true } => $"The audit trail is whole: {ReportWords.Count(report.Audit.Entries, "entry", "entries")}.",
            { Intact: true } => $"The audit trail needs a look, and that comes first. {report.Audit.Explanation}",
            _ => "The audit trail does not prove whole. That comes first.",
        });
        return [.. lines.Where(l => l.Length > 0)];
    }

    private static string Seen(ComplianceReport report)
    {
        var visits = report.Verdicts.Total;
        var automatic = visits.Embedded + visits.Background;
        var byPeople = visits.Total - automatic;
        var text = (byPeople, report.Evidence.Complete) switch
        {
            (0, true) => $"No visit {(automatic == 0 ? "" : "by people ")}to social media was seen.",
            (0, false) => $"{(automatic == 0 ? "Nothing" : "No visit by people")} was seen in what could be seen; the evidence has holes.",
            (var n, true) => $"{ReportWords.Sentence(Count(n))} by people to social media {ReportWords.Agree(n, "was", "were")} seen.",
            (var n, false) => $"{ReportWords.Sentence(Count(n))} by people to social media {ReportWords.Agree(n, "was", "were")} seen in what could be seen; the evidence has holes.",
        };
        return automatic == 0 ? text : $"{text} {ReportWords.Number(automatic)} more came about by themselves: {ReportWords.Number(visits.Embedded)} as parts of other sites’ pages, {ReportWords.Number(visits.Background)} by devices themselves.";
    }

    private static string Unexplained(ComplianceReport report)
    {
        var all = report.Verdicts.Total.Unexplained;
        if (all == 0)
        {
            return report.Evidence.Complete
                ? "None on a school device is left unexplained."
                : "No unexplained visit was seen in what could be seen; that does not show that there was none.";
        }

        var groups = report.Unexplained.Groups;
        var named = groups.Sum(g => g.Visits);
        var people = groups.Select(g => g.Person).Distinct(StringComparer.Ordinal).Count();
        var services = groups.Select(g => g.Service).Distinct(StringComparer.Ordinal).Count();
        var text = $"{ReportWords.Sentence(Count(all))} on school devices {ReportWords.Agree(all, "is", "are")} unexplained";
        if (named > 0)
        {
            text += $": the {(people == 1 ? "login" : "logins")} of {ReportWords.Count(people, "member of staff", "members of staff")}, {ReportWords.Count(services, "service", "services")}, "
                + $"{ReportWords.InAll(TimeSpan.FromTicks(groups.Sum(g => g.EstimatedTime.Ticks)))}";
        }

        var several = report.Unnamed.Ambiguous.Unexplained;
        var nobody = all - named - several;
        text += nobody == 0 ? "" : $"; {ReportWords.Number(nobody)} of these visits {ReportWords.Agree(nobody, "has", "have")} no member of staff to ask";
        return several == 0 ? text + "." : $"{text}; {ReportWords.Number(several)} {ReportWords.Agree(several, "has", "have")} a login that fits more than one member of staff.";
    }

    // Guests and pupils have phones too.
    private static string OwnDevices(VerdictCounts visits, ReportOwnDevices own)
    {
        var text = $"On own devices there {Were(visits.PersonalInSession, "visit")} while the school was in session. {ReportWords.Sentence(Count(visits.PersonalPermitted))} at other times {ReportWords.Agree(visits.PersonalPermitted, "is", "are")} allowed by the policy";
        return own.NotOnRoster == 0 ? text + "." : $"{text}; {Nobodys(own.NotOnRoster)}.";
    }

    /// <summary>How many visits belong to nobody on the staff roster.</summary>
    public static string Nobodys(long visits) =>
        $"{ReportWords.Number(visits)} of them {ReportWords.Agree(visits, "belongs", "belong")} to nobody on the staff roster";

    private static string Outlived(ReportOutlived outlived) => outlived is { Visits: > 0, Longest: { } longest }
        ? $" In {ReportWords.Number(outlived.Visits)} of these the proxy left a connection open after its grant’s end, {(outlived.Visits == 1 ? "" : "the longest ")}for {ReportWords.About(longest)}; that is for IT to close, and says nothing about the person."
        : "";

    private static string Logins(ReportLogins logins) => (logins.Reviewed, logins.Shared.Count) switch
    {
        (false, 0) => "Nobody looked whether work logins are shared: no review of the sign-ins covers this period.",
        (false, var n) => $"No review of the sign-ins covers this period; by the last one before, {Logins(n)} more than one person’s.",
        (true, 0) => "In the sign-ins that were reviewed, no work login of staff is shared with enough likelihood to ask.",
        (true, var n) => $"{ReportWords.Sentence(Logins(n))} more than one person’s; that is a reason to ask, not a proof.",
    };

    private static string Logins(int count) => $"{ReportWords.Count(count, "work login", "work logins")} of staff {ReportWords.Agree(count, "seems", "seem")} to be";

    private static string Grants(ComplianceReport report)
    {
        var grants = report.Grants;
        var waiting = grants.All().Count(GrantSections.IsUnconfirmed);
        var text = $"{ReportWords.Sentence(ReportWords.Count(grants.InForce.Count, "grant", "grants"))} {ReportWords.Agree(grants.InForce.Count, "is", "are")} in force; "
            + $"{ReportWords.Number(grants.Ended.Count)} ended and {ReportWords.Number(grants.Revoked.Count)} {ReportWords.Agree(grants.Revoked.Count, "was", "were")} revoked since the period began";
        return waiting == 0 ? text + "." : $"{text}; {ReportWords.Number(waiting)} {ReportWords.Agree(waiting, "waits", "wait")} for the authoriser’s own word.";
    }

    private static string Named(ComplianceReport report)
    {
        var seen = report.NamedServices.Where(s => s.Visits.Total > 0).ToList();
        return (report.NamedServices.Count, seen.Count) switch
        {
            (0, _) => "",
            (_, 0) => report.Evidence.Complete
                ? "None of the services that the policy names was seen."
                : "None of the services that the policy names was seen in what could be seen.",
            (var all, var n) => $"Of the {all} services that the policy names, {n} {ReportWords.Agree(n, "was", "were")} seen: {ReportWords.List([.. seen.Select(s => s.Service)], most: 10)}.",
        };
    }

    private static string Count(long visits) => ReportWords.Count(visits, "visit", "visits");

    private static string Were(long count, string noun) => $"{ReportWords.Agree(count, "was", "were")} {ReportWords.Count(count, noun, noun + "s")}";
}
