using System.Text;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>A file's text as UTF-8 without a mark, from its beginning, whatever compression it has: UTF-8, or UTF-16 as PowerShell 5.1 redirects.</summary>
internal sealed class SignInText : IDisposable
{
    private readonly LogFile _file;
    private readonly CountedStream _bytes;

    /// <summary>Opens a file's text.</summary>
    public SignInText(LogFile file)
    {
        _file = file;
        _bytes = new CountedStream(file.OpenText());
        var (mark, encoding) = EncodingOf(file.Head.Span);
        _bytes.ReadExactly(new byte[mark]);
        Stream = encoding is null ? _bytes : Encoding.CreateTranscodingStream(_bytes, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>UTF-8's mark.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text.</summary>
    public Stream Stream { get; }

    /// <summary>Whether the file was all there, asked when its text ended: an archive may be cut off.</summary>
    public bool IsWhole => _file.IsWhole(_bytes.Count);

    /// <summary>The beginning of a file's text.</summary>
    public static ReadOnlySpan<byte> HeadOf(LogFile file)
    {
        var head = file.Head.Span;
        var (mark, encoding) = EncodingOf(head);
        return encoding is null ? head[mark..] : Encoding.UTF8.GetBytes(encoding.GetString(head[mark..]));
    }

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
