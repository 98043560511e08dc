namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>How much the evidence for a missing host bears.</summary>
public enum GapConfidence
{
    /// <summary>Seen beside the service, by few people or elsewhere too. Ask what the host is.</summary>
    Low,

    /// <summary>Seen beside the service and hardly elsewhere, or named like it.</summary>
    Medium,

    /// <summary>Named like the service and hardly seen elsewhere, or seen by many people beside it alone.</summary>
    High,
}
