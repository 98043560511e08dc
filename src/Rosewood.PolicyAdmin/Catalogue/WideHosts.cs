namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// Hosts too wide to belong to one service: what registries sell names under, and platforms that many owners share. A guard against
/// slips at the keyboard, not a registry of every suffix.
/// </summary>
internal static class WideHosts
{
    /// <summary>Second-level labels under which country registries sell names, as in <c>co.uk</c> and <c>com.au</c>.</summary>
    private static readonly HashSet<string> RegistryLabels = new(
        ["ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "ltd", "me", "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "sch", "school"],
        StringComparer.Ordinal);

    /// <summary>Hosting, content delivery and sign-in platforms, and portals with much besides social media.</summary>
    private static readonly HashSet<string> Platforms = new(
        [
            "akadns.net", "akamai.net", "akamaiedge.net", "akamaihd.net", "akamaized.net", "amazonaws.com", "apple.com", "appspot.com", "aws.amazon.com",
            "azureedge.net", "azurefd.net", "azurewebsites.net", "b-cdn.net", "bbc.co.uk", "blob.core.windows.net", "cdn77.org", "cloudapp.net",
            "cloudflare.com", "cloudflare.net", "cloudfront.net", "edgekey.net", "edgesuite.net", "edgecastcdn.net", "fastly.net", "fastlylb.net",
            "firebaseapp.com", "ggpht.com", "github.io", "google.co.uk", "google.com", "googleapis.com", "googleusercontent.com", "gstatic.com",
            "herokuapp.com", "icloud.com", "jsdelivr.net", "live.com", "llnwd.net", "microsoft.com", "microsoftonline.com", "msedge.net", "netlify.app",
            "office.com", "office.net", "office365.com", "onmicrosoft.com", "outlook.com", "pages.dev", "sharepoint.com", "skype.com", "trafficmanager.net",
            "app.link", "appsflyersdk.com", "arkoselabs.com", "azure.com", "digitaloceanspaces.com", "fly.dev", "firebaseio.com", "glitch.me", "hwcdn.net",
            "llnwi.net", "myqcloud.com", "netdna-cdn.com", "onelink.me", "onrender.com", "r2.dev", "stackpathcdn.com", "translate.goog", "s3.amazonaws.com",
            "unpkg.com", "vercel.app", "web.app", "windows.net", "windowsupdate.com", "wixmp.com", "workers.dev", "wp.com", "yahoo.com", "yimg.com",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether names are sold to anybody directly below this host.</summary>
    /// <param name="host">In normal form.</param>
    public static bool IsRegistry(string host)
    {
        var labels = host.Split('.');
        return labels.Length switch
        {
            1 => true,
            2 => labels[1].Length == 2 && RegistryLabels.Contains(labels[0]),

            // sch.uk is divided by local authority, as in kent.sch.uk.
            3 => labels[1] is "sch" && labels[2] is "uk",
            _ => false,
        };
    }

    /// <summary>Whether other sites share this very host; a host below it may be one service's own.</summary>
    /// <param name="host">In normal form.</param>
    public static bool IsPlatform(string host) => Platforms.Contains(host);
}
