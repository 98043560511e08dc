using System.Text;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>
/// A place in records' JSON: which field its value is, and which properties below it matter. Names are compared without regard to case,
/// since Graph writes <c>createdDateTime</c> and PowerShell's modules <c>CreatedDateTime</c>.
/// </summary>
internal sealed class JsonNode
{
    /// <summary>Longer names are never looked for.</summary>
    private const int LongestName = 64;

    private readonly List<(byte[] Name, JsonNode Node)>?[] _children = new List<(byte[], JsonNode)>?[LongestName + 1];

    /// <summary>The slot of its value, as its reader numbers them; negative: none.</summary>
    public int Slot { get; private init; } = -1;

    /// <summary>Whether its value is an array whose elements are known by their position.</summary>
    public bool IsPositional { get; private init; }

    /// <summary>The tree of these paths, such as <c>deviceDetail.deviceId</c>; a path that ends in <c>[]</c> is positional; a name that begins with @ may hold dots.</summary>
    public static JsonNode Root(IEnumerable<(string Path, int Slot)> fields)
    {
        var slots = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var positional = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var paths = new List<string>();
        foreach (var (path, slot) in fields)
        {
            var name = path.EndsWith("[]", StringComparison.Ordinal) ? path[..^2] : path;
            paths.Add(name);
            if (name.Length < path.Length)
            {
                positional.Add(name);
            }
            else
            {
                slots.TryAdd(name, slot);
            }
        }

        return Below("", paths, slots, positional);
    }

    /// <summary>The node of a property; null when it does not matter.</summary>
    public JsonNode? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length <= LongestName && _children[name.Length] is { } candidates)
        {
            foreach (var (candidate, node) in candidates)
            {
                if (Ascii.EqualsIgnoreCase(name, candidate))
                {
                    return node;
                }
            }
        }

        return null;
    }

    private static JsonNode Below(string prefix, List<string> paths, Dictionary<string, int> slots, HashSet<string> positional)
    {
        var node = new JsonNode { Slot = slots.GetValueOrDefault(prefix, -1), IsPositional = positional.Contains(prefix) };
        var below = prefix.Length == 0 ? "" : prefix + ".";
        foreach (var name in paths
            .Where(p => p.StartsWith(below, StringComparison.OrdinalIgnoreCase) && p.Length > below.Length)
            .Select(p => p[below.Length] == '@' ? p[below.Length..] : p[below.Length..].Split('.')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase))
        {
            (node._children[name.Length] ??= []).Add((Encoding.ASCII.GetBytes(name), Below(below + name, paths, slots, positional)));
        }

        return node;
    }
}
