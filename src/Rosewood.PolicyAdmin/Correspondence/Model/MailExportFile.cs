namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>What was read from one export.</summary>
/// <param name="Path">The file, or what the stream is called.</param>
/// <param name="Kind">What it is, in words for a person, such as <c>Message trace (CSV)</c>.</param>
/// <param name="Rows">Records in it.</param>
/// <param name="Used">Those that say something about mail that somebody wrote.</param>
/// <param name="Malformed">Those that could not be read.</param>
/// <param name="From">The earliest record; null when records have no time.</param>
/// <param name="Until">The latest record; null when records have no time.</param>
internal sealed record MailExportFile(
    string Path,
    string Kind,
    long Rows,
    long Used,
    long Malformed,
    DateTimeOffset? From,
    DateTimeOffset? Until)
{
    /// <summary>The first records that could not be read, at most five, with why.</summary>
    public IReadOnlyList<UnreadRow> Unread { get; init; } = [];
}
