using System.Buffers.Binary;
using System.IO.Compression;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Tells whether a gzip file is whole. <see cref="GZipStream"/> ends without a word where a file is cut off, but a whole file
/// ends with the length of its last member (RFC 1952), which what was read must agree with.
/// </summary>
internal static class GzipEnd
{
    private const int SmallestMember = 18;

    /// <summary>A file with more places that look like a member's beginning is not looked at further back.</summary>
    private const int MostTries = 64;

    /// <summary>Whether the file's last member is whole.</summary>
    /// <param name="file">The file; its position is left anywhere.</param>
    /// <param name="textLength">How much text came out of the whole file.</param>
    public static bool IsWhole(FileStream file, long textLength)
    {
        if (file.Length < SmallestMember)
        {
            return false;
        }

        Span<byte> end = stackalloc byte[4];
        RandomAccess.Read(file.SafeFileHandle, end, file.Length - end.Length);
        var lastLength = BinaryPrimitives.ReadUInt32LittleEndian(end);
        return (uint)textLength == lastLength || (lastLength < textLength && LastMemberHas(file, lastLength));
    }

    /// <summary>Several members in one file, as when archives were joined: reads the last one alone.</summary>
    private static bool LastMemberHas(FileStream file, uint length)
    {
        var tries = 0;
        foreach (var start in Beginnings(file))
        {
            if (tries++ == MostTries)
            {
                break;
            }

            file.Position = start;
            if (LengthOf(file) is { } found)
            {
                return (uint)found == length;
            }
        }

        return false;
    }

    /// <summary>Places that may be a member's beginning, the last first: magic bytes, deflate, no reserved flag.</summary>
    private static IEnumerable<long> Beginnings(FileStream file)
    {
        const int Step = 64 * 1024;
        const int Magic = 4;
        var buffer = new byte[Step + Magic - 1];
        for (var from = Math.Max(0, file.Length - SmallestMember - Step); ; from = Math.Max(0, from - Step))
        {
            var read = RandomAccess.Read(file.SafeFileHandle, buffer, from);
            for (var i = read - Magic; i >= 0; i--)
            {
                if (buffer[i] == 0x1F && buffer[i + 1] == 0x8B && buffer[i + 2] == 8 && buffer[i + 3] < 0x20)
                {
                    yield return from + i;
                }
            }

            if (from == 0)
            {
                yield break;
            }
        }
    }

    private static long? LengthOf(FileStream file)
    {
        try
        {
            using var text = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[64 * 1024];
            long length = 0;
            while (text.Read(buffer) is > 0 and var read)
            {
                length += read;
            }

            return length > 0 ? length : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
