using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Who is there today to answer incidents, and which keys open concerns: without them a register routes to nobody.</summary>
internal sealed class SafeguardingFacts
{
    public SafeguardingFacts(CommandContext context)
    {
        var people = context.LoadPeople();
        var today = people.DateAt(context.Now.UtcTicks);
        var staff = people.All(context.Now.UtcTicks).Where(p => PeopleHistory.IsEmployed(p, today)).ToList();
        Leads = staff.Count(static p => p.Roles.Contains(Role.SafeguardingLead));
        Leaders = staff.Count(static p => p.Roles.Overlaps(RoleSet.SeniorLeadership));
        Concerns = context.Operator.Roles.Contains(Role.SafeguardingLead)
            ? Of(KnownConcerns.ForLeads(context).ToList())
            : new Evidence(context.Store.Concerns.Count(), context.Store.Concerns.LatestAt());
        var book = new SafeguardingKeyBook(context, people);
        try
        {
            Keys = book.InUse();
        }
        catch (FaultException e)
        {
            (Keys, KeyFault) = ([], e.Fault);
        }
    }

    /// <summary>Safeguarding leads employed today.</summary>
    public int Leads { get; }

    /// <summary>Senior leaders employed today.</summary>
    public int Leaders { get; }

    /// <summary>Concerns reported, with when the last was; to a safeguarding lead those that are not about a lead.</summary>
    public Evidence Concerns { get; }

    /// <summary>Keys in use.</summary>
    public IReadOnlyList<SafeguardingKeyFact> Keys { get; }

    /// <summary>What is wrong with a key, or null.</summary>
    public Fault? KeyFault { get; }

    private static Evidence Of(List<SealedConcern> concerns) => concerns.Count == 0 ? default : new Evidence(concerns.Count, concerns.Max(static c => c.At));

    /// <summary>Whether a kind of key is in use.</summary>
    public bool Has(SafeguardingKeyKind kind) => Keys.Any(k => k.Kind == kind);
}
