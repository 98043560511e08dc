namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>A policy that the social media policy is read with (GOV-1).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where it is, or null when the school has not said.</param>
public sealed record RelatedPolicy(string Name, string? Url)
{
    /// <summary>The policies that GOV-1 names.</summary>
    public static IReadOnlyList<RelatedPolicy> Standard { get; } =
    [
        new("GDPR statement", Url: null),
        new("ICT and e-safety policy", Url: null),
        new("Child protection and safeguarding policy", Url: null),
        new("Disciplinary policy", Url: null),
        new("Grievance policy", Url: null),
    ];
}
