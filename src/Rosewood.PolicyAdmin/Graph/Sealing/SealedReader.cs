using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph.Sealing;

/// <summary>Reads a sealed file. Nothing of a frame is given out before its tag was checked.</summary>
internal sealed class SealedReader : Stream
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly AesGcm _cipher;
    private readonly byte[] _prefix;
    private readonly byte[] _frame = new byte[SealFormat.FrameSize];
    private readonly byte[] _sealed = new byte[SealFormat.FrameSize + SealFormat.TagSize];
    private int _start;
    private int _end;
    private long _number;
    private bool _sawLast;

    private SealedReader(string path, FileStream file, byte[] prefix, ReadOnlySpan<byte> key)
    {
        _path = path;
        _file = file;
        _prefix = prefix;
        _cipher = SealFormat.Cipher(key, prefix.AsSpan(SealFormat.Mark.Length, SealFormat.SaltSize));
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens a sealed file.</summary>
    /// <exception cref="FaultException"><c>TenantFileDamaged</c>.</exception>
    public static SealedReader Open(string path, ReadOnlySpan<byte> key)
    {
        var file = OpenFile(path);
        try
        {
            return new SealedReader(path, file, ReadPrefix(file, path).Prefix, key);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads what stands in clear. It is proved only when the text is read: until then it says what to fetch, and a forgery shows at the first use.</summary>
    /// <exception cref="FaultException"><c>TenantFileDamaged</c>.</exception>
    public static SealedHeader Peek(string path)
    {
        using var file = OpenFile(path);
        return ReadPrefix(file, path).Header;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && !_sawLast)
        {
            ReadFrame();
        }

        var take = Math.Min(buffer.Length, _end - _start);
        _frame.AsSpan(_start, take).CopyTo(buffer);
        _start += take;
        return take;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
            _file.Dispose();
            CryptographicOperations.ZeroMemory(_frame);
        }

        base.Dispose(disposing);
    }

    private static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    private static (byte[] Prefix, SealedHeader Header) ReadPrefix(FileStream file, string path)
    {
        var fixedPart = new byte[SealFormat.Mark.Length + SealFormat.SaltSize + sizeof(int)];
        if (file.ReadAtLeast(fixedPart, fixedPart.Length, throwOnEndOfStream: false) < fixedPart.Length || !fixedPart.AsSpan().StartsWith(SealFormat.Mark))
        {
            throw TenantFaults.Damaged(path).ToException();
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(fixedPart.AsSpan(fixedPart.Length - sizeof(int)));
        if (length is < 2 or > SealFormat.MostHeader)
        {
            throw TenantFaults.Damaged(path).ToException();
        }

        var prefix = new byte[fixedPart.Length + length];
        fixedPart.CopyTo(prefix, 0);
        if (file.ReadAtLeast(prefix.AsSpan(fixedPart.Length), length, throwOnEndOfStream: false) < length)
        {
            throw TenantFaults.Damaged(path).ToException();
        }

        try
        {
            return (prefix, JsonSerializer.Deserialize<SealedHeader>(prefix.AsSpan(fixedPart.Length)) ?? throw TenantFaults.Damaged(path).ToException());
        }
        catch (JsonException e)
        {
            throw TenantFaults.Damaged(path).ToException(e);
        }
    }

    private void ReadFrame()
    {
        Span<byte> four = stackalloc byte[sizeof(int)];
        var length = _file.ReadAtLeast(four, four.Length, throwOnEndOfStream: false) == four.Length ? BinaryPrimitives.ReadInt32BigEndian(four) : -1;
        if (length is < 0 or > SealFormat.FrameSize)
        {
            throw TenantFaults.Damaged(_path).ToException();
        }

        var whole = _sealed.AsSpan(0, length + SealFormat.TagSize);
        if (_file.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false) < whole.Length)
        {
            throw TenantFaults.Damaged(_path).ToException();
        }

        // Only the last frame may end the file, and only it says that it is the last.
        _sawLast = _file.Position == _file.Length;
        try
        {
            _cipher.Decrypt(SealFormat.Nonce(_number++, _sawLast), whole[..length], whole[length..], _frame.AsSpan(0, length), _prefix);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw TenantFaults.Damaged(_path).ToException(e);
        }

        _start = 0;
        _end = length;
    }
}
