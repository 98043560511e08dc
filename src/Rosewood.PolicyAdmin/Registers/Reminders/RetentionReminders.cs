using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Entries of the registers whose time of retention is over.</summary>
internal static class RetentionReminders
{
    public static IEnumerable<DueItem> Candidates(ReminderScope scope) => scope.Context.Store.Recruitment.LoadAll()
        .Select(r => (r.Fact, KeepUntil: RecruitmentRules.KeepUntil(r.Fact, scope.People, scope.Context.Config.Retention)))
        .Where(r => r.KeepUntil is { } last && scope.Includes(last))
        .Select(static r => new DueItem(r.KeepUntil!.Value, $"Retention of the recruitment record {r.Fact.Id} ends", r.Fact.Candidate, r.Fact.Id));

    public static IEnumerable<DueItem> FamilyLinks(ReminderScope scope)
    {
        var retention = scope.Context.Config.Retention;
        foreach (var entry in scope.Context.Store.FamilyLinks.LoadAll())
        {
            if (entry.LastDay(scope.People) is not { } over)
            {
                continue;
            }

            var kept = entry.Fact.Kind == FamilyLinkKind.RelationshipDeclaration ? retention.Declarations : retention.FamilyContacts;
            var last = Days.After(over, kept);
            if (scope.Includes(last))
            {
                yield return new DueItem(last, $"Retention of {entry.Fact.Id} ends", scope.NameOf(entry.Fact.PersonId), entry.Fact.Id);
            }
        }
    }

    /// <summary>Counted from a person's leaving.</summary>
    public static IEnumerable<DueItem> Acknowledgements(ReminderScope scope) => scope.Context.Store.Acknowledgements.LoadAll()
        .GroupBy(static f => f.PersonId, StringComparer.Ordinal)
        .Select(g => (PersonId: g.Key, Count: g.Count(), Left: scope.People.At(g.Key, scope.Now)?.EndDate))
        .Where(p => p.Left is { } left && left < scope.Today && scope.Includes(Days.After(left, scope.Context.Config.Retention.Acknowledgements)))
        .Select(p => new DueItem(Days.After(p.Left!.Value, scope.Context.Config.Retention.Acknowledgements), FormattableString.Invariant($"Retention of {p.Count} acknowledgements ends"), scope.NameOf(p.PersonId)));
}
