using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Message ids as 64 bits of their SHA-256: a million of them fit into memory, and nobody makes two ids meet to hide one.</summary>
internal static class MessageKey
{
    /// <summary>The key of an id without angle brackets; 0 for none.</summary>
    public static ulong Of(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return 0;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) | 1;
    }

    /// <summary>The key of an id without angle brackets; 0 for none.</summary>
    public static ulong Of(string? id) => string.IsNullOrEmpty(id) ? 0 : Of(Encoding.UTF8.GetBytes(id));

    /// <summary>The domain of an id, lower case; empty when it has none.</summary>
    public static string DomainOf(string id)
    {
        var at = id.LastIndexOf('@');
        return at < 0 ? "" : id[(at + 1)..].TrimEnd('.', '>').ToLowerInvariant();
    }
}
