using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>An export's text as UTF-8 without a mark, from its beginning, whatever compression it has: UTF-8, or UTF-16 as PowerShell 5.1 redirects.</summary>
internal sealed class ExportText : IDisposable
{
    private readonly LogFile? _file;
    private readonly CountedStream _bytes;

    /// <summary>Opens a file's text.</summary>
    public ExportText(LogFile file)
        : this(file.OpenText(), file.Head.Span)
    {
        _file = file;
    }

    private ExportText(Stream text, ReadOnlySpan<byte> head)
    {
        _bytes = new CountedStream(text);
        var (mark, encoding) = EncodingOf(head);
        _bytes.ReadExactly(new byte[mark]);
        Stream = encoding is null ? _bytes : Encoding.CreateTranscodingStream(_bytes, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>UTF-8's mark.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text.</summary>
    public Stream Stream { get; }

    /// <summary>Whether the file was all there, asked when its text ended: an archive may be cut off. Of a stream nothing more is known.</summary>
    public bool IsWhole => _file is null || _file.IsWhole(_bytes.Count);

    /// <summary>Opens the text of a stream that can go back, plain or gzip, from its beginning; the stream stays open.</summary>
    public static ExportText Of(Stream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        stream.Position = 0;
        var isGzip = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic is [0x1F, 0x8B];
        Span<byte> head = stackalloc byte[4];
        using (var probe = Open())
        {
            head = head[..probe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        return new ExportText(Open(), head);

        Stream Open()
        {
            stream.Position = 0;
            return isGzip ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : new BorrowedStream(stream);
        }
    }

    /// <summary>The beginning of a file's text.</summary>
    public static ReadOnlySpan<byte> HeadOf(LogFile file)
    {
        var head = file.Head.Span;
        var (mark, encoding) = EncodingOf(head);
        return encoding is null ? head[mark..] : Encoding.UTF8.GetBytes(encoding.GetString(head[mark..]));
    }

    /// <summary>UTF-8, or else Windows-1252, which older exports have, so that no two texts become one.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

    /// <summary>Whether a text is none: xz, bzip2, zstd, zip (workbooks too), 7-Zip, a Windows event log, or zeros.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head) =>
        head.Contains((byte)0)
        || head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z']) || head.StartsWith("BZh"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])
        || head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || head.StartsWith("ElfFile"u8);

    /// <inheritdoc/>
    public void Dispose() => Stream.Dispose();

    /// <summary>The length of the mark, and the encoding; null: UTF-8. Without a mark, UTF-16 shows by the zeros of its first characters.</summary>
    private static (int Mark, UnicodeEncoding? Encoding) EncodingOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (3, null),
        [0xFF, 0xFE, ..] => (2, Utf16(bigEndian: false)),
        [0xFE, 0xFF, ..] => (2, Utf16(bigEndian: true)),
        [not 0, 0, not 0, 0, ..] => (0, Utf16(bigEndian: false)),
        [0, not 0, 0, not 0, ..] => (0, Utf16(bigEndian: true)),
        _ => (0, null),
    };

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false);
}
