namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>What <c>Publish-SocialMediaBlock</c> did to a target.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Changes">What changed, file by file.</param>
/// <param name="LetThrough">Whom the target lets through, with grant and what it opens.</param>
/// <param name="LeftOut">Openings that were left out, since others would gain too.</param>
/// <param name="Notes">What the target can't express, and what could not be checked.</param>
/// <param name="Proof">What the probes found, or what the tenant shows.</param>
/// <param name="NextRun">When it has to be published again by itself, or null.</param>
public sealed record BlockPublication(
    string Target,
    PublicationOutcome Outcome,
    IReadOnlyList<string> Changes,
    IReadOnlyList<string> LetThrough,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<string> Notes,
    string Proof,
    DateTimeOffset? NextRun);

/// <summary>What a publication did.</summary>
public enum PublicationOutcome
{
    /// <summary>The target had it already.</summary>
    Unchanged,

    /// <summary>
    /// Written, and shown to hold: by probes; of a group, by its members as the tenant shows them; of a browser's profile in Intune, by the profile as
    /// the tenant shows it, assigned to somebody.
    /// </summary>
    Proved,

    /// <summary>Written; nothing could be probed from here, or the profile in Intune is assigned to nobody yet and blocks nothing.</summary>
    Written,
}
