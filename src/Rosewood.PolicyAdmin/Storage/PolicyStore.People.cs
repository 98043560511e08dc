namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>The roster.</summary>
    public PersonRecords People => field ??= new(this);
}
