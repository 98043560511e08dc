namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Grants, endings and answers.</summary>
    public GrantRecords Grants => field ??= new GrantRecords(this);
}
