namespace Rosewood.Tenancy.Reports;

/// <summary>One sign-in.</summary>
/// <param name="Id">The request id.</param>
/// <param name="At">When; written in whole seconds.</param>
/// <param name="UserId">The user's object id.</param>
/// <param name="UserPrincipalName">The login name.</param>
public sealed record SignInRecord(string Id, DateTimeOffset At, string UserId, string UserPrincipalName)
{
    /// <summary>The user's name.</summary>
    public string? UserDisplayName { get; init; }

    /// <summary>The application signed in to.</summary>
    public string AppDisplayName { get; init; } = "Office 365 Exchange Online";

    /// <summary>The address it came from.</summary>
    public string IpAddress { get; init; } = "203.0.113.10";

    /// <summary>The kind of client.</summary>
    public string ClientAppUsed { get; init; } = "Browser";

    /// <summary>Whether a person took part; others are in beta only.</summary>
    public bool IsInteractive { get; init; } = true;

    /// <summary>0 for a success, else the AADSTS number.</summary>
    public int ErrorCode { get; init; }

    /// <summary>Why it failed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The registered device's id; empty when none.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The registered device's name.</summary>
    public string? DeviceName { get; init; }

    /// <summary>The operating system.</summary>
    public string OperatingSystem { get; init; } = "Windows11";

    /// <summary>The browser.</summary>
    public string Browser { get; init; } = "Edge 131.0.0";

    /// <summary>The town that the address is thought to be in.</summary>
    public string? City { get; init; } = "Leeds";

    /// <summary>The country, two letters.</summary>
    public string? Country { get; init; } = "GB";
}
