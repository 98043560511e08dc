namespace Rosewood.Tenancy.Login;

/// <summary>A token that the tenant has issued.</summary>
/// <param name="Text">What the client sends.</param>
/// <param name="Expires">When it ends, by the tenant's clock.</param>
/// <param name="Permissions">The permissions that it carries.</param>
/// <param name="UserId">The person who signed in; null for an application's.</param>
internal sealed record AccessToken(string Text, DateTimeOffset Expires, IReadOnlySet<string> Permissions, string? UserId)
{
    public bool IsDelegated => UserId is not null;
}
