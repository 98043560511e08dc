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
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Evidence that a person has dismissed: by an account's id, the classes; empty means all.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<SignInEvidenceKind>> Dismissed { get; init; } = new Dictionary<string, IReadOnlySet<SignInEvidenceKind>>(StringComparer.Ordinal);

    /// <summary>Whether findings bring the days that show them best.</summary>
    public bool WithTimeline { get; init; }
}
