namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Counts of what stands behind controls.</summary>
    public EvidenceRecords Evidence => field ??= new(this);
}
