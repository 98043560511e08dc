namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The registers: how often things are asked and looked at again (TRN-1).</summary>
public sealed record RegistersConfig
{
    /// <summary>How long an acknowledgement of the policy counts.</summary>
    public TimeSpan AcknowledgementEvery { get; init; } = TimeSpan.FromDays(365);

    /// <summary>The version of the policy in force, as the school calls it; null where versions have no names.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>From which day that version is in force; null: not said.</summary>
    public DateOnly? PolicyDate { get; init; }
}
