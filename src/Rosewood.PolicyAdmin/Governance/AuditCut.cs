using System.Globalization;
using System.Security.Cryptography;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>
/// Entries that retention cut off the beginning of the trail. The entry that records the cut carries, as its subject and so within its own
/// hash, the last cut number, that entry's hash, and a digest of the hashes of all that were cut: the chain goes on provably, a head that was
/// noted before still proves, and no other entries can be put in their place.
/// </summary>
/// <param name="UpTo">The number of the last entry that was cut.</param>
/// <param name="Head">Its hash.</param>
/// <param name="List">SHA-256 over the hashes of all cut entries, in their order.</param>
internal sealed record AuditCut(long UpTo, byte[] Head, byte[] List)
{
    private const string Command = "Remove-ExpiredPolicyData";
    private const string ErasedPrefix = "audit values to ";

    /// <summary>The subject of the entry that records it.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"audit 1-{UpTo} cut, head {Convert.ToHexStringLower(Head)}, hashes {Convert.ToHexStringLower(List)}");

    /// <summary>The cut that kept hashes make; null where there are none.</summary>
    public static AuditCut? Of(IEnumerable<(long Sequence, byte[] Hash)> entries)
    {
        using var list = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        (long Sequence, byte[] Hash)? last = null;
        foreach (var entry in entries)
        {
            list.AppendData(entry.Hash);
            last = entry;
        }

        return last is { } end ? new AuditCut(end.Sequence, end.Hash, list.GetHashAndReset()) : null;
    }

    /// <summary>Whether an entry was written by the command that may cut and erase.</summary>
    public static bool IsByRetention(string command) => string.Equals(command, Command, StringComparison.Ordinal);

    /// <summary>The subject of an entry that records the erasure of values.</summary>
    public static string ErasedSubject(long upTo) => string.Create(CultureInfo.InvariantCulture, $"{ErasedPrefix}{upTo}");

    /// <summary>Up to which number such an entry says that values were erased; null for another subject.</summary>
    public static long? ErasedUpTo(string subject) =>
        subject.StartsWith(ErasedPrefix, StringComparison.Ordinal) && long.TryParse(subject.AsSpan(ErasedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
