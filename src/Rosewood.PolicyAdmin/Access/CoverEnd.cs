namespace Rosewood.PolicyAdmin.Access;

/// <summary>Where the cover of one or more grants ended.</summary>
/// <param name="GrantId">The grant that ended there: of several that overlap or follow each other the last.</param>
/// <param name="AtUtcTicks">The first instant no longer covered.</param>
internal readonly record struct CoverEnd(string GrantId, long AtUtcTicks);
