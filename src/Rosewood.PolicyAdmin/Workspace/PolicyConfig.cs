using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>What <c>policy.json</c> says, read and checked. The JSON Schema beside it covers the same.</summary>
public sealed record PolicyConfig
{
    /// <summary>The school.</summary>
    public required SchoolConfig School { get; init; }

    /// <summary>The school day.</summary>
    public required SchoolDayConfig SchoolDay { get; init; }

    /// <summary>Networks: CIDR and class; the longest match counts.</summary>
    public IReadOnlyList<NetworkConfig> Networks { get; init; } = [];

    /// <summary>The school's own words for roles, as its staff list has them; looked up without case.</summary>
    public IReadOnlyDictionary<string, Role> RoleNames { get; init; } = new Dictionary<string, Role>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Grants: defaults and limits.</summary>
    public AccessConfig Access { get; init; } = new();

    /// <summary>Where blocks are put into force.</summary>
    public EnforcementConfig Enforcement { get; init; } = new();

    /// <summary>The Microsoft 365 tenant; null where the school uses none.</summary>
    public TenantConfig? Tenant { get; init; }

    /// <summary>How long each class of record is kept.</summary>
    public RetentionConfig Retention { get; init; } = new();

    /// <summary>The registers: how often things are asked and looked at again.</summary>
    public RegistersConfig Registers { get; init; } = new();

    /// <summary>Who gets reports, and when.</summary>
    public ReportsConfig Reports { get; init; } = new();

    /// <summary>Additions to the routes of incidents.</summary>
    public IncidentsConfig Incidents { get; init; } = new();

    /// <summary>The audit of sign-ins.</summary>
    public SignInsConfig SignIns { get; init; } = new();

    /// <summary>The audit of correspondence.</summary>
    public CorrespondenceConfig Correspondence { get; init; } = new();

    /// <summary>Log formats of the school's own, and how fresh logs have to be.</summary>
    public LogsConfig Logs { get; init; } = new();
}
