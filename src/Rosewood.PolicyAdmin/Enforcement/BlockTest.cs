namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>The record of one test of the block, as schools have to keep it.</summary>
/// <param name="Id">Its id, such as <c>T-0007</c>.</param>
/// <param name="At">When, in the school's local time.</param>
/// <param name="By">Who tested.</param>
/// <param name="Target">The target.</param>
/// <param name="Device">The machine from which it was tried.</param>
/// <param name="User">The account with which it was tried; null: none.</param>
/// <param name="Place">The network place: the address as the target saw it with its class.</param>
/// <param name="Service">The service; null for the control, a site that is no social medium.</param>
/// <param name="Tried">The host that was tried.</param>
/// <param name="Expected"><c>Allowed</c> or <c>Blocked</c>, by the decision, with its reason.</param>
/// <param name="Result">What came back.</param>
/// <param name="Outcome">Whether both agree.</param>
/// <param name="Action">What to do; null where nothing is.</param>
public sealed record BlockTest(
    string Id,
    DateTimeOffset At,
    string By,
    string Target,
    string Device,
    string? User,
    string Place,
    string? Service,
    string Tried,
    string Expected,
    string Result,
    BlockTestOutcome Outcome,
    string? Action);

/// <summary>How a test of the block came out.</summary>
public enum BlockTestOutcome
{
    /// <summary>As the decision says.</summary>
    Passed,

    /// <summary>Otherwise than the decision says.</summary>
    Failed,

    /// <summary>It could not be found out.</summary>
    NotTested,
}
