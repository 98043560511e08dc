using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>
/// The hash chain of the audit trail. An entry's hash is SHA-256 over its fields, each with its length before it, and the hash of the
/// entry before; whoever changes, drops or inserts an entry must rewrite every later one, and the head in the last report then differs.
/// </summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry.</summary>
    public static byte[] Empty { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The digest of a value under its salt; null for no value.</summary>
    public static byte[]? Digest(ReadOnlySpan<byte> salt, string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(json));
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of an entry, from all its fields but the hash itself and the erasable values.</summary>
    public static byte[] HashOf(AuditRow entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.Previous);
        AppendNumber(hash, entry.Sequence);
        AppendNumber(hash, entry.At.UtcTicks);
        Append(hash, Encoding.UTF8.GetBytes(entry.OperatorId));
        Append(hash, Encoding.UTF8.GetBytes(entry.Command));
        Append(hash, Encoding.UTF8.GetBytes(entry.Clause));
        Append(hash, Encoding.UTF8.GetBytes(entry.Subject));
        Append(hash, entry.BeforeDigest);
        Append(hash, entry.AfterDigest);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, byte[]? field)
    {
        AppendNumber(hash, field?.Length ?? -1);
        hash.AppendData(field ?? []);
    }

    private static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
