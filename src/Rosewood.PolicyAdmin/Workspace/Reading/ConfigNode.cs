namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>What a JSON value is.</summary>
internal enum ConfigKind
{
    Object,
    List,
    Text,
    Number,
    Boolean,
    Null,
}

/// <summary>A JSON value with its place in the file, so that whatever is wrong with it can be pointed at.</summary>
internal sealed class ConfigNode(ConfigKind kind, int offset, string path)
{
    public ConfigKind Kind { get; } = kind;

    /// <summary>Where it begins, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>Its JSON path, such as <c>$.networks[0].cidr</c>.</summary>
    public string Path { get; } = path;

    /// <summary>A text's value; a number, true or false as written.</summary>
    public string Text { get; init; } = "";

    public List<ConfigNode> Items { get; } = [];

    public List<ConfigMember> Members { get; } = [];

    public string PathOf(string key) => IsPlain(key) ? $"{Path}.{key}" : $"{Path}['{ConfigProblems.Shown(key)}']";

    private static bool IsPlain(string key) => key.Length is > 0 and <= 40 && key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
}

/// <summary>A key of an object with its value.</summary>
internal sealed record ConfigMember(string Key, int KeyOffset, ConfigNode Value);

/// <summary>A value that was read, with the node that it came from.</summary>
internal readonly record struct Placed<T>(ConfigNode Node, T Value);

/// <summary>Reads a value; where it can't, it adds a problem and what it returns is not used.</summary>
internal delegate T ConfigValue<out T>(ConfigNode node, ConfigProblems problems);
