using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Reads a network in CIDR form; host bits beyond the prefix are refused, since they are mostly a slip of the prefix.</summary>
internal static class ConfigNetwork
{
    private const string Form = "Write a network as 10.20.0.0/16 or 2001:db8::/48; a single address as 10.20.9.250/32.";

    /// <summary>A network in canonical text.</summary>
    public static string Read(ConfigNode node, ConfigProblems problems)
    {
        if (node.Kind != ConfigKind.Text)
        {
            problems.Add(node, $"a text in quotes belongs here, not {ConfigValues.Describe(node)}. {Form}");
            return "";
        }

        if (Split(node.Text) is not var (address, prefix))
        {
            problems.Add(node, $"{ConfigValues.Describe(node)} is no network. {Form}");
            return "";
        }

        var network = Masked(address, prefix);
        if (!network.Equals(address))
        {
            problems.Add(node, $"{ConfigValues.Describe(node)} has address bits beyond /{prefix}. Write {network}/{prefix}, or correct the prefix.");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{network}/{prefix}");
    }

    private static (IPAddress Address, int Prefix)? Split(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !ConfigFormats.TryAddress(text[..slash], out var address)
            || text.Length - slash - 1 is not (>= 1 and <= 3)
            || (text[slash + 1] == '0' && text.Length > slash + 2)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix))
        {
            return null;
        }

        var parsed = IPAddress.Parse(address);
        return prefix <= (parsed.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) ? (parsed, prefix) : null;
    }

    private static IPAddress Masked(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var bits = Math.Clamp(prefix - (8 * i), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - bits));
        }

        return new IPAddress(bytes);
    }
}
