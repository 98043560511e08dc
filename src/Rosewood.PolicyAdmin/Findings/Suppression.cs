namespace Rosewood.PolicyAdmin.Findings;

/// <summary>A dismissal with what was appended to it later.</summary>
/// <param name="Fact">The dismissal as recorded.</param>
/// <param name="Ending">Its end before its time, or null.</param>
public sealed record Suppression(SuppressionFact Fact, SuppressionEnding? Ending)
{
    /// <summary>How it stands at an instant from its recording on, in UTC ticks. The earlier of the two ends is the one that ended it.</summary>
    public SuppressionStatus StatusAt(long utcTicks)
    {
        var until = Fact.Until.UtcTicks;
        return Ending?.At.UtcTicks is { } ended && ended < until && ended <= utcTicks ? SuppressionStatus.Removed
            : until <= utcTicks ? SuppressionStatus.Expired
            : SuppressionStatus.Active;
    }

    /// <summary>Whether it counts at an instant: recorded by then and not ended.</summary>
    public bool CountsAt(long utcTicks) => Fact.AddedAt.UtcTicks <= utcTicks && StatusAt(utcTicks) == SuppressionStatus.Active;

    /// <summary>
    /// Whether it is about an account. A person is known by their id, whatever their logins are called. One that was recorded for a login
    /// nobody had counts only for as long as nobody has it: whose login it has become since was not asked about then.
    /// </summary>
    /// <param name="finding">The sort of finding.</param>
    /// <param name="personId">Whose account it is, or null for one that is not on the roster.</param>
    /// <param name="login">The account in normal form (<see cref="People.LoginName.Normalize"/>).</param>
    public bool IsAbout(FindingKind finding, string? personId, string login) =>
        Fact.Finding == finding
        && (personId is null ? string.Equals(Fact.Login, login, StringComparison.Ordinal) : string.Equals(Fact.PersonId, personId, StringComparison.Ordinal));

    /// <summary>Whether a kind of evidence is dismissed by it.</summary>
    public bool Covers(string evidence) => Fact.Evidence.Count == 0 || Fact.Evidence.Contains(evidence, StringComparer.Ordinal);
}
