namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>How a group in Entra ID stands.</summary>
/// <param name="Members">Its direct members.</param>
/// <param name="Ends">By object id, the ends of those memberships that have one, UTC.</param>
internal sealed record EntraPicture(IReadOnlyList<EntraMember> Members, IReadOnlyDictionary<string, DateTimeOffset> Ends)
{
    /// <summary>Ends are written in whole seconds.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>Whether an object is a direct member.</summary>
    public bool Has(string id) => Members.Any(m => m.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a membership ends then, give or take a second.</summary>
    public bool EndsAt(string id, DateTimeOffset end) => Ends.TryGetValue(id, out var actual) && (actual - end).Duration() <= Tolerance;
}
