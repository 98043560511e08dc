using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>Shows dismissals to people: names for ids, local times.</summary>
internal static class SuppressionReader
{
    /// <summary>One dismissal as it stands at a moment.</summary>
    public static FindingSuppression View(Suppression suppression, PeopleHistory people, DateTimeOffset at, TimeZoneInfo zone)
    {
        var fact = suppression.Fact;
        var status = suppression.StatusAt(at.UtcTicks);
        var ended = status == SuppressionStatus.Removed ? suppression.Ending : null;
        return new FindingSuppression
        {
            Id = fact.Id,
            Finding = fact.Finding,
            Account = AccountOf(fact, people, at),
            Evidence = fact.Evidence,
            Reason = fact.Reason,
            AuthorisedBy = fact.AuthoriserId is { } id ? NameOf(id) : null,
            AddedBy = NameOf(fact.AddedBy),
            AddedAt = Local(fact.AddedAt),
            Until = Local(fact.Until),
            Status = status,
            RemovedAt = ended is null ? null : Local(ended.At),
            RemovedBy = ended is null ? null : NameOf(ended.By),
            RemovedReason = ended?.Reason,
        };

        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

        string NameOf(string id) => PersonNames.Show(people, id, at.UtcTicks);
    }

    /// <summary>The account as people know it.</summary>
    public static string AccountOf(SuppressionFact fact, PeopleHistory people, DateTimeOffset at) =>
        fact.PersonId is { } id ? PersonNames.Show(people, id, at.UtcTicks) : fact.Login ?? "";
}
