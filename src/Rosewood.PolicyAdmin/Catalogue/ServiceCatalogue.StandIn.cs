using System.Text;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Stand-in until the catalogue is merged.</summary>
public sealed class ServiceCatalogue
{
    private readonly Dictionary<string, HostMatch> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HostMatch>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private ServiceCatalogue(params SocialMediaService[] services)
    {
        Services = services;
        for (var i = 0; i < services.Length; i++)
        {
            foreach (var host in services[i].Hosts)
            {
                _hosts[host.Host] = new HostMatch(i, host.Role);
            }
        }

        _lookup = _hosts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Built in.</summary>
    public static ServiceCatalogue BuiltIn { get; } = new(
        Make("Facebook", new("facebook.com", HostRole.Primary), new("connect.facebook.net", HostRole.Widget), new("fbcdn.net", HostRole.Media), new("edge-mqtt.facebook.com", HostRole.Background)),
        Make("YouTube", new("youtube.com", HostRole.Primary), new("ytimg.com", HostRole.Media), new("googlevideo.com", HostRole.Media)),
        Make("Instagram", new("instagram.com", HostRole.Primary), new("cdninstagram.com", HostRole.Media)),
        Make("X", new("twitter.com", HostRole.Primary), new("x.com", HostRole.Primary), new("twimg.com", HostRole.Media), new ServiceHost("shared.akamaized.net", HostRole.SharedInfrastructure)),
        Make("TikTok", new ServiceHost("tiktok.com", HostRole.Primary)),
        Make("WhatsApp", new ServiceHost("whatsapp.com", HostRole.Primary)),
        Make("Discord", new ServiceHost("discord.com", HostRole.Primary)),
        Make("Reddit", new ServiceHost("reddit.com", HostRole.Primary)),
        Make("Tumblr", new ServiceHost("tumblr.com", HostRole.Primary)),
        Make("Pinterest", new ServiceHost("pinterest.co.uk", HostRole.Primary)),
        Make("LinkedIn", new ServiceHost("linkedin.com", HostRole.Primary)),
        Make("Snapchat", new ServiceHost("snapchat.com", HostRole.Primary)),
        Make("Ask.fm", new ServiceHost("ask.fm", HostRole.Primary)),
        Make("Yahoo Mail", new ServiceHost("mail.yahoo.com", HostRole.Primary)));

    /// <summary>Services.</summary>
    public IReadOnlyList<SocialMediaService> Services { get; }

    /// <summary>Match.</summary>
    public HostMatch Match(ReadOnlySpan<byte> host)
    {
        Span<char> text = stackalloc char[256];
        if (host.Length > 253)
        {
            return HostMatch.None;
        }

        var rest = text[..Encoding.Latin1.GetChars(host, text)];
        while (true)
        {
            if (_lookup.TryGetValue(rest, out var match))
            {
                return match;
            }

            var dot = rest.IndexOf('.');
            if (dot < 0)
            {
                return HostMatch.None;
            }

            rest = rest[(dot + 1)..];
        }
    }

    private static SocialMediaService Make(string name, params ServiceHost[] hosts) => new(name, ServiceKind.SocialNetwork, hosts, true, [], new DateOnly(2026, 1, 1), ServiceSource.BuiltIn);
}

/// <summary>Stand-in.</summary>
public static class CatalogueLoader
{
    /// <summary>Load.</summary>
    public static ServiceCatalogue Load(Commands.CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ServiceCatalogue.BuiltIn;
    }
}
