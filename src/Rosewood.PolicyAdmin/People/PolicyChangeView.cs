using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Shows changes with names instead of ids.</summary>
internal sealed class PolicyChangeView(CommandContext context, PeopleHistory people)
{
    public PolicyChange Of(RoleChange change, PolicyChangeStatus status)
    {
        var person = people.At(change.PersonId, context.Now.UtcTicks);
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
            decided ? Local(context.Now) : null);
    }

    /// <summary>A person's or account's name by id.</summary>
    public string NameOf(string id) => PersonNames.Show(people, id, context.Now.UtcTicks);

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, context.Workspace.Zone);
}
