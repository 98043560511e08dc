namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The social media that occur in the demo's traffic, and by which hosts.</summary>
internal static class DemoServices
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoService> All { get; } =
    [
        new("Facebook", ["www.facebook.com", "m.facebook.com"], ["static.xx.fbcdn.net", "scontent-lhr8-1.xx.fbcdn.net"], ["connect.facebook.net"], ["edge-mqtt.facebook.com", "mqtt-mini.facebook.com"]),
        new("X", ["x.com", "api.x.com"], ["pbs.twimg.com", "abs.twimg.com", "video.twimg.com"], ["platform.twitter.com", "syndication.twitter.com"], []) { RefusedHosts = ["twitter.com"] },
        new("Instagram", ["www.instagram.com", "i.instagram.com"], ["scontent.cdninstagram.com", "static.cdninstagram.com"], [], []),
        new("WhatsApp", ["web.whatsapp.com"], ["mmg.whatsapp.net", "pps.whatsapp.net"], [], []),
        new("YouTube", ["www.youtube.com", "m.youtube.com"], ["i.ytimg.com", "rr3---sn-cu-aigl6n.googlevideo.com"], ["www.youtube-nocookie.com"], []),
        new("TikTok", ["www.tiktok.com"], ["p16-sign-va.tiktokcdn.com", "p16-common.tiktokcdn-eu.com"], [], []),
        new("LinkedIn", ["www.linkedin.com"], ["media.licdn.com", "static.licdn.com"], ["platform.linkedin.com"], []),
        new("Pinterest", ["www.pinterest.co.uk", "www.pinterest.com"], ["i.pinimg.com", "s.pinimg.com"], ["assets.pinterest.com"], []),
        new("Tumblr", ["www.tumblr.com"], ["64.media.tumblr.com"], [], []),
        new("Ask.fm", ["ask.fm"], [], [], []),
        new("Reddit", ["www.reddit.com"], ["i.redd.it", "preview.redd.it"], [], []),
        new("Outlook.com", ["outlook.live.com"], [], [], []),
        new("Snapchat", ["web.snapchat.com", "accounts.snapchat.com"], [], [], []),
    ];

    /// <summary>The one of that name.</summary>
    public static DemoService Named(string name) => All.First(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}

/// <summary>A service by its hosts.</summary>
/// <param name="Name">The catalogue's name.</param>
/// <param name="PersonHosts">Where a person goes.</param>
/// <param name="MediaHosts">Its images and video.</param>
/// <param name="WidgetHosts">What other sites' pages embed.</param>
/// <param name="BackgroundHosts">Push.</param>
internal sealed record DemoService(string Name, string[] PersonHosts, string[] MediaHosts, string[] WidgetHosts, string[] BackgroundHosts)
{
    /// <summary>The hosts that the school's old block list knew, which is how a person comes to be refused.</summary>
    public string[] RefusedHosts { get; init; } = PersonHosts;
}
