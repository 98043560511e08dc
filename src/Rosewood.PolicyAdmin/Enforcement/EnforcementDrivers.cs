using Rosewood.PolicyAdmin.Enforcement.Browsers;
using Rosewood.PolicyAdmin.Enforcement.Dns;
using Rosewood.PolicyAdmin.Enforcement.Feeds;
using Rosewood.PolicyAdmin.Enforcement.Groups;
using Rosewood.PolicyAdmin.Enforcement.Squid;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>The driver of each kind of target.</summary>
internal static class EnforcementDrivers
{
    /// <summary>The driver of a kind.</summary>
    public static IEnforcementDriver For(EnforcementTargetKind kind) => kind switch
    {
        EnforcementTargetKind.Squid => new SquidDriver(),
        EnforcementTargetKind.Dns => new DnsDriver(),
        EnforcementTargetKind.Browser => new BrowserDriver(),
        EnforcementTargetKind.Feed => new FeedDriver(),
        EnforcementTargetKind.Group => new GroupDriver(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
