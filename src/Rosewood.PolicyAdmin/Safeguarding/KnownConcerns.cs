using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// Which concerns somebody may know of: whoever a concern is about has no key to it, and neither a count nor an entry in the audit trail may
/// tell them that there is one.
/// </summary>
internal static class KnownConcerns
{
    /// <summary>The roles that a concern may be about.</summary>
    public static RoleSet Watched { get; } = RoleSet.Of(Role.SafeguardingLead, Role.HeadTeacher);

    /// <summary>Ids of the concerns that a key of this person's opens.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="personId">Whose keys; null: nobody's.</param>
    public static IReadOnlySet<string> Of(CommandContext context, string? personId) =>
        SealedTo(context, k => personId is not null && string.Equals(k.PersonId, personId, StringComparison.Ordinal)).Select(static c => c.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that a safeguarding lead's key opens.</summary>
    /// <param name="context">The command's context.</param>
    public static IEnumerable<SealedConcern> ForLeads(CommandContext context) => SealedTo(context, static k => k.Kind == SafeguardingKeyKind.Lead);

    private static IEnumerable<SealedConcern> SealedTo(CommandContext context, Func<SafeguardingKeyFact, bool> isWanted)
    {
        var keys = context.Store.SafeguardingKeys.LoadAll().Where(isWanted).Select(static k => k.Id).ToList();
        return context.Store.Concerns.LoadAll().Where(c => keys.Exists(c.Wrapped.ContainsKey));
    }
}
