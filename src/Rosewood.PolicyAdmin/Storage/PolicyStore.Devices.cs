namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>The inventory.</summary>
    public DeviceRecords Devices => field ??= new(this);
}
