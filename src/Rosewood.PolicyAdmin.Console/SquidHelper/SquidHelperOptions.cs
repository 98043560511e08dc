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

            var parameter = SquidHelperParameter.Named(token.Name);
            if (parameter.Value is null && token.Value is not null)
            {
                throw Wrong($"-{parameter.Name} takes no value.");
            }

            switch (parameter.Name)
            {
                case nameof(Snapshot):
                    snapshot = Value(token) is { Length: > 0 } file ? file : throw Wrong("-Snapshot needs the file's name.");
                    break;
                case nameof(Tunnels):
                    tunnels = IPEndPoint.TryParse(Value(token) ?? "", out var address) && address.Port > 0 && IPAddress.IsLoopback(address.Address) ? address : throw Wrong("-Tunnels needs a loopback address and a port, such as 127.0.0.1:13128.");
                    break;
                case nameof(TunnelLimit):
                    tunnelLimit = int.TryParse(Value(token), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : throw Wrong("-TunnelLimit needs a number of seconds.");
                    break;
                default:
                    hasChannels = false;
                    break;
            }
        }

        return new(snapshot ?? throw Wrong("-Snapshot is missing: the access.snapshot in the target's folder."), hasChannels, tunnels, tunnelLimit);

        string? Value(ArgumentToken token) => token.Value ?? (++i < words.Count ? words[i] : null);
    }

    private static UsageException Wrong(string message) => SquidHelperParameter.Wrong(message);
}
