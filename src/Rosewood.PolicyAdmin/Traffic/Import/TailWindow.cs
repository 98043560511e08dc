using System.Security.Cryptography;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>The last bytes before a place in a text.</summary>
internal sealed class TailWindow
{
    /// <summary>How many bytes identify a place.</summary>
    public const int Size = 4096;

    private readonly byte[] _bytes = new byte[Size];
    private int _length;

    /// <summary>Moves on over bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Size)
        {
            bytes[^Size..].CopyTo(_bytes);
            _length = Size;
            return;
        }

        var keep = Math.Min(_length, Size - bytes.Length);
        _bytes.AsSpan(_length - keep, keep).CopyTo(_bytes);
        bytes.CopyTo(_bytes.AsSpan(keep));
        _length = keep + bytes.Length;
    }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public byte[] Hash() => SHA256.HashData(_bytes.AsSpan(0, _length));
}
