namespace Rosewood.Tenancy.Directory;

/// <summary>A person's account.</summary>
/// <param name="Id">The object id.</param>
/// <param name="UserPrincipalName">The login name.</param>
/// <param name="DisplayName">The name shown.</param>
public sealed record TenantUser(string Id, string UserPrincipalName, string DisplayName)
{
    /// <summary>The mail address; null without a mailbox.</summary>
    public string? Mail { get; init; } = UserPrincipalName;

    /// <summary>Whether it may sign in.</summary>
    public bool AccountEnabled { get; init; } = true;

    /// <summary>The job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The department.</summary>
    public string? Department { get; init; }

    /// <summary>The local domain's account name, when synchronised.</summary>
    public string? OnPremisesSamAccountName { get; init; }

    /// <summary>Member or Guest.</summary>
    public string UserType { get; init; } = "Member";
}
