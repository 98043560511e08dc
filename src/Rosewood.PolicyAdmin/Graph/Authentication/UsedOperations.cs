using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>Which operations a school uses, by its configuration.</summary>
/// <param name="config">The configuration.</param>
internal sealed class UsedOperations(PolicyConfig config)
{
    private readonly IReadOnlyList<TenantSource> _sources = config.Tenant is { } tenant ? TenantSources.Of(tenant) : [];

    /// <summary>Whether a command would ask for it.</summary>
    public bool Contains(GraphOperation operation) => operation switch
    {
        GraphOperation.Organization => true,
        GraphOperation.Users or GraphOperation.GroupMembers => Reads(TenantSource.People) || ChangesGroup,
        GraphOperation.Devices => Reads(TenantSource.Devices),
        GraphOperation.SignIns => Reads(TenantSource.SignIns),
        GraphOperation.NonInteractiveSignIns => Reads(TenantSource.NonInteractiveSignIns),
        GraphOperation.DirectoryAudits => Reads(TenantSource.DirectoryAudits),
        GraphOperation.MessageTraces => Reads(TenantSource.MessageTraces),
        GraphOperation.InboxRules => Reads(TenantSource.InboxRules),
        GraphOperation.GroupChanges => ChangesGroup,
        GraphOperation.TimedMembers => config.Enforcement.Targets.Any(static t => t.TimeBound),
        GraphOperation.BrowserProfiles => config.Enforcement.Targets.Any(static t => t.InTenant),
        GraphOperation.SendMail or GraphOperation.SentItems => config.Tenant?.SenderMailbox is not null,
        _ => false,
    };

    private bool ChangesGroup => config.Enforcement.Targets.Any(static t => t.Format == EnforcementFormat.EntraId);

    private bool Reads(TenantSource source) => _sources.Contains(source);
}
