namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The form that a target's files have.</summary>
public enum EnforcementFormat
{
    /// <summary>Squid: the helper is asked for each request.</summary>
    Live,

    /// <summary>Squid: ACL files.</summary>
    Static,

    /// <summary>DNS: a response policy zone file alone.</summary>
    Rpz,

    /// <summary>DNS: BIND's configuration with response policy zones and views.</summary>
    Bind,

    /// <summary>DNS: hosts file. Feed: hosts file.</summary>
    Hosts,

    /// <summary>DNS: dnsmasq and Pi-hole.</summary>
    Dnsmasq,

    /// <summary>DNS: Unbound's configuration with response policy zones and tags.</summary>
    Unbound,

    /// <summary>DNS: AdGuard Home.</summary>
    AdGuard,

    /// <summary>Browser: Chrome.</summary>
    Chrome,

    /// <summary>Browser: Chromium.</summary>
    Chromium,

    /// <summary>Browser: Edge.</summary>
    Edge,

    /// <summary>Browser: Firefox.</summary>
    Firefox,

    /// <summary>Feed: one domain a line.</summary>
    DomainList,

    /// <summary>Feed: one URL pattern a line.</summary>
    UrlList,

    /// <summary>Feed: a FortiGate external resource of domain names.</summary>
    FortiGate,

    /// <summary>Feed: a Palo Alto external dynamic list of URLs.</summary>
    PaloAlto,

    /// <summary>Feed: a pfBlockerNG DNSBL list.</summary>
    PfBlockerNG,

    /// <summary>Feed: a Sophos Firewall domain list.</summary>
    Sophos,

    /// <summary>Feed: AdBlock syntax.</summary>
    AdBlock,

    /// <summary>Group: CSV.</summary>
    Csv,

    /// <summary>Group: a PowerShell script.</summary>
    PowerShell,

    /// <summary>Group: LDIF.</summary>
    Ldif,

    /// <summary>Group: no file; the members of a group in Entra ID are changed through Microsoft Graph.</summary>
    EntraId,
}
