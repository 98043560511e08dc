using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Graph.Sealing;

/// <summary>
/// Writes a sealed file beside its place, and moves it there whole: whenever the process ends, the place holds the old file or the new one.
/// What is not committed is removed.
/// </summary>
internal sealed class SealedWriter : Stream
{
    /// <summary>How unfinished files end.</summary>
    public const string StagedEnd = ".tmp";

    private readonly string _path;
    private readonly string _staged;
    private readonly FileStream _file;
    private readonly AesGcm _cipher;
    private readonly byte[] _prefix;
    private readonly byte[] _frame = new byte[SealFormat.FrameSize];
    private readonly byte[] _sealed = new byte[SealFormat.FrameSize + SealFormat.TagSize];
    private int _filled;
    private long _number;
    private bool _isCommitted;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="header">What stands in clear.</param>
    /// <param name="key">The workspace's key.</param>
    public SealedWriter(string path, SealedHeader header, ReadOnlySpan<byte> key)
    {
        _path = path;
        var clear = JsonSerializer.SerializeToUtf8Bytes(header);
        var salt = RandomNumberGenerator.GetBytes(SealFormat.SaltSize);
        _prefix = new byte[SealFormat.Mark.Length + salt.Length + sizeof(int) + clear.Length];
        SealFormat.Mark.CopyTo(_prefix);
        salt.CopyTo(_prefix.AsSpan(SealFormat.Mark.Length));
        BinaryPrimitives.WriteInt32BigEndian(_prefix.AsSpan(SealFormat.Mark.Length + salt.Length), clear.Length);
        clear.CopyTo(_prefix.AsSpan(_prefix.Length - clear.Length));
        _cipher = SealFormat.Cipher(key, salt);
        _staged = $"{path}.{Guid.NewGuid():N}{StagedEnd}";
        _file = PrivateFiles.CreateNew(_staged);
        _file.Write(_prefix);
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Ends the file, flushes it to disk, and moves it to its place.</summary>
    public void Commit()
    {
        Seal(isLast: true);
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_staged, _path, overwrite: true);
        _isCommitted = true;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == _frame.Length)
            {
                Seal(isLast: false);
            }

            var take = Math.Min(buffer.Length, _frame.Length - _filled);
            buffer[..take].CopyTo(_frame.AsSpan(_filled));
            _filled += take;
            buffer = buffer[take..];
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
            _file.Dispose();
            CryptographicOperations.ZeroMemory(_frame);
            if (!_isCommitted)
            {
                File.Delete(_staged);
            }
        }

        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, _filled);
        var text = _sealed.AsSpan(0, _filled);
        var tag = _sealed.AsSpan(_filled, SealFormat.TagSize);
        _cipher.Encrypt(SealFormat.Nonce(_number++, isLast), _frame.AsSpan(0, _filled), text, tag, _prefix);
        _file.Write(length);
        _file.Write(_sealed, 0, _filled + SealFormat.TagSize);
        _filled = 0;
    }
}
