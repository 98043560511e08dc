namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Publications and tests of the block.</summary>
    public EnforcementRecords Enforcement => field ??= new EnforcementRecords(this);

    /// <summary>Whom the program put into groups of the tenant.</summary>
    public GroupMemberRecords GroupMembers => field ??= new GroupMemberRecords(this);
}
