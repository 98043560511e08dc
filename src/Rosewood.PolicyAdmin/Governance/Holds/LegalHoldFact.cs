using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>A legal hold as it was recorded; never edited afterwards.</summary>
/// <param name="Id">Its id, such as <c>H-0001</c>.</param>
/// <param name="PersonId">Whose records it keeps; null: everybody's of the class.</param>
/// <param name="Class">Which class it keeps; null: all.</param>
/// <param name="From">First instant of the records' time.</param>
/// <param name="To">First instant no longer.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="SetBy">The operator id of who set it.</param>
/// <param name="SetAt">When.</param>
internal sealed record LegalHoldFact(
    string Id,
    string? PersonId,
    DataClassName? Class,
    DateTimeOffset From,
    DateTimeOffset To,
    string Reason,
    string Reference,
    string SetBy,
    DateTimeOffset SetAt);

/// <summary>The end of a hold.</summary>
/// <param name="HoldId">Which.</param>
/// <param name="At">From when it keeps nothing any more.</param>
/// <param name="By">Operator id.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record LegalHoldEnding(string HoldId, DateTimeOffset At, string By, string? Reason);

/// <summary>A hold with its end, if it has one.</summary>
/// <param name="Fact">As recorded.</param>
/// <param name="Ending">Its end, or null.</param>
internal sealed record RecordedLegalHold(LegalHoldFact Fact, LegalHoldEnding? Ending);
