using System.Net;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Reads lists as strictly as the plainest of their readers.</summary>
internal static partial class ListSyntax
{
    /// <summary>The first line that no reader would take as it is meant, with its number; null: all are sound.</summary>
    public static string? FindWrong(EnforcementFormat? format, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length > 0 && !line.StartsWith(format == EnforcementFormat.AdGuard ? '!' : '#') && !IsSound(format, line))
            {
                return $"line {number} is not sound: {line}";
            }
        }

        return null;
    }

    private static bool IsSound(EnforcementFormat? format, string line) => format switch
    {
        EnforcementFormat.Hosts => line.Split(' ') is [var address, var host] && IPAddress.TryParse(address, out _) && IsHost(host),
        EnforcementFormat.Dnsmasq => Dnsmasq().Match(line) is { Success: true } m && IsHost(m.Groups["host"].Value),
        EnforcementFormat.AdGuard => AdGuard().Match(line) is { Success: true } m && IsHost(m.Groups["host"].Value),
        _ => false,
    };

    private static bool IsHost(string host) => HostName.TryParse(host, out var normal) && string.Equals(host, normal, StringComparison.Ordinal);

    [GeneratedRegex("^(server=/(?<host>[^/]+)/#?|address=/(?<host>[^/]+)/[0-9a-fA-F.:]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dnsmasq();

    [GeneratedRegex(@"^\|\|(?<host>[^\^]+)\^\$(denyallow=[a-z0-9._|-]+,)?(client=(\|?~[0-9a-f.:]+/[0-9]+)+,)?dnsrewrite=([A-Z]+;;|[0-9a-fA-F.:]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AdGuard();
}
