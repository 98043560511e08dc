using System.Security.Cryptography;
using System.Text;

namespace Rosewood.Tenancy.Query;

/// <summary>Where the pages of a list continue. A token belongs to one path and one query and can be used again until it expires.</summary>
internal sealed class CursorStore
{
    private readonly Dictionary<string, Cursor> cursors = new(StringComparer.Ordinal);
    private int number;

    /// <summary>A token that tells nothing to whom holds it.</summary>
    public string Add(Cursor cursor)
    {
        var token = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"cursor {++number}")))[..40] + "_" + number;
        cursors[token] = cursor;
        return token;
    }

    public Cursor? Find(string token) => cursors.GetValueOrDefault(token);

    public void Expire(string token) => cursors.Remove(token);
}

/// <summary>A place in a list that was read at one moment.</summary>
/// <param name="Shape">Path and query without token.</param>
/// <param name="Source">The records as they were when the first page was asked for.</param>
/// <param name="Position">The first record not yet looked at.</param>
internal sealed record Cursor(string Shape, IReadOnlyList<IEntity> Source, int Position);
