using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>The roster as a command sees it: by the school's zone and in the school's words.</summary>
internal static class RosterContext
{
    public static PeopleHistory LoadPeople(this CommandContext context) =>
        context.Store.People.Load(context.Workspace.Zone, context.RoleWords());

    /// <summary>The words for roles that count in this workspace.</summary>
    public static RoleWords RoleWords(this CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return People.RoleWords.BuiltIn.With(context.Config.RoleNames);
    }
}
