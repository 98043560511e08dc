namespace Rosewood.PolicyAdmin.Graph.Profiles;

/// <summary>A custom configuration profile as the tenant has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Settings">The values of its settings in plain text, by OMA-URI.</param>
internal sealed record IntuneProfile(string Id, IReadOnlyDictionary<string, string> Settings);
