using System.IO.Compression;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>An open log file, plain or gzip; what it holds is seen as uncompressed text.</summary>
internal sealed class LogFile : IDisposable
{
    private const int SampleSize = 64 * 1024;
    private const int CompressedBuffer = 256 * 1024;

    private readonly FileStream _file;
    private readonly bool _isGzip;

    private LogFile(string path, FileStream file, bool isGzip)
    {
        Path = path;
        _file = file;
        _isGzip = isGzip;
        Head = ReadHead();
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The beginning of the text, up to 64 KiB.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>When it was written last, UTC.</summary>
    public DateTime WrittenAt => File.GetLastWriteTimeUtc(_file.SafeFileHandle);

    /// <summary>Bytes on disk.</summary>
    public long Length => _file.Length;

    /// <summary>Bytes on disk that were read.</summary>
    public long Position => _file.Position;

    /// <summary>Opens a log without standing in the way of who writes or rotates it.</summary>
    /// <exception cref="FaultException">Missing, a folder, or not readable.</exception>
    public static LogFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw LogFaults.IsFolder(path).ToException();
        }

        FileStream file;
        try
        {
            file = new FileStream(path, new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
        }
        catch (UnauthorizedAccessException e)
        {
            throw LogFaults.Refused(path).ToException(e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw LogFaults.Missing(path).ToException(e);
        }

        try
        {
            if (!file.CanSeek)
            {
                throw LogFaults.NotAFile(path).ToException();
            }

            Span<byte> magic = stackalloc byte[2];
            var isGzip = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic is [0x1F, 0x8B];
            return new LogFile(path, file, isGzip);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The text from its beginning.</summary>
    public Stream OpenText()
    {
        _file.Position = 0;
        return _isGzip ? new GZipStream(new BufferedStream(new Undisposed(_file), CompressedBuffer), CompressionMode.Decompress) : new Undisposed(_file);
    }

    /// <summary>Moves a text opened with <see cref="OpenText"/> to an offset.</summary>
    /// <param name="text">At its beginning.</param>
    /// <param name="offset">Where to.</param>
    /// <param name="tail">Takes the bytes before that place.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>False when the text is shorter.</returns>
    public bool TrySkip(Stream text, long offset, TailWindow tail, CancellationToken cancellationToken)
    {
        var left = offset;
        if (!_isGzip)
        {
            if (_file.Length < offset)
            {
                return false;
            }

            text.Position = Math.Max(0, offset - TailWindow.Size);
            left = offset - text.Position;
        }

        var buffer = new byte[SampleSize];
        while (left > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = ReadOrEnd(text, buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0)
            {
                return false;
            }

            tail.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        return true;
    }

    /// <summary>Whether it is compressed, and so no log that is still written.</summary>
    public bool IsArchive => _isGzip;

    /// <summary>Whether the file is all there: a plain one is, an archive may be cut off.</summary>
    /// <param name="textLength">How much text was read from it, to its end.</param>
    public bool IsWhole(long textLength) => !_isGzip || GzipEnd.IsWhole(_file, textLength);

    /// <summary>Whether there is text in it: an empty log, plain or compressed, has none.</summary>
    /// <exception cref="FaultException"><c>LogTruncated</c>: it is an archive of which nothing can be read.</exception>
    public bool HasText()
    {
        if (Head.IsEmpty && !IsWhole(0))
        {
            throw LogFaults.Damaged(Path).ToException();
        }

        return !Head.IsEmpty;
    }

    /// <summary>Ends a command that has nothing to do without text.</summary>
    /// <exception cref="FaultException"><c>LogEmpty</c>, <c>LogTruncated</c>.</exception>
    public void RequireText()
    {
        if (!HasText())
        {
            throw LogFaults.Empty(Path).ToException();
        }
    }

    /// <summary>Looks at the beginning again: a log that was short may have grown.</summary>
    public void Refresh() => Head = ReadHead();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private byte[] ReadHead()
    {
        using var text = OpenText();
        var head = new byte[SampleSize];
        var length = 0;
        while (length < head.Length && ReadOrEnd(text, head.AsSpan(length)) is > 0 and var read)
        {
            length += read;
        }

        return head[..length];
    }

    /// <summary>A damaged archive ends where the damage is; the import says so when it gets there.</summary>
    private static int ReadOrEnd(Stream text, Span<byte> buffer)
    {
        try
        {
            return text.Read(buffer);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    /// <summary>The file, which outlives the streams over it.</summary>
    private sealed class Undisposed(FileStream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => file.Position = value; }

        public override int Read(Span<byte> buffer) => file.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
