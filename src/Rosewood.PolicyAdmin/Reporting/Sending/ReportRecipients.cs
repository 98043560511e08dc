using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Sending;

/// <summary>Who gets a report: nobody but those whom the school entitled to it.</summary>
internal static class ReportRecipients
{
    private static readonly RoleSet Entitled = RoleSet.SeniorLeadership.With(Role.SafeguardingLead).With(Role.DataProtectionOfficer);

    /// <summary>The addresses, lower case, each once, in order.</summary>
    /// <param name="typed">Addresses or people; empty: SLT's in the configuration.</param>
    /// <param name="context">The command's context.</param>
    /// <exception cref="FaultException"><c>ReportRecipientsMissing</c>, <c>ReportRecipientNotEntitled</c>, or a name that fits nobody or several.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> typed, CommandContext context)
    {
        var config = context.Config.Reports;
        if (typed.Count == 0)
        {
            var usual = Clean(config.Recipients.Where(static r => r.Audience == ReportRecipientGroup.Slt).SelectMany(static r => r.Addresses));
            return usual.Count > 0 ? usual : throw ReportMailFaults.NoRecipients().ToException();
        }

        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var entitled = Clean(config.Recipients.SelectMany(static r => r.Addresses)
            .Concat(config.Routes.SelectMany(static r => r.To))
            .Concat(people.All(now).Where(static p => p.Roles.Overlaps(Entitled)).Select(static p => p.UserPrincipalName))).ToHashSet(StringComparer.Ordinal);
        var wanted = Clean(typed.Select(t => t.Contains('@', StringComparison.Ordinal) ? t : people.Resolve(t, now).UserPrincipalName));
        var others = wanted.Where(a => !entitled.Contains(a)).ToList();
        return others.Count == 0 ? wanted : throw ReportMailFaults.NotEntitled(others.Select(static a => PlainText.Shorten(PlainText.Clean(a)))).ToException();
    }

    private static IReadOnlyList<string> Clean(IEnumerable<string> addresses) =>
        [.. addresses.Select(static a => a.Trim().ToLowerInvariant()).Where(static a => a.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
