namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Where blocks are put into force.</summary>
public sealed record EnforcementConfig
{
    /// <summary>The targets, by unique name.</summary>
    public IReadOnlyList<EnforcementTargetConfig> Targets { get; init; } = [];
}

/// <summary>One place where blocks are put into force.</summary>
/// <param name="Name">Its name; what <c>-Target</c> takes.</param>
/// <param name="Kind">What it is.</param>
public sealed record EnforcementTargetConfig(string Name, EnforcementTargetKind Kind)
{
    /// <summary>Whether it is published to.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The form that is written; null where the kind has one form only.</summary>
    public EnforcementFormat? Format { get; init; }

    /// <summary>The file or folder that is written; for feeds a path inside the workspace's <c>feeds</c> folder, or null for its default.</summary>
    public string? Path { get; init; }

    /// <summary>Program and arguments that make the target read its files again; empty: nothing is run.</summary>
    public IReadOnlyList<string> ReloadCommand { get; init; } = [];

    /// <summary>host:port at which the block is proved (the proxy, the resolver), or null.</summary>
    public string? ProbeAddress { get; init; }

    /// <summary>The address that a DNS target answers with for a blocked name; null: no such name.</summary>
    public string? BlockAddress { get; init; }

    /// <summary>Object id of the directory group that a group target keeps; else null.</summary>
    public Guid? GroupId { get; init; }
}

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

/// <summary>The form that a target's files have.</summary>
public enum EnforcementFormat
{
    /// <summary>DNS: response policy zone.</summary>
    Rpz,

    /// <summary>DNS: hosts file.</summary>
    Hosts,

    /// <summary>DNS: dnsmasq and Pi-hole.</summary>
    Dnsmasq,

    /// <summary>DNS: unbound.</summary>
    Unbound,

    /// <summary>DNS: AdGuard Home.</summary>
    AdGuard,

    /// <summary>Browser: Chrome.</summary>
    Chrome,

    /// <summary>Browser: Edge.</summary>
    Edge,

    /// <summary>Browser: Firefox.</summary>
    Firefox,

    /// <summary>Feed: one domain a line.</summary>
    DomainList,

    /// <summary>Feed: one URL pattern a line.</summary>
    UrlList,
}
