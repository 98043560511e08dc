using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>One object of the configuration while it is read: hands out its keys, and in the end names those that nobody asked for.</summary>
internal sealed class ConfigObject(ConfigNode node, ConfigProblems problems)
{
    private readonly List<string> _known = [];
    private readonly int _problemsBefore = problems.Count;

    public ConfigProblems Problems => problems;

    /// <summary>Whether nothing wrong was found in this object so far: only then do its values bear comparing.</summary>
    public bool IsSound => problems.Count == _problemsBefore;

    /// <summary>A reader of objects, from what to do with an object's keys.</summary>
    public static ConfigValue<T> Of<T>(Func<ConfigObject, T> read) => (node, problems) =>
    {
        if (node.Kind != ConfigKind.Object)
        {
            problems.Add(node, $"an object in braces belongs here, not {ConfigValues.Describe(node)}.");
            return default!;
        }

        var reader = new ConfigObject(node, problems);
        var value = read(reader);
        reader.RefuseUnknownKeys();
        return value;
    };

    /// <summary>A key that has to be there.</summary>
    public T Required<T>(string key, ConfigValue<T> read)
    {
        if (Member(key) is { } member)
        {
            return read(member.Value, problems);
        }

        problems.Add(node, $"the key \"{key}\" is missing. Add it.");
        return default!;
    }

    /// <summary>A key that may be left out.</summary>
    public T Optional<T>(string key, ConfigValue<T> read, T fallback) =>
        Member(key) is { } member ? read(member.Value, problems) : fallback;

    /// <summary>A list; empty when left out. Entries with problems are left out of what is returned.</summary>
    public IReadOnlyList<T> List<T>(string key, ConfigValue<T> read, int least = 0, int most = 1000) =>
        [.. Entries(key, read, least, most).Select(static e => e.Value)];

    /// <summary>A list of texts, in which none may stand twice.</summary>
    public IReadOnlyList<string> Texts(string key, ConfigValue<string> read, int least = 0, int most = 1000)
    {
        var entries = Entries(key, read, least, most);
        RefuseTwice(entries, static e => e, "entry");
        return [.. entries.Select(static e => e.Value)];
    }

    /// <summary>A list with the place of each entry, for checks between entries.</summary>
    public List<Placed<T>> Entries<T>(string key, ConfigValue<T> read, int least = 0, int most = 1000)
    {
        var entries = new List<Placed<T>>();
        if (Member(key) is not { } member)
        {
            if (least > 0)
            {
                problems.Add(node, $"the key \"{key}\" is missing. Add it.");
            }

            return entries;
        }

        if (member.Value.Kind != ConfigKind.List)
        {
            problems.Add(member.Value, $"a list in square brackets belongs here, not {ConfigValues.Describe(member.Value)}.");
        }
        else if (member.Value.Items.Count > most || member.Value.Items.Count < least)
        {
            problems.Add(member.Value, member.Value.Items.Count < least ? "this list needs an entry at least." : $"this list has {member.Value.Items.Count} entries; it may have {most}.");
        }
        else
        {
            entries.AddRange(ReadEach(member.Value, read));
        }

        return entries;
    }

    /// <summary>Names entries of a list whose key stands there twice; compared without case.</summary>
    public void RefuseTwice<T>(IEnumerable<Placed<T>> entries, Func<T, string> keyOf, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(e => !seen.Add(keyOf(e.Value))))
        {
            problems.Add(entry.Node, $"the {what} '{ConfigProblems.Shown(keyOf(entry.Value))}' stands here twice. Remove or rename one.");
        }
    }

    /// <summary>Adds a problem at a key's value, or at the object where the key is left out.</summary>
    public void Refuse(string key, string message) => problems.Add(node.Members.Find(m => m.Key.Equals(key, StringComparison.Ordinal))?.Value ?? node, message);

    private IEnumerable<Placed<T>> ReadEach<T>(ConfigNode list, ConfigValue<T> read)
    {
        foreach (var item in list.Items)
        {
            var before = problems.Count;
            var value = read(item, problems);
            if (problems.Count == before)
            {
                yield return new Placed<T>(item, value);
            }
        }
    }

    private ConfigMember? Member(string key)
    {
        _known.Add(key);
        return node.Members.Find(m => m.Key.Equals(key, StringComparison.Ordinal));
    }

    private void RefuseUnknownKeys()
    {
        foreach (var member in node.Members.Where(m => !_known.Contains(m.Key, StringComparer.Ordinal)))
        {
            var near = _known.Find(k => EditDistance.Of(k.ToUpperInvariant(), member.Key.ToUpperInvariant(), limit: 1) <= 1);
            var remedy = near is null ? $"Remove it; the keys here are {string.Join(", ", _known)}." : $"Did you mean \"{near}\"?";
            problems.Add(member.KeyOffset, node.PathOf(member.Key), $"there is no such key. {remedy}");
        }
    }
}
