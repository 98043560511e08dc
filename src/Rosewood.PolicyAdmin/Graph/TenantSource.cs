namespace Rosewood.PolicyAdmin.Graph;

/// <summary>What is fetched from the tenant.</summary>
public enum TenantSource
{
    /// <summary>The members of the staff group, with the roles that groups give them.</summary>
    People,

    /// <summary>The devices that Intune manages.</summary>
    Devices,

    /// <summary>Interactive sign-ins.</summary>
    SignIns,

    /// <summary>Sign-ins that programs make for a person, from Graph's beta version.</summary>
    NonInteractiveSignIns,

    /// <summary>Who wrote to whom and when, as Exchange traced it; no subject, no content.</summary>
    MessageTraces,

    /// <summary>Rules in staff's inboxes that send mail elsewhere.</summary>
    InboxRules,

    /// <summary>Changes in the directory.</summary>
    DirectoryAudits,
}
