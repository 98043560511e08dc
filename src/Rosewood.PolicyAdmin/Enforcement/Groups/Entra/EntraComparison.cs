using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Graph.Groups;

namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>A group in Entra ID beside what the facts give.</summary>
/// <param name="Picture">How it stands.</param>
/// <param name="Plan">What it needs.</param>
/// <param name="WithEnds">Whether ends of memberships were asked for.</param>
internal sealed record EntraComparison(EntraPicture Picture, EntraPlan Plan, bool WithEnds)
{
    /// <summary>Asks the tenant.</summary>
    /// <exception cref="FaultException">The tenant can't be asked, or lacks the group.</exception>
    public static async Task<EntraComparison> ReadAsync(EntraGroup group, TargetWork work, EnforcementFacts facts, CommandContext context, bool force, CancellationToken cancellationToken)
    {
        var records = context.Store.GroupMembers;
        var id = work.Target.GroupId!.Value;
        var withEnds = work.Target.TimeBound || records.IsOnboarded(id);
        EntraPicture picture;
        try
        {
            picture = await group.ReadAsync(withEnds, cancellationToken).ConfigureAwait(false);
        }
        catch (FaultException e) when (!work.Target.TimeBound && withEnds && e.Fault.Id is "GraphLicenceMissing" or "GraphPermissionMissing")
        {
            // The way back from timeBound must not need what timeBound needs.
            withEnds = false;
            picture = await group.ReadAsync(withEnds, cancellationToken).ConfigureAwait(false);
        }

        var members = picture.Members.Where(static m => m.Account is not null).ToLookup(static m => m.Account!, StringComparer.OrdinalIgnoreCase);
        var wanted = new List<(GroupEntry, EntraMember?)>();
        foreach (var entry in GroupFile.Read(work.Target, work.Plan.Entry.Content.Span))
        {
            wanted.Add((entry, members[entry.Account].FirstOrDefault() ?? await group.FindAsync(entry.Account, cancellationToken).ConfigureAwait(false)));
        }

        return new(picture, EntraPlan.Of(wanted, picture, records.Of(id), work.Target.TimeBound, force, facts.Zone), withEnds);
    }

    /// <summary>A stranger in words, with what takes them out.</summary>
    public static string Stranger(string target, EntraMember member) =>
        $"{member.Words} is a member of the group of '{target}' whom nobody granted. Find out who added them; Publish-SocialMediaBlock -Target '{target}' -Force takes them out.";

    /// <summary>An account that the tenant lacks, in words.</summary>
    public static string Unknown(string account) => $"{account} has a grant, and the tenant has no account of that name: correct the roster, or the account's user principal name in Entra.";
}
