using System.Globalization;
using System.Security.Cryptography;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>Reads a snapshot, bounded and strictly: whatever is not as it was written is a problem with a name.</summary>
internal static class SnapshotReader
{
    /// <summary>No snapshot is larger: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>How far clocks may be apart before a snapshot counts as from the future.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">The instant, UTC.</param>
    public static SnapshotReading Read(string path, DateTimeOffset now)
    {
        try
        {
            using var stream = Open(path);
            if (stream.Length > MaxBytes)
            {
                return SnapshotReading.Not(SnapshotProblem.Corrupt, "It is over 64 MiB, which no snapshot is.");
            }

            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Parse(bytes.AsSpan(0, length), now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unread(e);
        }
    }

    /// <summary>Reads a snapshot's bytes.</summary>
    public static SnapshotReading Parse(ReadOnlySpan<byte> bytes, DateTimeOffset now)
    {
        var end = bytes[..Math.Min(bytes.Length, SnapshotHeader.MaxBytes)].IndexOf((byte)'\n');
        if (end < 0)
        {
            var begun = bytes[..Math.Min(bytes.Length, SnapshotHeader.Magic.Length)];
            return bytes.Length < SnapshotHeader.MaxBytes && SnapshotHeader.Magic.StartsWith(begun)
                ? SnapshotReading.Not(SnapshotProblem.Truncated)
                : SnapshotReading.Not(SnapshotProblem.Corrupt, "It has no header.");
        }

        if (!SnapshotHeader.TryParse(bytes[..end], out var header))
        {
            return SnapshotReading.Not(SnapshotProblem.Corrupt, "Its header can't be read.");
        }

        if (header.Version != SnapshotHeader.CurrentVersion)
        {
            return SnapshotReading.Not(header.Version > SnapshotHeader.CurrentVersion ? SnapshotProblem.TooNew : SnapshotProblem.TooOld, string.Create(CultureInfo.InvariantCulture, $"It has format {header.Version}; this program knows format {SnapshotHeader.CurrentVersion}."));
        }

        var body = bytes[(end + 1)..];
        if (body.Length != header.BodyLength)
        {
            return SnapshotReading.Not(body.Length < header.BodyLength ? SnapshotProblem.Truncated : SnapshotProblem.Corrupt, string.Create(CultureInfo.InvariantCulture, $"It has {body.Length} bytes behind its header instead of {header.BodyLength}."), header);
        }

        if (!string.Equals(SnapshotHeader.Hex(SHA256.HashData(body)), header.BodyDigest, StringComparison.Ordinal))
        {
            return SnapshotReading.Not(SnapshotProblem.Corrupt, "Its bytes are not those that were written.", header);
        }

        return IsFromTheFuture(header, now)
            ? SnapshotReading.Not(SnapshotProblem.FromTheFuture, FutureDetail(header), header)
            : ReadBody(body, header);
    }

    /// <summary>Whether a snapshot was written later than the clock shows.</summary>
    public static bool IsFromTheFuture(SnapshotHeader header, DateTimeOffset now) => header.WrittenAt - now > ClockTolerance;

    /// <summary>In words, for the person who mends it.</summary>
    public static string FutureDetail(SnapshotHeader header) => string.Create(CultureInfo.InvariantCulture, $"It was written at {header.WrittenAt:yyyy-MM-dd HH:mm:ss} UTC.");

    /// <summary>A file's first bytes, at most as many as a header has, the whole file's length and when it was changed; null when it can't be read.</summary>
    public static (byte[] Start, long Length, DateTime ChangedAt)? Glance(string path)
    {
        try
        {
            using var stream = Open(path);
            var start = new byte[SnapshotHeader.MaxBytes];
            var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return (start[..length], stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a file's body is the one that its header was written for.</summary>
    public static bool IsWhole(string path, SnapshotHeader header)
    {
        try
        {
            using var stream = Open(path);
            stream.Position = stream.Length - header.BodyLength;
            return string.Equals(SnapshotHeader.Hex(SHA256.HashData(stream)), header.BodyDigest, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    private static SnapshotReading ReadBody(ReadOnlySpan<byte> body, SnapshotHeader header)
    {
        try
        {
            return new(header, SnapshotFacts.Read(body), Problem: null, Detail: null);
        }
        catch (InvalidDataException e)
        {
            return SnapshotReading.Not(SnapshotProblem.Corrupt, e.Message, header);
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static SnapshotReading Unread(Exception error) => error is FileNotFoundException or DirectoryNotFoundException
        ? SnapshotReading.Not(SnapshotProblem.Missing)
        : SnapshotReading.Not(SnapshotProblem.NotReadable, error.Message);
}
