using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>Who read a sensitive register, how often.</summary>
/// <param name="Reader">By name where they hold a role that may; else what the account is.</param>
/// <param name="Roles">Their roles when the report is made, in words.</param>
/// <param name="Command">With which command.</param>
/// <param name="Clause">The register's clause.</param>
/// <param name="Count">How often.</param>
/// <param name="Last">When last.</param>
internal sealed record RegisterRead(string Reader, string Roles, string Command, string Clause, int Count, DateTimeOffset Last)
{
    /// <summary>The subject of an entry in the audit trail that says that a register was read by a command that does more than show it.</summary>
    public const string Subject = "read";

    /// <summary>Whether an entry says that a register was read: what only shows something writes of nothing else.</summary>
    private static bool IsReading(AuditRow row) =>
        row.Command.StartsWith("Get-", StringComparison.Ordinal) || string.Equals(row.Subject, Subject, StringComparison.Ordinal);

    /// <summary>Reads the audit trail.</summary>
    public static IReadOnlyList<RegisterRead> Load(CommandContext context, PeopleHistory people, ReportPeriod period) =>
    [
        .. context.Store.Audit.Read(period.From, period.Until)
            .Where(static r => IsReading(r))
            .GroupBy(static r => (r.OperatorId, r.Command, r.Clause))
            .Select(g =>
            {
                var person = people.At(g.Key.OperatorId, context.Now.UtcTicks);
                var isHolder = person is not null && person.Roles.Overlaps(CommandTable.Readers);
                return new RegisterRead(
                    isHolder ? PersonNames.Show(people, person!, context.Now.UtcTicks) : "an account without a role",
                    isHolder ? ReportWords.List([.. person!.Roles.Select(static r => r.ToString())]) : "none",
                    g.Key.Command,
                    g.Key.Clause,
                    g.Count(),
                    TimeZoneInfo.ConvertTime(g.Max(static r => r.At), context.Workspace.Zone));
            })
            .OrderByDescending(static r => r.Count)
            .ThenBy(static r => r.Reader, StringComparer.Ordinal)
            .ThenBy(static r => r.Command, StringComparer.Ordinal),
    ];
}
