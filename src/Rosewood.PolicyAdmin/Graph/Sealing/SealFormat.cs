using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rosewood.PolicyAdmin.Graph.Sealing;

/// <summary>
/// The shape of a sealed file: mark, salt, header, then frames of AES-256-GCM. Each file has a key of its own (HKDF over the workspace's key
/// and the file's salt), so that a frame's number may serve as its nonce. A frame's nonce also says whether it is the last: a file that is
/// cut off, reordered or joined with another does not open.
/// </summary>
internal static class SealFormat
{
    /// <summary>Bytes of text in a frame.</summary>
    public const int FrameSize = 64 * 1024;

    /// <summary>Bytes of a frame's tag.</summary>
    public const int TagSize = 16;

    /// <summary>Bytes of the salt.</summary>
    public const int SaltSize = 32;

    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    /// <summary>The longest header.</summary>
    public const int MostHeader = 4096;

    private const int NonceSize = 12;

    /// <summary>What a sealed file begins with; the digit is the format's version.</summary>
    public static ReadOnlySpan<byte> Mark => "RSWDSEAL1\n"u8;

    /// <summary>The cipher of one file.</summary>
    public static AesGcm Cipher(ReadOnlySpan<byte> workspaceKey, ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, workspaceKey, key, salt, "Rosewood.PolicyAdmin sealed file"u8);
        var cipher = new AesGcm(key, TagSize);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    /// <summary>The nonce of a frame.</summary>
    public static byte[] Nonce(long frame, bool isLast)
    {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteInt64BigEndian(nonce, frame);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
