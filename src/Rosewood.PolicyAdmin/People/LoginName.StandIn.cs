namespace Rosewood.PolicyAdmin.People;

/// <summary>Stand-in until people is merged.</summary>
public static class LoginName
{
    /// <summary>Normal form.</summary>
    public static string Normalize(string login)
    {
        ArgumentNullException.ThrowIfNull(login);
        return login.Trim().ToLowerInvariant();
    }
}
