using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>A tunnel that Squid asks the relay for, and whose it is.</summary>
/// <param name="Host">The destination's host as it stands.</param>
/// <param name="Port">Its port.</param>
/// <param name="Login">The login in normal form, or null.</param>
/// <param name="Address">The client's address, or null.</param>
/// <param name="Mac">The client's MAC address; empty or null where there is none, as for a client over IPv6, of which Squid says an EUI-64.</param>
internal sealed record TunnelRequest(string Host, int Port, string? Login, string? Address, string? Mac)
{
    /// <summary>The header in which Squid says whose tunnel it is: <c>%#un %&gt;a %&gt;eui</c>.</summary>
    public const string ClientHeader = "X-Rosewood-Client";

    /// <summary>
    /// The header by which it is asked whether the relay is there. The host beside it is one that really is: another parent proxy that takes
    /// tunnels takes this one too, whereas it would refuse an invented name, and Squid would then come to the relay after all.
    /// </summary>
    public const string ProbeHeader = "X-Rosewood-Probe";

    /// <summary>What the relay says inside such a tunnel, so that nobody else's answer is taken for its own.</summary>
    public const string ProbeWord = "rosewood relay\n";

    /// <summary>Whether it is only asked whether the relay is there.</summary>
    public bool IsProbe { get; init; }

    /// <summary>The host as the decision takes it.</summary>
    public byte[] HostBytes { get; } = Encoding.Latin1.GetBytes(Host);

    /// <summary>Takes a request's head apart; null when it is no <c>CONNECT</c> of our Squid's.</summary>
    public static TunnelRequest? Read(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not ["CONNECT", var target, "HTTP/1.1" or "HTTP/1.0"]
            || target.LastIndexOf(':') is not (> 0 and var colon)
            || !ushort.TryParse(target.AsSpan(colon + 1), out var port)
            || port == 0)
        {
            return null;
        }

        // Squid adds its own behind what a client may have sent; a request that has two is not to be trusted.
        var clients = lines.Skip(1).Where(static l => IsHeader(l, ClientHeader)).ToList();
        return clients is [var client] && client[(ClientHeader.Length + 1)..].Trim().Split(' ') is [var login, var address, var mac]
            && TryWord(login, HelperWord.Login, out var loginText)
            && TryWord(address, HelperWord.Address, out var addressText)
            ? new TunnelRequest(target[..colon], port, loginText, addressText, HelperWord.Mac(Encoding.Latin1.GetBytes(mac))) { IsProbe = Array.Exists(lines, static l => IsHeader(l, ProbeHeader)) }
            : null;
    }

    private static bool IsHeader(string line, string name) => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);

    private static bool TryWord(string word, WordReader read, out string? text)
    {
        var bytes = Encoding.Latin1.GetBytes(word);
        text = HelperWord.IsAbsent(bytes) ? null : read(bytes);
        return text is not null || HelperWord.IsAbsent(bytes);
    }

    private delegate string? WordReader(ReadOnlySpan<byte> word);
}
