namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The audit of sign-ins (LOG-1).</summary>
public sealed record SignInsConfig
{
    /// <summary>Accounts that are shared by design (kiosk, service); reported apart.</summary>
    public IReadOnlyList<string> DeclaredSharedAccounts { get; init; } = [];

    /// <summary>Whether recorded absences may count as evidence.</summary>
    public bool UseAbsences { get; init; }

    /// <summary>Share of accounts thought to be shared before any evidence; between 0 and 1.</summary>
    public double Prior { get; init; } = 0.03;

    /// <summary>From which likelihood a finding is one.</summary>
    public SignInThresholdsConfig Thresholds { get; init; } = new();
}

/// <summary>Likelihoods, 0–1, from which a finding counts.</summary>
public sealed record SignInThresholdsConfig
{
    /// <summary>From here <c>Shared</c>, with two evidence classes at least.</summary>
    public double Shared { get; init; } = 0.85;

    /// <summary>From here <c>Possible</c>.</summary>
    public double Possible { get; init; } = 0.5;
}
