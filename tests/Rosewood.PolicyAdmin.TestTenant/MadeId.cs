using System.Security.Cryptography;
using System.Text;

namespace Rosewood.Tenancy;

/// <summary>Ids that look like any other and are the same each time.</summary>
internal static class MadeId
{
    public static string Of(string text) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();

    /// <summary>The id of a numbered thing; cheap.</summary>
    public static Guid Of(int seed, int number) => new(Mix((uint)number + 0x9E3779B9u * (uint)seed), (ushort)seed, 0x4000, 0x80, 0, 0, (byte)seed, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);

    /// <summary>A number that looks drawn by lot; the same for the same input.</summary>
    public static uint Mix(uint x)
    {
        x ^= x >> 16;
        x *= 0x7feb352dU;
        x ^= x >> 15;
        x *= 0x846ca68bU;
        return x ^ (x >> 16);
    }
}
