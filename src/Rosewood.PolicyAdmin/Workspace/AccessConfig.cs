namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Grant defaults and limits.</summary>
public sealed record AccessConfig
{
    /// <summary>A grant's length when none is given.</summary>
    public TimeSpan DefaultDuration { get; init; } = TimeSpan.FromDays(28);

    /// <summary>The longest grant.</summary>
    public TimeSpan LongestDuration { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Whether USE-3's standing authorisation holds.</summary>
    public bool StandingAuthorisation { get; init; } = true;

    /// <summary>Whether a grant counts only once its authoriser has confirmed it.</summary>
    public bool RequireConfirmation { get; init; }
}
