namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One source that a review of sign-ins looked at. Without its path: people name files after people.</summary>
/// <param name="Kind">What it is, for a person, such as <c>Entra sign-ins (Graph JSON)</c>.</param>
/// <param name="From">Its earliest record, school local time; null when not known.</param>
/// <param name="Until">Its latest record; null when not known.</param>
/// <param name="Records">How many records were used.</param>
public sealed record SignInReviewSource(string Kind, DateTimeOffset? From, DateTimeOffset? Until, long Records)
{
    /// <summary>The kind of what the proxy's log showed beside the sign-ins.</summary>
    internal const string Traffic = "Imported traffic";
}
