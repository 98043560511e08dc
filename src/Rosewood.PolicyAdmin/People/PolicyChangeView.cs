using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Shows changes with names instead of ids.</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
/// <param name="at">As of when; of changes that were decided, when that was.</param>
internal sealed class PolicyChangeView(CommandContext context, PeopleHistory people, DateTimeOffset at)
{
    public PolicyChange Of(RoleChange change, PolicyChangeStatus status)
    {
        var person = people.At(change.PersonId, at.UtcTicks);
        var decided = status != PolicyChangeStatus.Waiting;
        return new PolicyChange(
            change.Id,
            NameOf(change.PersonId),
            person?.UserPrincipalName ?? "",
            person?.LoginNames ?? [],
            change.RolesGiven,
            change.RolesTaken,
            change.LoginNamesGiven,
            NameOf(change.RequestedBy),
            Local(change.RequestedAt),
            status,
            decided ? NameOf(context.Operator.Id) : null,
            decided ? Local(at) : null);
    }

    /// <summary>A person's or account's name by id.</summary>
    public string NameOf(string id) => PersonNames.Show(people, id, at.UtcTicks);

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, context.Workspace.Zone);
}
