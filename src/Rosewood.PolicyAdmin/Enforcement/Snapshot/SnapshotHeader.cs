using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>
/// The first line of a snapshot: <c>rosewood-access 2 2026-11-24T09:00:00.0000000Z sha256=… length=… audit=12:… policy=… program=…</c>.
/// </summary>
/// <param name="Version">The format's version.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="BodyDigest">SHA-256 of the body, lower-case hexadecimal.</param>
/// <param name="BodyLength">The body's length in bytes.</param>
/// <param name="Source">The state that it was written from.</param>
internal sealed record SnapshotHeader(int Version, DateTimeOffset WrittenAt, string BodyDigest, long BodyLength, SnapshotSource Source)
{
    /// <summary>The version that this program writes and reads. 2: with the school's mail domains.</summary>
    public const int CurrentVersion = 2;

    /// <summary>No header is longer than this, its line break included.</summary>
    public const int MaxBytes = 512;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The first word of every snapshot.</summary>
    public static ReadOnlySpan<byte> Magic => "rosewood-access "u8;

    /// <summary>The header of a body.</summary>
    public static SnapshotHeader Of(ReadOnlySpan<byte> body, DateTimeOffset writtenAt, SnapshotSource source) =>
        new(CurrentVersion, writtenAt.ToUniversalTime(), Hex(SHA256.HashData(body)), body.Length, source);

    /// <summary>The line, with its line break.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"rosewood-access {Version} {WrittenAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} sha256={BodyDigest} length={BodyLength} audit={Source.AuditHead}:{Source.AuditHash} policy={Source.PolicyDigest} program={Source.Program}\n"));

    /// <summary>Reads the line.</summary>
    /// <param name="line">The line without its line break.</param>
    /// <param name="header">The header; of another version only what all versions have: its number.</param>
    /// <returns>False when this is no such line.</returns>
    public static bool TryParse(ReadOnlySpan<byte> line, out SnapshotHeader header)
    {
        header = new(0, DateTimeOffset.MinValue, "", 0, new(0, "", "", ""));
        if (line.Length >= MaxBytes || !line.StartsWith(Magic) || line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        var words = Encoding.ASCII.GetString(line).Split(' ');
        if (!int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version == 0)
        {
            return false;
        }

        if (version != CurrentVersion)
        {
            header = header with { Version = version };
            return true;
        }

        if (words.Length != 8
            || !DateTimeOffset.TryParseExact(words[2], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            || Value(words[3], "sha256=") is not { Length: 64 } digest
            || !long.TryParse(Value(words[4], "length="), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || Value(words[5], "audit=")?.Split(':') is not [var head, { } hash]
            || !long.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || Value(words[6], "policy=") is not { } policy
            || Value(words[7], "program=") is not { } program)
        {
            return false;
        }

        header = new(version, at, digest, length, new(number, hash, policy, program));
        return true;
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    private static string? Value(string word, string key) => word.StartsWith(key, StringComparison.Ordinal) ? word[key.Length..] : null;
}

/// <summary>Which state a snapshot was written from: where all four are the same, so are the facts.</summary>
/// <param name="AuditHead">The number of the store's last audit entry.</param>
/// <param name="AuditHash">Its hash: a store that was restored may have given the number twice.</param>
/// <param name="PolicyDigest">SHA-256 of <c>policy.json</c>.</param>
/// <param name="Program">The build that wrote it: another one may bring another catalogue.</param>
internal sealed record SnapshotSource(long AuditHead, string AuditHash, string PolicyDigest, string Program);
