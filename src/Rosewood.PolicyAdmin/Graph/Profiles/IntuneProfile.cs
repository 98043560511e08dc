namespace Rosewood.PolicyAdmin.Graph.Profiles;

/// <summary>A custom configuration profile as the tenant has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Settings">Its settings, by OMA-URI.</param>
internal sealed record IntuneProfile(string Id, IReadOnlyDictionary<string, IntuneProfileSetting> Settings);
