using System.Buffers;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>
/// What <c>squid -k parse</c> printed: the lines that it read, in order, all includes in their places, and what it complains of. A line of the
/// school's own may hold any word, <c>ERROR</c> too.
/// </summary>
internal sealed class SquidParse
{
    private const string Processing = "Processing: ";
    private static readonly SearchValues<char> TimeMarks = SearchValues.Create("0123456789/: kid");

    private readonly List<string> _theirs = [];
    private readonly List<string> _before = [];

    /// <param name="output">What it printed.</param>
    /// <param name="entry">The text of the planned entry, by whose lines its own are told from the school's.</param>
    public SquidParse(string output, string entry)
    {
        var ours = entry.Split('\n').Select(PlainText.Clean).Where(static l => l.Length > 0).ToHashSet(StringComparer.Ordinal);
        var isOurs = false;
        var isBlocked = false;
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WithoutTime))
        {
            if (line.StartsWith(Processing, StringComparison.Ordinal))
            {
                var directive = line[Processing.Length..];
                isOurs = ours.Contains(directive);
                isBlocked |= directive.StartsWith("http_access deny rosewood_", StringComparison.Ordinal);
                if (!isOurs)
                {
                    _theirs.Add(directive);
                }

                if (!isBlocked)
                {
                    _before.Add(directive);
                }
            }
            else if (line.StartsWith("FATAL:", StringComparison.Ordinal) || line.StartsWith("ERROR:", StringComparison.Ordinal))
            {
                Complaints.Add(line);
                (isOurs || line[0] == 'F' || line.Contains("rosewood_", StringComparison.Ordinal) ? Refusals : Remarks).Add(line);
            }
        }
    }

    /// <summary>All that it complains of.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Complaints about the planned files, and those that end Squid.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Complaints about the school's own lines that Squid lives with, such as an obsolete directive.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Whether the school's own lines write a log, or say that there is none.</summary>
    public bool HasOwnLog => _theirs.Exists(static l => l.StartsWith("access_log ", StringComparison.Ordinal));

    /// <summary>A rule that lets requests through before the block is reached, or null; Squid goes by the first rule that fits.</summary>
    public string? LetThroughBefore =>
        _before.Find(static l => l.StartsWith("http_access allow ", StringComparison.Ordinal) && !l.EndsWith(" manager", StringComparison.Ordinal));

    /// <summary>The names of the school's own parents that are not kept from the relay's tunnels.</summary>
    public IReadOnlyList<string> OtherParents => [.. _theirs
        .Select(static l => l.Split(' '))
        .Where(static w => w is ["cache_peer", _, "parent", ..])
        .Select(static w => Array.Find(w, static o => o.StartsWith("name=", StringComparison.Ordinal))?[5..] ?? w[1])
        .Where(name => !IsKept(name))];

    private static string WithoutTime(string line) =>
        line.IndexOf("| ", StringComparison.Ordinal) is var bar and >= 0 && !line.AsSpan(0, bar).ContainsAnyExcept(TimeMarks) ? line[(bar + 2)..] : line;

    /// <summary>Whether a parent may not have the relay's tunnels, by its rules up to the first that allows it anything.</summary>
    private bool IsKept(string name) => _theirs
        .Select(static l => l.Split(' '))
        .Where(w => w is ["cache_peer_access", var peer, _, ..] && string.Equals(peer, name, StringComparison.Ordinal))
        .TakeWhile(static w => string.Equals(w[2], "deny", StringComparison.Ordinal))
        .Any(static w => w.Length > 3 && w.Skip(3).All(static a => a is SquidText.Relayed or SquidText.Tunnel or "all"));
}
