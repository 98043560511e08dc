using System.Globalization;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Walks the whole audit chain: numbers without gaps, each hash from its fields and the one before, each value against its digest.</summary>
public static class AuditVerifier
{
    /// <summary>Proves the trail, or says where it breaks.</summary>
    /// <param name="store">The store.</param>
    /// <param name="expectedHead">A head noted earlier elsewhere (a report, a notebook), hexadecimal; or null. It has to be some entry's hash.</param>
    public static AuditProof Verify(PolicyStore store, string? expectedHead)
    {
        ArgumentNullException.ThrowIfNull(store);
        var expected = Normal(expectedHead);
        var walk = new Walk(expected, store.Audit.CutEntries().ToList());
        foreach (var row in store.Audit.Read())
        {
            walk.Take(row);
        }

        var stray = store.Audit.StrayValue();
        return walk.ToProof(stray, store.Audit.IsGuarded());
    }

    /// <summary>A head as it may have been typed, without blanks and dashes, lower case; null for none.</summary>
    internal static string? Normal(string? head)
    {
        var text = head?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private sealed class Walk(string? expected, IReadOnlyList<(long Sequence, byte[] Hash)> cut)
    {
        private readonly AuditCut? _cut = AuditCut.Of(cut);
        private readonly List<long> _withoutValue = [];
        private bool _isCutRecorded;
        private long _erasedUpTo;
        private long _first;
        private byte[] _previous = cut.Count > 0 ? cut[^1].Hash : AuditChain.Empty;
        private long _entries;
        private long? _brokenAt;
        private string _reason = "";
        private bool _found = expected is null
            || string.Equals(expected, Convert.ToHexStringLower(AuditChain.Empty), StringComparison.Ordinal)
            || cut.Any(c => string.Equals(expected, Convert.ToHexStringLower(c.Hash), StringComparison.Ordinal));

        public void Take(AuditRow row)
        {
            _entries++;
            _first = _entries == 1 ? row.Sequence : _first;
            if (_brokenAt is null && WrongWith(row) is { } reason)
            {
                _brokenAt = row.Sequence;
                _reason = reason;
            }

            if (row is { Salt: null } and ({ BeforeDigest: not null } or { AfterDigest: not null }))
            {
                _withoutValue.Add(row.Sequence);
            }

            if (AuditCut.IsByRetention(row.Command))
            {
                _isCutRecorded |= string.Equals(row.Subject, _cut?.Subject, StringComparison.Ordinal);
                _erasedUpTo = Math.Max(_erasedUpTo, AuditCut.ErasedUpTo(row.Subject) is { } upTo && upTo < row.Sequence ? upTo : 0);
            }

            _found |= string.Equals(expected, Convert.ToHexStringLower(row.Hash), StringComparison.Ordinal);
            _previous = row.Hash;
        }

        public AuditProof ToProof(long? strayValue, bool guarded)
        {
            if (_brokenAt is null && strayValue is not null)
            {
                (_brokenAt, _reason) = (strayValue, "there are values for an entry that does not exist");
            }

            if (_brokenAt is null && _cut is not null && !_isCutRecorded)
            {
                // Hashes in place of the first entries prove nothing unless a later entry of the chain holds their digest.
                (_brokenAt, _reason) = (_first, "the entries before it were cut off, and no entry of the trail accounts for that");
            }

            var head = Convert.ToHexStringLower(_previous);
            return new AuditProof(_brokenAt is null && _found, _entries, head, _brokenAt, Explain(guarded), guarded, _withoutValue.Count)
            {
                ErasedByRetention = _withoutValue.Count(s => s <= _erasedUpTo),
                CutBefore = _cut is null ? null : _cut.UpTo + 1,
            };
        }

        private string? WrongWith(AuditRow row)
        {
            var expectedNumber = (_cut?.UpTo ?? 0) + _entries;
            if (row.Sequence != expectedNumber)
            {
                return string.Create(CultureInfo.InvariantCulture, $"entry {expectedNumber} is missing");
            }

            if (!row.Previous.AsSpan().SequenceEqual(_previous))
            {
                return "it does not continue from the entry before it";
            }

            if (!row.Hash.AsSpan().SequenceEqual(AuditChain.HashOf(row)))
            {
                return "its fields do not give its hash: one of them was changed";
            }

            return Holds(row, row.BeforeDigest, row.Before) && Holds(row, row.AfterDigest, row.After)
                ? null
                : "its values do not give their digests: they were changed, or one of them was removed";
        }

        /// <summary>Erased values (no salt) hold: their digests stay and prove nothing more.</summary>
        private static bool Holds(AuditRow row, byte[]? digest, string? value) =>
            row.Salt is null
                ? value is null
                : (digest is null && value is null) || (digest is not null && digest.AsSpan().SequenceEqual(AuditChain.Digest(row.Salt, value)));

        private string Explain(bool guarded)
        {
            var cutWords = _cut is null ? "" : string.Create(CultureInfo.InvariantCulture, $" The {_cut.UpTo} before them were removed when their time was over; their hashes are kept, and a later entry accounts for them.");
            var erased = cutWords + (_withoutValue.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" The values of {_withoutValue.Count} entries are erased; their digests hold.") : "");
            var guard = guarded ? "" : " The store's guards against changing the trail have been removed.";
            if (_brokenAt is { } at)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The trail is broken at entry {at}: {_reason}. Keep the file as it is, tell the data protection officer, and compare it with a backup.{guard}");
            }

            return _found
                ? string.Create(CultureInfo.InvariantCulture, $"All {_entries} entries hold.{(expected is null ? "" : " The expected head is among them.")}{erased}{guard}")
                : $"The entries hold among themselves, but the expected head is not among them: entries have been removed or rewritten since it was noted, or it is from another workspace. Keep the file as it is, tell the data protection officer, and compare it with a backup.{guard}";
        }
    }
}
