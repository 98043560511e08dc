using Rosewood.PolicyAdmin.SignIns.Absences;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Absences of staff: rows that are put in and taken out, never edited. No two of one person overlap.</summary>
public sealed class AbsenceRecords
{
    private const char AbsenceKind = 'A';
    private readonly PolicyStore _store;

    internal AbsenceRecords(PolicyStore store) => _store = store;

    /// <summary>The register as it stands.</summary>
    public AbsenceRegister Load() => new(_store.Query(
        "SELECT number, person_id, from_at, until_at FROM staff_absence",
        [],
        static r => new Absence(RecordText.Id(AbsenceKind, r.GetInt64(0)), r.GetString(1), r.GetInt64(2), r.GetInt64(3))));

    /// <summary>Puts an absence in.</summary>
    /// <param name="change">The change that it is part of.</param>
    /// <param name="personId">Who.</param>
    /// <param name="from">First UTC tick.</param>
    /// <param name="until">First UTC tick no longer; later than <paramref name="from"/>.</param>
    /// <returns>The absence with its id.</returns>
    public Absence Add(StoreChange change, string personId, long from, long until)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = _store.Query(
            "INSERT INTO staff_absence (person_id, from_at, until_at) VALUES ($person, $from, $until) RETURNING number",
            [("$person", personId), ("$from", from), ("$until", until)],
            static r => r.GetInt64(0))[0];
        return new Absence(RecordText.Id(AbsenceKind, number), personId, from, until);
    }

    /// <summary>Takes an absence out.</summary>
    public void Remove(StoreChange change, string id)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = RecordText.Number(AbsenceKind, id) ?? throw new ArgumentException("Not an absence's id.", nameof(id));
        _store.Execute("DELETE FROM staff_absence WHERE number = $number", ("$number", number));
    }
}
