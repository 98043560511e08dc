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
