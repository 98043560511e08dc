using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Sending;

/// <summary>
/// Who gets a report: nobody but those whom the school entitled to it. One that could be about the head teacher does not go to them alone,
/// and one that could be about the safeguarding lead does not go to them (reports.routes says who else).
/// </summary>
internal static class ReportRecipients
{
    /// <summary>The addresses, lower case, each once, in order.</summary>
    /// <param name="typed">Addresses or people; empty: the audience's in the configuration, with the routes of what it could be about.</param>
    /// <param name="audience">For whom the report is.</param>
    /// <param name="about">Whom it could be about.</param>
    /// <param name="context">The command's context.</param>
    /// <exception cref="FaultException"><c>ReportRecipientsMissing</c>, <c>ReportRecipientNotEntitled</c>, <c>ReportAboutRecipient</c>, or a name that fits nobody or several.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> typed, ReportRecipientGroup audience, RoleSet about, CommandContext context)
    {
        var people = context.LoadPeople();
        var wanted = typed.Count == 0 ? Usual(Configured(audience, context), audience, about, context) : Typed(typed, audience, people, context);
        return Obey(wanted, isTyped: typed.Count > 0, about, people, context);
    }

    /// <summary>
    /// The same for a schedule whose recipients were named when it was registered. Nobody sits before it to correct them, so they count like
    /// the audience's own list: whom a report could be about is taken out, and the routes come in.
    /// </summary>
    /// <param name="usual">The schedule's recipients.</param>
    /// <param name="audience">For whom the report is.</param>
    /// <param name="about">Whom it could be about.</param>
    /// <param name="context">The command's context.</param>
    /// <exception cref="FaultException">As of <see cref="Of"/>.</exception>
    public static IReadOnlyList<string> OfSchedule(IReadOnlyList<string> usual, ReportRecipientGroup audience, RoleSet about, CommandContext context)
    {
        var people = context.LoadPeople();
        return Obey(Usual(Typed(usual, audience, people, context), audience, about, context), isTyped: false, about, people, context);
    }

    private static IReadOnlyList<string> Configured(ReportRecipientGroup audience, CommandContext context) =>
        Clean(context.Config.Reports.Recipients.Where(r => r.Audience == audience).SelectMany(static r => r.Addresses));

    private static IReadOnlyList<string> Usual(IReadOnlyList<string> usual, ReportRecipientGroup audience, RoleSet about, CommandContext context)
    {
        var config = context.Config.Reports;
        var routes = config.Routes.Where(r => about.Contains(r.About)).ToList();
        if (usual.Count == 0 && routes.Count == 0)
        {
            throw ReportMailFaults.NoRecipients(audience).ToException();
        }

        return Clean((routes.Exists(static r => r.Instead) ? [] : usual).Concat(routes.SelectMany(static r => r.To)));
    }

    private static IReadOnlyList<string> Typed(IReadOnlyList<string> typed, ReportRecipientGroup audience, PeopleHistory people, CommandContext context)
    {
        var config = context.Config.Reports;
        var now = context.Now.UtcTicks;
        var entitled = Clean(config.Recipients.Where(r => r.Audience == audience).SelectMany(static r => r.Addresses)
            .Concat(config.Routes.SelectMany(static r => r.To))
            .Concat(people.All(now).Where(p => p.Roles.Overlaps(Entitled(audience))).Select(static p => p.UserPrincipalName))).ToHashSet(StringComparer.Ordinal);
        var wanted = Clean(typed.Select(t => t.Contains('@', StringComparison.Ordinal) ? t : people.Resolve(t, now).UserPrincipalName));
        var others = wanted.Where(a => !entitled.Contains(a)).ToList();
        return others.Count == 0 ? wanted : throw ReportMailFaults.NotEntitled(audience, others.Select(static a => PlainText.Shorten(PlainText.Clean(a)))).ToException();
    }

    /// <summary>Takes out, or refuses, whom the report must not go to.</summary>
    private static IReadOnlyList<string> Obey(IReadOnlyList<string> wanted, bool isTyped, RoleSet about, PeopleHistory people, CommandContext context)
    {
        if (about.Contains(Role.SafeguardingLead))
        {
            var lead = AddressesOf(Role.SafeguardingLead, people, context);
            var rest = wanted.Where(a => !lead.Contains(a)).ToList();
            if (rest.Count == 0 || (isTyped && rest.Count < wanted.Count))
            {
                throw ReportMailFaults.About(Role.SafeguardingLead, wanted.Where(lead.Contains)).ToException();
            }

            wanted = rest;
        }

        return about.Contains(Role.HeadTeacher) && wanted.All(AddressesOf(Role.HeadTeacher, people, context).Contains)
            ? throw ReportMailFaults.About(Role.HeadTeacher, wanted).ToException()
            : wanted;
    }

    private static HashSet<string> AddressesOf(Role role, PeopleHistory people, CommandContext context) =>
        Clean(people.All(context.Now.UtcTicks).Where(p => p.Roles.Contains(role)).SelectMany(static p => p.PersonalAddresses.Append(p.UserPrincipalName))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Who is entitled by their role on the roster, beside the addresses of the configuration.</summary>
    private static RoleSet Entitled(ReportRecipientGroup audience) => audience switch
    {
        ReportRecipientGroup.Slt => RoleSet.SeniorLeadership,
        ReportRecipientGroup.Dsl => RoleSet.Of(Role.SafeguardingLead),
        ReportRecipientGroup.Dpo => RoleSet.SeniorLeadership.With(Role.DataProtectionOfficer),
        _ => RoleSet.SeniorLeadership.With(Role.DataProtectionOfficer).With(Role.Governor),
    };

    private static IReadOnlyList<string> Clean(IEnumerable<string> addresses) =>
        [.. addresses.Select(static a => a.Trim().ToLowerInvariant()).Where(static a => a.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
