namespace Rosewood.PolicyAdmin.SignIns.Model;

/// <summary>What was read from one file of sign-ins.</summary>
/// <param name="Path">The file.</param>
/// <param name="Source">Which record it is; null for a file without records.</param>
/// <param name="Kind">What it is, in words for a person, such as <c>Entra sign-ins (Graph JSON)</c>.</param>
/// <param name="Rows">Records in the file.</param>
/// <param name="Used">Those that became a <see cref="SignIn"/>; the others concern no person (computer accounts, other events).</param>
/// <param name="Malformed">Those that could not be read.</param>
/// <param name="From">The earliest record; null when there is none.</param>
/// <param name="Until">The latest record; null when there is none.</param>
/// <param name="HasBackground">Whether non-interactive sign-ins are in it, or could be.</param>
/// <param name="HasDeviceIds">Whether any record names a device.</param>
/// <param name="HasAuthenticators">Whether any record names the phone that answered (Graph's beta version only).</param>
internal sealed record SignInFile(
    string Path,
    SignInSource? Source,
    string Kind,
    long Rows,
    long Used,
    long Malformed,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    bool HasBackground,
    bool HasDeviceIds,
    bool HasAuthenticators)
{
    /// <summary>The first records that could not be read, at most five, with why.</summary>
    public IReadOnlyList<UnreadSignIn> Unread { get; init; } = [];
}
