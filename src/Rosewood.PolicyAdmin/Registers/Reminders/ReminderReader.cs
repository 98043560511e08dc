using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Puts together what is due, as much of it as the operator may see.</summary>
internal static class ReminderReader
{
    /// <summary>What is due by a day, the longest due first; that somebody saw entries of a guarded register goes into the audit trail.</summary>
    public static IReadOnlyList<PolicyReminder> Read(CommandContext context, DateOnly until)
    {
        var scope = new ReminderScope(context, until);
        var reminders = new List<PolicyReminder>();
        var seen = new List<(string Clause, List<string> Ids)>();
        foreach (var source in ReminderSources.All)
        {
            var items = source.Find(scope).OrderBy(static i => i.Due).ToList();
            if (items.Count == 0)
            {
                continue;
            }

            if (!context.Operator.Roles.Overlaps(source.Readers))
            {
                reminders.Add(new PolicyReminder(items[0].Due, items[0].Due < scope.Today, Counted(source, items.Count), Who: null, source.Clause, $"For {string.Join(", ", source.Readers)}: {source.Action}"));
                continue;
            }

            reminders.AddRange(items.Select(i => new PolicyReminder(i.Due, i.Due < scope.Today, i.What, i.Who, source.Clause, source.Action)));
            if (source.IsReadAudited)
            {
                seen.Add((source.Clause, [.. items.Select(static i => i.EntryId).OfType<string>()]));
            }
        }

        TellTrail(seen, context);
        return [.. reminders.OrderBy(static r => r.Due).ThenBy(static r => r.Clause, StringComparer.Ordinal).ThenBy(static r => r.Who, StringComparer.Ordinal)];
    }

    /// <summary>How much is due by today, and how much of it is overdue, without saying whom it is about.</summary>
    public static (int Due, int Overdue) Count(CommandContext context)
    {
        var scope = new ReminderScope(context, RegisterPeriod.Day(context.Now, context.Workspace.Zone));
        var days = ReminderSources.All.SelectMany(s => s.Find(scope)).Select(static i => i.Due).ToList();
        return (days.Count, days.Count(d => d < scope.Today));
    }

    private static string Counted(ReminderSource source, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "entry" : "entries")} of {source.Clause} due or soon due");

    private static void TellTrail(List<(string Clause, List<string> Ids)> seen, CommandContext context)
    {
        if (seen.Count == 0)
        {
            return;
        }

        using var change = context.BeginChange();
        foreach (var (clause, ids) in seen)
        {
            change.Audit(clause, "read", before: null, new { Entries = ids });
        }

        change.Commit();
    }
}
