using Rosewood.PolicyAdmin.Console.Binding;

namespace Rosewood.PolicyAdmin.Console.SquidHelper;

/// <summary>What follows the word squid-helper.</summary>
/// <param name="Snapshot">The snapshot's file.</param>
/// <param name="HasChannels">Whether questions begin with a channel.</param>
internal sealed record SquidHelperOptions(string Snapshot, bool HasChannels)
{
    /// <exception cref="UsageException">It can't be understood.</exception>
    public static SquidHelperOptions Read(IReadOnlyList<string> words)
    {
        string? snapshot = null;
        var hasChannels = true;
        for (var i = 0; i < words.Count; i++)
        {
            if (ArgumentToken.Read(words[i]) is not { } token)
            {
                throw Wrong($"'{words[i]}' belongs to no parameter.");
            }

            if (Means(token.Name, "Snapshot"))
            {
                snapshot = (token.Value ?? (++i < words.Count ? words[i] : null)) is { Length: > 0 } file ? file : throw Wrong("-Snapshot needs the file's name.");
            }
            else if (Means(token.Name, "NoConcurrency") && token.Value is null)
            {
                hasChannels = false;
            }
            else
            {
                throw Wrong($"There is no {words[i]}.");
            }
        }

        return new(snapshot ?? throw Wrong("-Snapshot is missing: the access.snapshot in the target's folder."), hasChannels);
    }

    private static bool Means(string typed, string name) => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static UsageException Wrong(string message) => new(message, "rosewood help squid-helper");
}
