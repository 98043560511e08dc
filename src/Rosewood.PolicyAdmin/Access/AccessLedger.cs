namespace Rosewood.PolicyAdmin.Access;

/// <summary>All grants by person, in the order in which they were recorded. Immutable.</summary>
public sealed class AccessLedger
{
    private readonly Dictionary<string, Grant[]> _byPerson;
    private readonly Dictionary<string, Grant> _byId;

    /// <summary>Puts the ledger together from appended facts.</summary>
    public AccessLedger(IEnumerable<GrantFact> grants, IEnumerable<GrantEnding> endings, IEnumerable<GrantAnswer> answers)
    {
        var endingOf = endings.ToDictionary(e => e.GrantId, StringComparer.Ordinal);
        var answerOf = answers.ToDictionary(a => a.GrantId, StringComparer.Ordinal);
        All = [.. grants.Select(g => new Grant(g, endingOf.GetValueOrDefault(g.Id), answerOf.GetValueOrDefault(g.Id)))];
        _byPerson = All.GroupBy(g => g.Fact.PersonId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _byId = All.ToDictionary(g => g.Fact.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No grants.</summary>
    public static AccessLedger Empty { get; } = new([], [], []);

    /// <summary>Every grant, oldest first.</summary>
    public IReadOnlyList<Grant> All { get; }

    /// <summary>A person's grants, oldest first.</summary>
    public ReadOnlySpan<Grant> Of(string personId) => _byPerson.TryGetValue(personId, out var grants) ? grants : [];

    /// <summary>A grant by id, compared without case, or null.</summary>
    public Grant? Find(string id) => _byId.GetValueOrDefault(id);
}
