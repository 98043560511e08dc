using System.Globalization;
using System.Net;
using Rosewood.PolicyAdmin.Console.Binding;

namespace Rosewood.PolicyAdmin.Console.SquidHelper;

/// <summary>What follows the word squid-helper.</summary>
/// <param name="Snapshot">The snapshot's file.</param>
/// <param name="HasChannels">Whether questions begin with a channel.</param>
/// <param name="Tunnels">Where the relay for tunnels listens, or null.</param>
/// <param name="TunnelLimit">How long a tunnel through it may live.</param>
internal sealed record SquidHelperOptions(string Snapshot, bool HasChannels, IPEndPoint? Tunnels, TimeSpan TunnelLimit)
{
    /// <exception cref="UsageException">It can't be understood.</exception>
    public static SquidHelperOptions Read(IReadOnlyList<string> words)
    {
        string? snapshot = null;
        var hasChannels = true;
        IPEndPoint? tunnels = null;
        var tunnelLimit = TimeSpan.FromHours(1);
        int i;
        for (i = 0; i < words.Count; i++)
        {
            if (ArgumentToken.Read(words[i]) is not { } token)
            {
                throw Wrong($"'{words[i]}' belongs to no parameter.");
            }

            if (Means(token.Name, "Snapshot"))
            {
                snapshot = Value(token) is { Length: > 0 } file ? file : throw Wrong("-Snapshot needs the file's name.");
            }
            else if (Means(token.Name, "Tunnels"))
            {
                tunnels = IPEndPoint.TryParse(Value(token) ?? "", out var address) && address.Port > 0 && IPAddress.IsLoopback(address.Address) ? address : throw Wrong("-Tunnels needs a loopback address and a port, such as 127.0.0.1:13128.");
            }
            else if (Means(token.Name, "TunnelLimit"))
            {
                tunnelLimit = int.TryParse(Value(token), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : throw Wrong("-TunnelLimit needs a number of seconds.");
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

        return new(snapshot ?? throw Wrong("-Snapshot is missing: the access.snapshot in the target's folder."), hasChannels, tunnels, tunnelLimit);

        string? Value(ArgumentToken token) => token.Value ?? (++i < words.Count ? words[i] : null);
    }

    private static bool Means(string typed, string name) => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static UsageException Wrong(string message) => new(message, "rosewood help squid-helper");
}
