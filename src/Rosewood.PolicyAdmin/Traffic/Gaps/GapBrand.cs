using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>What a host's name says: whether it is named like a service, and which role that suggests.</summary>
internal static class GapBrand
{
    /// <summary>A shorter name occurs in others by chance.</summary>
    private const int ShortestBrand = 5;

    private static readonly string[] MediaWords = ["cdn", "img", "image", "images", "media", "static", "video", "videos", "photo", "photos", "assets", "thumb", "pic", "pics", "avatar", "avatars"];
    private static readonly string[] ApiWords = ["api", "graph", "gateway", "gw", "ws", "chat", "rtc", "gql", "graphql"];
    private static readonly string[] BackgroundWords = ["mqtt", "push", "telemetry", "log", "logs", "stats", "metrics", "events", "analytics", "mon", "update", "updates"];

    /// <summary>How a host is named beside a service.</summary>
    public static GapLikeness Likeness(string host, SocialMediaService service)
    {
        var label = Label(host);
        var brands = service.Hosts.Where(h => h.Role is HostRole.Primary or HostRole.Api or HostRole.Media && !WideHosts.IsPlatform(GapNames.DomainOf(h.Host)))
            .Select(h => Label(h.Host))
            .Concat(service.Aliases.Prepend(service.Name).Select(n => string.Concat(n.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()))
            .Where(b => b.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        return brands.Contains(label) ? GapLikeness.Same
            : brands.Any(b => b.Length >= ShortestBrand && label.Contains(b, StringComparison.Ordinal)) ? GapLikeness.Contains
            : GapLikeness.None;
    }

    /// <summary>The role that names and numbers suggest.</summary>
    public static HostRole Role(string host, GapLikeness likeness, double share)
    {
        const double NearlyAlways = 0.95;
        var words = host.Split('.', '-');
        var label = Label(host);
        if (likeness == GapLikeness.None)
        {
            return share >= NearlyAlways ? HostRole.Media : HostRole.SharedInfrastructure;
        }

        return Has(words, BackgroundWords) ? HostRole.Background
            : Has(words, MediaWords) || MediaWords.Any(w => label.EndsWith(w, StringComparison.Ordinal)) ? HostRole.Media
            : likeness == GapLikeness.Same && !Has(words, ApiWords) ? HostRole.Primary
            : HostRole.Api;
    }

    private static bool Has(string[] words, string[] known) => Array.Exists(words, w => known.Contains(w, StringComparer.Ordinal));

    private static string Label(string host)
    {
        var domain = GapNames.DomainOf(host);
        return domain[..domain.IndexOf('.', StringComparison.Ordinal)];
    }
}

/// <summary>How a host is named.</summary>
internal enum GapLikeness
{
    /// <summary>Unlike the service.</summary>
    None,

    /// <summary>The service's name is part of it.</summary>
    Contains,

    /// <summary>As the service, under another ending.</summary>
    Same,
}
