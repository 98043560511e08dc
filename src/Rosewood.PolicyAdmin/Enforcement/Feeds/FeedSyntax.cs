using System.Globalization;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Feeds;

/// <summary>Reads feeds as strictly as the plainest of their readers.</summary>
internal static partial class FeedSyntax
{
    private const string AdBlockHead = "[Adblock Plus 2.0]";

    /// <summary>The first line that a reader would not take as it is meant, with its number; null: all are sound.</summary>
    public static string? FindWrong(EnforcementFormat? format, string text)
    {
        var lines = text.Split('\n');
        if (lines[^1].Length > 0)
        {
            return "the last line has no end";
        }

        var comment = FeedFormat.Of(format).Comment;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var line = lines[i];
            var isHead = (comment is not null && line.StartsWith(comment, StringComparison.Ordinal)) || (i == 0 && format == EnforcementFormat.AdBlock && line is AdBlockHead);
            if (!isHead && (HostOf(format, line) is not { } host || !IsHost(host) || !seen.Add(line)))
            {
                return string.Create(CultureInfo.InvariantCulture, $"line {i + 1} is not sound: {line}");
            }
        }

        return seen.Count == 0 ? "it holds no entry" : null;
    }

    /// <summary>The lines before the entries.</summary>
    public static IEnumerable<string> Head(EnforcementFormat? format)
    {
        if (format == EnforcementFormat.AdBlock)
        {
            yield return AdBlockHead;
        }

        if (FeedFormat.Of(format).Comment is { } mark)
        {
            yield return $"{mark} Hosts of social media services. Written by Publish-SocialMediaBlock; changes by hand are lost.";
        }
    }

    private static string? HostOf(EnforcementFormat? format, string line)
    {
        var pattern = format switch
        {
            EnforcementFormat.UrlList => Url(),
            EnforcementFormat.FortiGate => Wildcard(),
            EnforcementFormat.PaloAlto => PaloAlto(),
            EnforcementFormat.Hosts => Hosts(),
            EnforcementFormat.AdBlock => AdBlock(),
            _ => Domain(),
        };
        return pattern.Match(line) is { Success: true } match ? match.Groups["host"].Value : null;
    }

    private static bool IsHost(string host) => HostName.TryParse(host, out var normal) && string.Equals(host, normal, StringComparison.Ordinal) && host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<host>[a-z0-9._-]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^(\*\.)?(?<host>[a-z0-9._-]+)/\*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"^(\*\.)?(?<host>[a-z0-9._-]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wildcard();

    [GeneratedRegex(@"^(\*\.)?(?<host>[a-z0-9._-]+)/\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PaloAlto();

    [GeneratedRegex(@"^(0\.0\.0\.0|::) (?<host>[a-z0-9._-]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^(@@)?\|\|(?<host>[a-z0-9._-]+)\^(\$important)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AdBlock();
}
