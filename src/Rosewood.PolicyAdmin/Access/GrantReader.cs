using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Shows grants to people: names for ids, local times, the state at a moment.</summary>
public static class GrantReader
{
    /// <summary>Every grant recorded by an instant, as it stood then, oldest first.</summary>
    public static IReadOnlyList<AccessGrant> Read(CommandContext context, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(context);
        var people = context.LoadPeople();
        return [.. context.Store.Grants.Load().All
            .Where(g => g.Fact.GrantedAt <= at)
            .Select(g => View(g, people, at, context.Workspace.Zone))];
    }

    /// <summary>One grant as it stood at a moment.</summary>
    public static AccessGrant View(Grant grant, PeopleHistory people, DateTimeOffset at, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(people);
        var fact = grant.Fact;
        var ticks = at.UtcTicks;
        var ended = grant.Ending is { } ending && ending.At <= at ? ending : null;
        return new(
            fact.Id,
            NameOf(fact.PersonId),
            fact.Services,
            [.. fact.DeviceClasses.Select(c => c.ToString()), .. fact.DeviceNames],
            Local(fact.From),
            Local(fact.Until),
            fact.Reason,
            fact.AuthoriserId is null ? null : NameOf(fact.AuthoriserId),
            NameOf(fact.GrantedBy),
            Local(fact.GrantedAt),
            fact.Reference,
            grant.StatusAt(ticks),
            ended is null ? null : Local(ended.At),
            ended is null ? null : NameOf(ended.By),
            grant.ConfirmationAt(ticks));

        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

        string NameOf(string id) => PersonNames.Show(people, id, ticks);
    }
}
