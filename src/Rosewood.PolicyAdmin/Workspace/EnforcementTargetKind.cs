namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>What an enforcement target is.</summary>
public enum EnforcementTargetKind
{
    /// <summary>A Squid proxy: ACL files and the live helper.</summary>
    Squid,

    /// <summary>A resolver's block list.</summary>
    Dns,

    /// <summary>Managed browser policy.</summary>
    Browser,

    /// <summary>A list that a firewall fetches.</summary>
    Feed,

    /// <summary>A directory group whose members have access.</summary>
    Group,
}
