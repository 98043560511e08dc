using System.Text;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Reads a CSV file's text: UTF-8, UTF-16 with its mark, or, with a warning, Windows-1252. Bounded.</summary>
internal static class CsvText
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>The whole text.</summary>
    /// <exception cref="FaultException">Missing, a folder, no permission, empty, too large, binary, or in no known encoding.</exception>
    public static string Read(string path, ICommandSink sink)
    {
        var bytes = ReadBytes(path);
        if (bytes.Length == 0)
        {
            throw CsvFaults.Empty(path).ToException();
        }

        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw CsvFaults.Workbook(path).ToException();
        }

        var text = Decode(bytes, path, sink);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            throw CsvFaults.Binary(path, 1 + text.AsSpan(0, nul).Count('\n')).ToException();
        }

        return string.IsNullOrWhiteSpace(text) ? throw CsvFaults.Empty(path).ToException() : text;
    }

    private static byte[] ReadBytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw CsvFaults.IsDirectory(path).ToException();
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek && stream.Length > MaxBytes)
            {
                throw CsvFaults.TooLarge(path).ToException();
            }

            using var content = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MaxBytes)
                {
                    throw CsvFaults.TooLarge(path).ToException();
                }
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CsvFaults.Unreadable(path, e).ToException(e);
        }
    }

    private static string Decode(byte[] bytes, string path, ICommandSink sink)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(bytes, 3, bytes.Length - 3),
                _ => Strict.GetString(bytes),
            };
        }
        catch (DecoderFallbackException) when (bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..]) && !HasUndefined(bytes))
        {
            sink.Warn($"{path} is not UTF-8; it was read as Windows-1252. Check the accents in its names, or save it as \"CSV UTF-8\" and import it again.");
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw CsvFaults.Encoding(path).ToException(e);
        }
    }

    private static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Bytes to which Windows-1252 gives no character.</summary>
    private static bool HasUndefined(byte[] bytes) => Array.Exists(bytes, b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
}
