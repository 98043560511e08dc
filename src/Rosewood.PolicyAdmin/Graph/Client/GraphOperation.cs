namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>What the program asks of the service. Each has its place in <see cref="GraphOperations"/>.</summary>
internal enum GraphOperation
{
    /// <summary>The tenant's name.</summary>
    Organization,

    /// <summary>Users by id or name.</summary>
    Users,

    /// <summary>Members of a group.</summary>
    GroupMembers,

    /// <summary>Managed devices.</summary>
    Devices,

    /// <summary>Interactive sign-ins.</summary>
    SignIns,

    /// <summary>Non-interactive sign-ins.</summary>
    NonInteractiveSignIns,

    /// <summary>Changes in the directory.</summary>
    DirectoryAudits,

    /// <summary>Message traces.</summary>
    MessageTraces,

    /// <summary>Rules of an inbox.</summary>
    InboxRules,

    /// <summary>Adding and removing a group's members.</summary>
    GroupChanges,

    /// <summary>Memberships of a group that have an end.</summary>
    TimedMembers,

    /// <summary>Custom configuration profiles of managed devices.</summary>
    BrowserProfiles,

    /// <summary>Sending mail.</summary>
    SendMail,

    /// <summary>Looking for what was sent.</summary>
    SentItems,
}
