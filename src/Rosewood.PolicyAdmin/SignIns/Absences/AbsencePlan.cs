namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>What an import of absences changes: worked out without touching anything, so that it can be shown first, then done whole.</summary>
internal sealed class AbsencePlan
{
    /// <summary>Compares the file's rows with the register. A row takes the place of every recorded absence of that person that it overlaps.</summary>
    public AbsencePlan(IReadOnlyList<AbsenceRow> rows, AbsenceRegister register, bool removeMissing)
    {
        Steps = [.. rows.Select(r => new AbsenceStep(r, [.. register.Of(r.PersonId).Where(a => a.Overlaps(r.From, r.Until))]))];
        Replaced = [.. Steps.Where(s => s.Writes).SelectMany(s => s.Before).Distinct()];
        var touched = Steps.SelectMany(s => s.Before).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        Missing = [.. register.All.Where(a => !touched.Contains(a.Id))];
        Removed = removeMissing ? Missing : [];
    }

    /// <summary>One step for each row, in the file's order.</summary>
    public IReadOnlyList<AbsenceStep> Steps { get; }

    /// <summary>Recorded absences in whose place others come.</summary>
    public IReadOnlyList<Absence> Replaced { get; }

    /// <summary>Recorded absences that the file lacks.</summary>
    public IReadOnlyList<Absence> Missing { get; }

    /// <summary>Those of them that are taken out.</summary>
    public IReadOnlyList<Absence> Removed { get; }

    /// <summary>How many are new.</summary>
    public int Added => Steps.Count(s => s.Before.Count == 0);

    /// <summary>How many come in place of others.</summary>
    public int Changed => Steps.Count(s => s.Before.Count > 0 && s.Writes);

    /// <summary>How many are recorded already.</summary>
    public int Unchanged => Steps.Count(s => !s.Writes);

    /// <summary>Whether the import changes anything.</summary>
    public bool ChangesAnything => Removed.Count > 0 || Steps.Any(s => s.Writes);
}

/// <summary>What an import does about one row.</summary>
/// <param name="Row">The file's row.</param>
/// <param name="Before">The recorded absences of that person that it overlaps.</param>
internal sealed record AbsenceStep(AbsenceRow Row, IReadOnlyList<Absence> Before)
{
    /// <summary>Whether the register changes by it.</summary>
    public bool Writes => Before is not [var only] || only.From != Row.From || only.Until != Row.Until;
}
