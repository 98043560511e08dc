namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>An incident with what was appended to it later, oldest first.</summary>
/// <param name="Fact">As recorded.</param>
/// <param name="Updates">What came later.</param>
public sealed record RecordedIncident(IncidentFact Fact, IReadOnlyList<IncidentUpdateFact> Updates)
{
    /// <summary>What it is about.</summary>
    public IncidentType Type => Updates.LastOrDefault(static u => u.Type is not null)?.Type ?? Fact.Type;

    /// <summary>All that it was ever taken for: what was withheld once stays so.</summary>
    public IEnumerable<IncidentType> Types => Updates.Select(static u => u.Type).OfType<IncidentType>().Prepend(Fact.Type);

    /// <summary>How far it is.</summary>
    public IncidentStatus Status => Updates.LastOrDefault(static u => u.Status is not null)?.Status ?? IncidentStatus.Open;

    /// <summary>What people found; null until they say.</summary>
    public IncidentOutcome? Outcome => Updates.LastOrDefault(static u => u.Outcome is not null)?.Outcome;

    /// <summary>How grave it would be.</summary>
    public IncidentSeverity Severity => Updates.LastOrDefault(static u => u.Severity is not null)?.Severity ?? Fact.Severity;

    /// <summary>The first axis.</summary>
    public MisuseKind Misuse => Updates.LastOrDefault(static u => u.Misuse is not null)?.Misuse ?? Fact.Misuse;

    /// <summary>The second axis.</summary>
    public MisuseNature Nature => Updates.LastOrDefault(static u => u.Nature is not null)?.Nature ?? Fact.Nature;

    /// <summary>Everybody on the roster whom it concerns, by id.</summary>
    public IReadOnlyList<string> PersonIds => [.. Fact.PersonIds.Concat(Updates.SelectMany(static u => u.PersonIds)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether somebody has ever begun to look into it.</summary>
    public bool WasInvestigated => Updates.Any(static u => u.Status == IncidentStatus.Investigating);

    /// <summary>When the last fact was recorded.</summary>
    public DateTimeOffset ChangedAt => Updates.Count > 0 ? Updates[^1].At : Fact.OpenedAt;
}
