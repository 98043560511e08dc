using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Visits by verdict.</summary>
/// <param name="Unexplained">On a school device, without cover and let through.</param>
/// <param name="PersonalInSession">On own devices, inside a session.</param>
/// <param name="BlockedAttempt">A person's attempts that the filter refused.</param>
/// <param name="Authorised">Covered by a grant or the standing authorisation.</param>
/// <param name="PersonalPermitted">On own devices, outside sessions.</param>
/// <param name="Embedded">Done by another site's page.</param>
/// <param name="Background">Done by a machine.</param>
public sealed record VerdictCounts(
    long Unexplained,
    long PersonalInSession,
    long BlockedAttempt,
    long Authorised,
    long PersonalPermitted,
    long Embedded,
    long Background)
{
    /// <summary>The verdicts in the order in which reports show them: what needs eyes first.</summary>
    internal static IReadOnlyList<Verdict> Order { get; } =
    [
        Verdict.Unexplained, Verdict.PersonalInSession, Verdict.BlockedAttempt, Verdict.Authorised,
        Verdict.PersonalPermitted, Verdict.Embedded, Verdict.Background,
    ];

    /// <summary>All visits.</summary>
    public long Total => Unexplained + PersonalInSession + BlockedAttempt + Authorised + PersonalPermitted + Embedded + Background;

    /// <summary>The visits with one verdict.</summary>
    internal long Of(Verdict verdict) => verdict switch
    {
        Verdict.Unexplained => Unexplained,
        Verdict.PersonalInSession => PersonalInSession,
        Verdict.BlockedAttempt => BlockedAttempt,
        Verdict.Authorised => Authorised,
        Verdict.PersonalPermitted => PersonalPermitted,
        Verdict.Embedded => Embedded,
        Verdict.Background => Background,
        _ => 0,
    };
}
