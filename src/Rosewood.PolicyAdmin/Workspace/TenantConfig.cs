using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The Microsoft 365 tenant. Holds no secret: a certificate is named, never contained.</summary>
public sealed record TenantConfig
{
    /// <summary>The tenant's id, or a domain of it.</summary>
    public required string TenantId { get; init; }

    /// <summary>The app registration's id.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>How the program signs in.</summary>
    public TenantAuthentication Authentication { get; init; } = TenantAuthentication.DeviceCode;

    /// <summary>Certificate: its thumbprint in the system's store, or null.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Certificate: a file of it and its key, which only the owner may read, or null.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The mailbox that reports are sent from, or null.</summary>
    public string? SenderMailbox { get; init; }

    /// <summary>Where to sign in; null: the public cloud.</summary>
    public Uri? Authority { get; init; }

    /// <summary>Where Graph is; null: the public cloud.</summary>
    public Uri? GraphBaseUrl { get; init; }

    /// <summary>The group whose members, also through other groups, are the staff; null: people are not read from the tenant.</summary>
    public Guid? StaffGroup { get; init; }

    /// <summary>Groups that give a role, by their ids. Roles that no group gives are not the tenant's to say.</summary>
    public IReadOnlyDictionary<Guid, Role> RoleGroups { get; init; } = new Dictionary<Guid, Role>();

    /// <summary>What Sync-PolicyTenant fetches where it is not told; empty: everything but the directory's audit log.</summary>
    public IReadOnlyList<TenantSource> Sources { get; init; } = [];
}

/// <summary>How the program signs in to the tenant.</summary>
public enum TenantAuthentication
{
    /// <summary>A certificate of the app registration.</summary>
    Certificate,

    /// <summary>The managed identity of the machine.</summary>
    ManagedIdentity,

    /// <summary>A code that a person types in a browser.</summary>
    DeviceCode,

    /// <summary>A browser on this machine.</summary>
    Interactive,
}
