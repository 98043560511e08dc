namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Recorded links between staff and families.</summary>
    public FamilyLinkRecords FamilyLinks => field ??= new(this);
}
