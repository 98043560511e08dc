using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>Who has acknowledged what, and who is outstanding. Immutable, without I/O.</summary>
/// <param name="facts">What was recorded.</param>
/// <param name="config">How long an acknowledgement counts, and which version of the policy is in force.</param>
/// <param name="today">The day in the school.</param>
internal sealed class AcknowledgementRegister(IReadOnlyList<AcknowledgementFact> facts, RegistersConfig config, DateOnly today)
{
    private static readonly AcknowledgedStatement[] All = Enum.GetValues<AcknowledgedStatement>();
    private readonly ILookup<string, AcknowledgementFact> _byPerson = facts.ToLookup(static f => f.PersonId, StringComparer.Ordinal);

    /// <summary>What was recorded, oldest first.</summary>
    public IReadOnlyList<AcknowledgementFact> Facts => facts;

    /// <summary>Who has to acknowledge the policy: whoever is employed that day; a governor who is nothing else is no member of staff.</summary>
    public static IReadOnlyList<Person> Staff(PeopleHistory people, long ticks)
    {
        var day = people.DateAt(ticks);
        return [.. people.All(ticks).Where(p => PeopleHistory.IsEmployed(p, day) && p.Roles != RoleSet.Of(Role.Governor))];
    }

    /// <summary>The clause that a statement serves.</summary>
    public static string ClauseOf(AcknowledgedStatement statement) => statement switch
    {
        AcknowledgedStatement.NotFriendsWithPupils => "REL-3",
        AcknowledgedStatement.NamesNobody => "CON-2",
        _ => "TRN-1",
    };

    /// <summary>The last day on which an acknowledgement counts.</summary>
    public DateOnly ValidUntil(AcknowledgementFact fact) => Days.After(fact.Date, config.AcknowledgementEvery);

    /// <summary>How an acknowledgement stands.</summary>
    public AcknowledgementStatus StatusOf(AcknowledgementFact fact) =>
        !IsOfVersion(fact) ? AcknowledgementStatus.OlderVersion
            : ValidUntil(fact) < today ? AcknowledgementStatus.Expired
            : AcknowledgementStatus.Current;

    /// <summary>A person's newest acknowledgement, or null.</summary>
    public AcknowledgementFact? NewestOf(string personId) => _byPerson[personId].OrderBy(static f => f.Date).ThenBy(static f => f.RecordedAt).LastOrDefault();

    /// <summary>What a person still has to say, or to say again.</summary>
    public IReadOnlyList<AcknowledgedStatement> OutstandingOf(string personId)
    {
        var said = _byPerson[personId].Where(f => StatusOf(f) == AcknowledgementStatus.Current).SelectMany(static f => f.Statements).ToHashSet();
        return [.. All.Where(s => !said.Contains(s))];
    }

    /// <summary>The last day on which all that a person said counts together; null where something is outstanding.</summary>
    public DateOnly? CompleteUntil(string personId)
    {
        var last = All.Select(s => _byPerson[personId].Where(f => f.Statements.Contains(s) && StatusOf(f) == AcknowledgementStatus.Current).Select(ValidUntil).DefaultIfEmpty().Max()).ToList();
        return last.TrueForAll(static d => d != default) ? last.Min() : null;
    }

    /// <summary>Where neither says a version, the day decides.</summary>
    private bool IsOfVersion(AcknowledgementFact fact) =>
        fact.Version is { } had && config.PolicyVersion is { } now ? string.Equals(had, now, StringComparison.OrdinalIgnoreCase)
            : config.PolicyDate is { } since ? fact.Date >= since
            : config.PolicyVersion is null;
}
