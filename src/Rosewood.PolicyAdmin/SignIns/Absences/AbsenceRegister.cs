namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>Who was absent when, as recorded now. Immutable, without I/O, and safe to read from several threads.</summary>
public sealed class AbsenceRegister
{
    private readonly Dictionary<string, Absence[]> _byPerson;

    /// <summary>Puts the register together.</summary>
    /// <param name="absences">Absences, of which no two of one person overlap.</param>
    public AbsenceRegister(IEnumerable<Absence> absences)
    {
        _byPerson = absences
            .GroupBy(a => a.PersonId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(a => a.From).ToArray(), StringComparer.Ordinal);
        All = [.. _byPerson.Values.SelectMany(a => a).OrderBy(a => a.From).ThenBy(a => a.PersonId, StringComparer.Ordinal)];
    }

    /// <summary>Nobody was absent.</summary>
    public static AbsenceRegister Empty { get; } = new([]);

    /// <summary>Every absence, by its beginning.</summary>
    public IReadOnlyList<Absence> All { get; }

    /// <summary>A person's absences, by their beginning.</summary>
    public IReadOnlyList<Absence> Of(string personId) => _byPerson.GetValueOrDefault(personId) ?? [];

    /// <summary>The absence in which a person was at an instant, or null.</summary>
    public Absence? At(string personId, long utcTicks)
    {
        var absences = _byPerson.GetValueOrDefault(personId) ?? [];
        var (low, high) = (0, absences.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (absences[middle].Covers(utcTicks))
            {
                return absences[middle];
            }

            if (absences[middle].From > utcTicks)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return null;
    }
}
