namespace Rosewood.Tenancy.Server;

/// <summary>An operation: where it is, which permission it needs and who answers.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Template">The path below the version, with <c>{id}</c> for what varies.</param>
/// <param name="Service">The budget that it counts for.</param>
/// <param name="Permissions">The permissions of which the token needs one, the least privileged first; empty: any token will do.</param>
/// <param name="Handle">The answer.</param>
internal sealed record Route(string Method, string Template, string Service, IReadOnlyList<string> Permissions, Func<GraphRequest, GraphReply> Handle)
{
    private readonly string[] segments = Template.Split('/');

    /// <summary>The version that alone has it; null: both have.</summary>
    public string? OnlyIn { get; init; }

    /// <summary>What it costs of the directory's resource units.</summary>
    public int Cost { get; init; } = 1;

    public bool IsIn(string version) => OnlyIn is null || string.Equals(OnlyIn, version, StringComparison.Ordinal);

    /// <summary>Whether a path that begins like this can be the operation's.</summary>
    public bool Begins(ReadOnlySpan<string> start)
    {
        for (var i = 0; i < start.Length; i++)
        {
            if (i >= segments.Length || !Fits(segments[i], start[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands for the braces, or null when the path is another.</summary>
    public List<string>? Match(string[] path)
    {
        if (path.Length != segments.Length || !Begins(path))
        {
            return null;
        }

        return [.. path.Where((_, i) => IsBrace(segments[i]))];
    }

    private static bool Fits(string segment, string text)
        => IsBrace(segment) ? text.Length > 0 && text[0] != '$' : string.Equals(segment, text, StringComparison.OrdinalIgnoreCase);

    private static bool IsBrace(string segment) => string.Equals(segment, "{id}", StringComparison.Ordinal);
}
