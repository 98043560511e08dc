namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>The roster.</summary>
    public PersonRecords People => field ??= new(this);

    /// <summary>Contacts of families.</summary>
    public FamilyContactRecords FamilyContacts => field ??= new(this);
}
