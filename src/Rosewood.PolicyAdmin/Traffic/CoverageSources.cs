using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Names logs so that the pieces of a rotated one are one log again.</summary>
internal static class CoverageSources
{
    /// <summary>Each source's log.</summary>
    public static IReadOnlyDictionary<long, string> Name(IEnumerable<LogSource> sources) => sources.ToDictionary(s => s.Id, s => WithoutRotation(s.Path));

    /// <summary><c>access.log.2.gz</c>, <c>access.log-20261124</c> and <c>access.log</c> are one log.</summary>
    private static string WithoutRotation(string path)
    {
        var name = Path.GetFileName(path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^3];
        }

        var end = name.Length;
        while (end > 0 && (char.IsAsciiDigit(name[end - 1]) || name[end - 1] is '.' or '-' or '_'))
        {
            end--;
        }

        // A name that is nothing but a date is left as it is.
        name = end > 0 ? name[..end] : name;
        return Path.Combine(Path.GetDirectoryName(path) ?? "", name);
    }
}
