namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>The table of operations and their least permissions, as Microsoft's reference has them.</summary>
internal static class GraphOperations
{
    private const string Premium = "Microsoft Entra ID P1 or P2";
    private const string SignInFiles = "Without it, download the sign-ins in the Entra admin centre and give the files to Find-SharedCredentialUse -SignInLog.";

    private static readonly string[] DirectoryReaders = ["Directory.Read.All", "Directory.ReadWrite.All"];

    /// <summary>One entry for each operation.</summary>
    public static IReadOnlyList<GraphPermission> All { get; } =
    [
        new(GraphOperation.Organization, "Organization.Read.All", "Connect-PolicyTenant", "the tenant's name", "Without it, the tenant is named by its id.")
        {
            Broader = ["Organization.ReadWrite.All", .. DirectoryReaders],
        },
        new(GraphOperation.Users, "User.Read.All", "Sync-PolicyTenant -Source People", "users", "Without it, import the roster with Import-PolicyPerson -Path.")
        {
            Broader = ["User.ReadWrite.All", .. DirectoryReaders],
        },
        new(GraphOperation.GroupMembers, "GroupMember.Read.All", "Sync-PolicyTenant -Source People", "members of groups", "Without it, import the roster with Import-PolicyPerson -Path.")
        {
            Broader = ["GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", .. DirectoryReaders],
        },
        new(GraphOperation.Devices, "DeviceManagementManagedDevices.Read.All", "Sync-PolicyTenant -Source Devices", "managed devices", "Without it, import the inventory with Import-PolicyDevice -Path.")
        {
            Licence = "Microsoft Intune",
            Broader = ["DeviceManagementManagedDevices.ReadWrite.All"],
        },
        new(GraphOperation.SignIns, "AuditLog.Read.All", "Sync-PolicyTenant -Source SignIns", "sign-ins", SignInFiles) { Licence = Premium },
        new(GraphOperation.NonInteractiveSignIns, "AuditLog.Read.All", "Sync-PolicyTenant -Source NonInteractiveSignIns", "non-interactive sign-ins", SignInFiles) { Licence = Premium },
        new(GraphOperation.DirectoryAudits, "AuditLog.Read.All", "Sync-PolicyTenant -Source DirectoryAudits", "the directory's audit log", "Without it, download the audit log in the Entra admin centre."),
        new(GraphOperation.MessageTraces, "ExchangeMessageTrace.Read.All", "Sync-PolicyTenant -Source MessageTraces", "message traces", "Without it, download message traces in the Exchange admin centre.")
        {
            Setup = "Message traces also need the service principal of the app 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373 in the tenant, once (docs/graph.md).",
        },
        new(GraphOperation.InboxRules, "MailboxSettings.Read", "Sync-PolicyTenant -Source InboxRules", "inbox rules", "Without it, export inbox rules with Get-InboxRule.") { Broader = ["MailboxSettings.ReadWrite"] },
        new(GraphOperation.GroupChanges, "GroupMember.ReadWrite.All", "Publish-SocialMediaBlock (a Group target with format EntraId)", "members of the exempt group", "Without it, give the target the format PowerShell and have its script applied.")
        {
            Verb = "change",
            Gerund = "changing",
            Broader = ["Group.ReadWrite.All", "Directory.ReadWrite.All"],
        },
        new(GraphOperation.TimedMembers, "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup", "Publish-SocialMediaBlock (a Group target with timeBound)", "memberships with an end", "Without it, take timeBound out of the target in policy.json: memberships then end by the timer that runs Publish-SocialMediaBlock -Due.")
        {
            Verb = "change",
            Gerund = "changing",
            Licence = "Microsoft Entra ID P2 or Microsoft Entra ID Governance",
        },
        new(GraphOperation.BrowserProfiles, "DeviceManagementConfiguration.ReadWrite.All", "Publish-SocialMediaBlock (a Browser target with inTenant)", "custom configuration profiles", "Without it, take inTenant out of the target in policy.json: the profile is then written as a file.")
        {
            Verb = "change",
            Gerund = "changing",
            Licence = "Microsoft Intune",
        },
        new(GraphOperation.SendMail, "Mail.Send", "Send-PolicyComplianceReport", "reports by mail", "Without it, send the report's file by hand.")
        {
            Verb = "send",
            Gerund = "sending",
            Setup = "The app has to be allowed to use the mailbox in tenant.senderMailbox too (docs/graph.md).",
        },
        new(GraphOperation.SentItems, "Mail.Read", "Send-PolicyComplianceReport (finding out what became of a mail whose answer was lost)", "Sent Items", "Without it, a person looks into Sent Items.")
        {
            Broader = ["Mail.ReadWrite"],
        },
    ];

    /// <summary>What an operation needs.</summary>
    public static GraphPermission Of(GraphOperation operation) => All.First(p => p.Operation == operation);
}
