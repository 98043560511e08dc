namespace Rosewood.PolicyAdmin.People;

/// <summary>A person as they stand from one moment on, until their next version.</summary>
/// <param name="EffectiveFrom">UTC ticks; 0 for the roster's first import, which holds for all earlier time.</param>
/// <param name="Person">The person.</param>
public sealed record PersonVersion(long EffectiveFrom, Person Person);
