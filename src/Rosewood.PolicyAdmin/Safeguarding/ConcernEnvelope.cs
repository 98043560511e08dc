using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// Seals a concern: AES-256-GCM under a random key of its own, and that key once for each recipient, under a key agreed by ECDH (P-256) with
/// a key pair used once and derived by HKDF-SHA256. The concern's id and the recipient's fingerprint are bound to both, so that no sealed part
/// opens in another's place. Lengths are hidden in steps of 2 KiB.
/// </summary>
internal static class ConcernEnvelope
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Step = 2048;
    private const string ContentUse = "Rosewood safeguarding concern, version 1";
    private const string KeyUse = "Rosewood safeguarding concern's key, version 1";

    /// <summary>A random key for one concern.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>Seals a concern's content.</summary>
    public static byte[] Seal(byte[] key, string id, ReadOnlySpan<byte> content)
    {
        var padded = new byte[(sizeof(int) + content.Length + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(sizeof(int)));
        try
        {
            return Encrypt(key, padded, Bound(ContentUse, id));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Opens a concern's content.</summary>
    /// <exception cref="FaultException"><c>SafeguardingConcernDamaged</c>.</exception>
    public static byte[] Open(byte[] key, string id, byte[] envelope)
    {
        var padded = Decrypt(key, envelope, Bound(ContentUse, id), id);
        try
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(padded);
            return length >= 0 && length <= padded.Length - sizeof(int)
                ? padded.AsSpan(sizeof(int), length).ToArray()
                : throw SafeguardingFaults.ConcernDamaged(id).ToException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Seals a concern's key for one recipient.</summary>
    public static byte[] Wrap(byte[] key, string id, SafeguardingKeyFact recipient)
    {
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(recipient.PublicKey, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var spki = once.ExportSubjectPublicKeyInfo();
        using var theirPublic = theirs.PublicKey;
        var bound = Bound(KeyUse, id, recipient.Fingerprint);
        var agreed = Derive(once, theirPublic, spki, bound);
        try
        {
            var wrapped = Encrypt(agreed, key, bound);
            var envelope = new byte[sizeof(ushort) + spki.Length + wrapped.Length];
            BinaryPrimitives.WriteUInt16BigEndian(envelope, (ushort)spki.Length);
            spki.CopyTo(envelope, sizeof(ushort));
            wrapped.CopyTo(envelope, sizeof(ushort) + spki.Length);
            return envelope;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(agreed);
        }
    }

    /// <summary>Opens a concern's key.</summary>
    /// <exception cref="FaultException"><c>SafeguardingConcernDamaged</c>.</exception>
    public static byte[] Unwrap(SafeguardingPrivateKey key, string id, byte[] envelope)
    {
        var length = envelope.Length > sizeof(ushort) ? BinaryPrimitives.ReadUInt16BigEndian(envelope) : ushort.MaxValue;
        if (envelope.Length < sizeof(ushort) + length)
        {
            throw SafeguardingFaults.ConcernDamaged(id).ToException();
        }

        var spki = envelope.AsSpan(sizeof(ushort), length).ToArray();
        var bound = Bound(KeyUse, id, key.Fingerprint);
        using var once = ECDiffieHellman.Create();
        byte[] agreed = [];
        try
        {
            once.ImportSubjectPublicKeyInfo(spki, out _);
            using var oncePublic = once.PublicKey;
            agreed = Derive(key.Key, oncePublic, spki, bound);
            return Decrypt(agreed, envelope[(sizeof(ushort) + length)..], bound, id);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw SafeguardingFaults.ConcernDamaged(id).ToException(e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(agreed);
        }
    }

    private static byte[] Derive(ECDiffieHellman own, ECDiffieHellmanPublicKey theirs, byte[] salt, byte[] bound)
    {
        var secret = own.DeriveRawSecretAgreement(theirs);
        try
        {
            return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, salt, bound);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, byte[] bound)
    {
        var envelope = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(envelope.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(envelope.AsSpan(0, NonceLength), plain, envelope.AsSpan(NonceLength + TagLength), envelope.AsSpan(NonceLength, TagLength), bound);
        return envelope;
    }

    private static byte[] Decrypt(byte[] key, byte[] envelope, byte[] bound, string id)
    {
        if (envelope.Length <= NonceLength + TagLength)
        {
            throw SafeguardingFaults.ConcernDamaged(id).ToException();
        }

        var plain = new byte[envelope.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(envelope.AsSpan(0, NonceLength), envelope.AsSpan(NonceLength + TagLength), envelope.AsSpan(NonceLength, TagLength), plain, bound);
            return plain;
        }
        catch (CryptographicException e)
        {
            throw SafeguardingFaults.ConcernDamaged(id).ToException(e);
        }
    }

    private static byte[] Bound(params ReadOnlySpan<string> parts) => Encoding.UTF8.GetBytes(string.Join('\n', parts!));
}
