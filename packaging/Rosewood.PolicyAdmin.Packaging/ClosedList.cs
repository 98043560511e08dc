using System.Text;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>
/// The lines for Squid that close social media to everybody, with nothing of ours running: what counts between switching the block on and
/// the first publication, and after the program was removed. Services that a school added are not among them: no workspace is read here.
/// </summary>
internal static class ClosedList
{
    /// <summary>The lines, of the services' own hosts in the catalogue.</summary>
    /// <param name="catalogue">The engine's <c>catalogue.json</c>.</param>
    public static string Text(string catalogue)
    {
        using var document = JsonDocument.Parse(catalogue);
        var hosts = document.RootElement.GetProperty("services").EnumerateArray()
            .SelectMany(static s => s.GetProperty("hosts").TryGetProperty("Primary", out var own) ? own.EnumerateArray().Select(static h => h.GetString()!) : [])
            .ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("""
            # Social media is closed to everybody, those whom SLT authorised too, until 'rosewood Publish-SocialMediaBlock' replaces this file.
            # These are the services that came with the program; those that the school added are not among them.
            acl rosewood_tunnel method CONNECT
            acl rosewood_relayed dstdomain -n .invalid

            """.ReplaceLineEndings("\n"));

        // Squid warns of a host under another of the same list.
        foreach (var host in hosts.Where(h => !Above(h).Any(hosts.Contains)).Order(StringComparer.Ordinal))
        {
            text.Append("acl rosewood_closed dstdomain -n .").Append(host).Append('\n');
        }

        return text.Append("http_access deny rosewood_closed\n").ToString();
    }

    private static IEnumerable<string> Above(string host)
    {
        for (var i = host.IndexOf('.', StringComparison.Ordinal); i >= 0; i = host.IndexOf('.', i + 1))
        {
            yield return host[(i + 1)..];
        }
    }
}
