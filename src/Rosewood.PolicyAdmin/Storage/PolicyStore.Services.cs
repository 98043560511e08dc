namespace Rosewood.PolicyAdmin.Storage;

/// <content>The catalogue's part of the store.</content>
public sealed partial class PolicyStore
{
    /// <summary>What the school did to the catalogue of services.</summary>
    public ServiceRecords Services => field ??= new(this);
}
