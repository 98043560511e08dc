namespace Rosewood.PolicyAdmin.Findings;

/// <summary>The dismissal of a finding as it was recorded; never edited afterwards.</summary>
/// <param name="Id">Its id, such as <c>S-0001</c>.</param>
/// <param name="Finding">Which sort of finding.</param>
/// <param name="PersonId">Whose account it is; null for an account that was not on the roster.</param>
/// <param name="Login">The login, in normal form, of an account that was not on the roster; null otherwise.</param>
/// <param name="Evidence">The kinds of evidence that no longer count; empty: all.</param>
/// <param name="Reason">Why.</param>
/// <param name="AuthoriserId">The person id of the SLT member who authorised it, or null where who recorded it decided.</param>
/// <param name="AddedBy">The operator id of who recorded it.</param>
/// <param name="AddedAt">When; it counts from then on.</param>
/// <param name="Until">First instant at which it no longer counts.</param>
public sealed record SuppressionFact(
    string Id,
    FindingKind Finding,
    string? PersonId,
    string? Login,
    IReadOnlyList<string> Evidence,
    string Reason,
    string? AuthoriserId,
    string AddedBy,
    DateTimeOffset AddedAt,
    DateTimeOffset Until);
