namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>A member of a group in Entra ID, or somebody who should be one.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Account">The UPN; null: no person (a group, a device, an app).</param>
/// <param name="Name">The display name, cleaned for showing.</param>
internal sealed record EntraMember(string Id, string? Account, string Name)
{
    /// <summary>The member in words: <c>Niamh O'Brien (n.obrien@rosewood.example)</c>.</summary>
    public string Words => Account is null ? $"{Name} ({Id}, no person)" : $"{Name} ({Account})";
}
