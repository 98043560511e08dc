using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>What a detection is told beside the sign-ins.</summary>
internal sealed record DetectionOptions
{
    /// <summary>Prior, thresholds, declared accounts, whether absences may count.</summary>
    public required SignInsConfig Config { get; init; }

    /// <summary>The school's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Evidence counts from here, ticks of UTC; habits are learned from everything.</summary>
    public long FromTicks { get; init; } = long.MinValue;

    /// <summary>Evidence counts until here, exclusive.</summary>
    public long UntilTicks { get; init; } = long.MaxValue;

    /// <summary>Recorded absences.</summary>
    public AbsenceRegister Absences { get; init; } = AbsenceRegister.Empty;

    /// <summary>What people have dismissed.</summary>
    public SuppressionSet Suppressions { get; init; } = SuppressionSet.Empty;

    /// <summary>Whether findings bring the days that show them best.</summary>
    public bool WithTimeline { get; init; }
}
