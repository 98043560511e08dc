using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>A tested access: the decision and why, in words.</summary>
/// <param name="Allowed">Whether it may go through.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason code.</param>
/// <param name="Clause">The clause; empty when not in scope.</param>
/// <param name="GrantId">The covering grant, or the one that came nearest; null when none.</param>
/// <param name="Service">The service that the host belongs to, or null.</param>
/// <param name="DeviceClass">Whose device it is.</param>
/// <param name="Explanation">One or two sentences for people.</param>
/// <param name="User">Whose access was tested.</param>
/// <param name="HostName">Which host.</param>
/// <param name="At">The instant, local time with offset.</param>
public sealed record AccessTest(
    bool Allowed,
    Verdict Verdict,
    ReasonCode Reason,
    string Clause,
    string? GrantId,
    string? Service,
    DeviceClass DeviceClass,
    string Explanation,
    string User,
    string HostName,
    DateTimeOffset At);
