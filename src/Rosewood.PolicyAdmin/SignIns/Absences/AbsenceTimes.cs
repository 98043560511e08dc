namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>
/// What the audit trail keeps of an absence beside its id: the times and not the person. More may read the trail than the register, and the
/// trail keeps its values for longer.
/// </summary>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant no longer.</param>
internal sealed record AbsenceTimes(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The times of an absence.</summary>
    public static AbsenceTimes Of(Absence absence) => new(new DateTimeOffset(absence.From, TimeSpan.Zero), new DateTimeOffset(absence.Until, TimeSpan.Zero));
}
