namespace Rosewood.PolicyAdmin.People;

/// <summary>Whose a login name is.</summary>
/// <param name="Person">The person, or null.</param>
/// <param name="Ambiguous">Whether it fits more than one person; then <paramref name="Person"/> is null.</param>
public readonly record struct LoginMatch(Person? Person, bool Ambiguous);
