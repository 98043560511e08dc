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
        return new AccessGrant
        {
            Id = fact.Id,
            User = NameOf(fact.PersonId),
            Services = fact.Services,
            Devices = [.. fact.DeviceClasses.Select(c => c.ToString()), .. fact.DeviceNames],
            From = Local(fact.From),
            Until = Local(fact.Until),
            Reason = fact.Reason,
            AuthorisedBy = fact.AuthoriserId is null ? null : NameOf(fact.AuthoriserId),
            GrantedBy = NameOf(fact.GrantedBy),
            GrantedAt = Local(fact.GrantedAt),
            Reference = fact.Reference,
            Status = grant.StatusAt(ticks),
            RevokedAt = ended is null ? null : Local(ended.At),
            RevokedBy = ended is null ? null : NameOf(ended.By),
            Confirmation = grant.ConfirmationAt(ticks),
        };

        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

        string NameOf(string id) => PersonNames.Show(people, id, ticks);
    }
}
