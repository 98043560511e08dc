namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>The member of staff whose a private mailbox of which nothing is known is most likely.</summary>
/// <param name="PersonId">Whose; empty: nobody's.</param>
/// <param name="Likeness">How likely, 0–1.</param>
internal sealed record LikelyOwner(string PersonId, double Likeness)
{
    /// <summary>Nobody's: it is like no name.</summary>
    public static LikelyOwner Nobody { get; } = new("", 0);
}
