namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>
/// How rows of a table are found when their time is over, and when a hold keeps them. All of it is SQL of this assembly; values go in as
/// parameters: <c>$cutoff</c> (UTC ticks), <c>$ids</c> (a JSON list), <c>$held</c>.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Expired">The condition under which a row's time is over.</param>
/// <param name="Subjects">Expressions, joined by commas, that name whom a row is about; null: nobody, so that only a hold of the whole class keeps it.</param>
/// <param name="Begin">First UTC tick of the row's time; null: holds of any time keep it.</param>
/// <param name="End">Last UTC tick of the row's time; null as above.</param>
internal sealed record ExpiryRule(string Table, string Expired, string? Subjects = null, string? Begin = null, string? End = null)
{
    /// <summary>A query of one column that names whom a row is about, where that is no fixed number of people; null: <c>Subjects</c> tells.</summary>
    public string? SubjectQuery { get; init; }

    /// <summary>Whether nobody can tell whom a row is about, so that a hold about anybody keeps it.</summary>
    public bool IsOfAnybody { get; init; }

    /// <summary>Tables whose rows go first: <c>{0}</c> stands for the condition that finds the rows of this table. Wants a <see cref="Key"/>.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The column by which rows are chosen before their children go: afterwards <see cref="Expired"/> may no longer find them.</summary>
    public string? Key { get; init; }

    /// <summary>Ids that <see cref="Expired"/> asks for, where SQL alone can't tell; null: none.</summary>
    public Func<PolicyStore, ExpiryScope, IReadOnlyList<string>>? Ids { get; init; }

    /// <summary>A column by which rows are taken in portions; null: all at once.</summary>
    public string? PortionKey { get; init; }

    /// <summary>Whether the highest number is noted before rows go, so that none is given twice.</summary>
    public bool KeepsNumber { get; init; }

    /// <summary>Whether the rows of this rule stay for another time than the class says.</summary>
    public bool IsOfCounts { get; init; }
}
