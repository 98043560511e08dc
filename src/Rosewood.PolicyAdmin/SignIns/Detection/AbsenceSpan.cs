
namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>A recorded absence of a person.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="FromTicks">The beginning, ticks of UTC.</param>
/// <param name="UntilTicks">The end, exclusive.</param>
internal readonly record struct AbsenceSpan(string PersonId, long FromTicks, long UntilTicks);
