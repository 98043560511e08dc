namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The sites that a school reads all day: none is social media, some embed its buttons.</summary>
internal static class DemoSites
{
    private static readonly string[] LikeButtons = ["connect.facebook.net", "platform.twitter.com"];
    private static readonly string[] Videos = ["www.youtube-nocookie.com"];

    /// <summary>Lessons.</summary>
    public static DemoSite[] Teaching { get; } =
    [
        new("www.bbc.co.uk", ["bitesize.files.bbci.co.uk", "static.files.bbci.co.uk", "ichef.bbci.co.uk", "emp.bbci.co.uk"]),
        new("www.twinkl.co.uk", ["images.twinkl.co.uk", "content.twinkl.co.uk", "cdn.jsdelivr.net"]),
        new("www.thenational.academy", ["res.cloudinary.com", "stream.mux.com"]),
        new("www.widgitonline.com", ["fonts.gstatic.com", "widgitonline.blob.core.windows.net"]),
        new("www.helpkidzlearn.com", ["cdnjs.cloudflare.com", "d2wvwvig0d1mx7.cloudfront.net"]),
        new("www.topmarks.co.uk", ["cdn.topmarks.co.uk"]) { Path = "/maths-games/hit-the-button" },
        new("www.phonicsplay.co.uk", ["cdn.phonicsplay.co.uk"]) { Path = "/resources/phase/2" },
        new("www.tes.com", ["static.tes.com", "assets.adobedtm.com"]) { Widgets = LikeButtons },
        new("www.sensory-stories.example", ["cdn.jsdelivr.net"]) { Widgets = Videos },
    ];

    /// <summary>The office: mail, calendar, pupils' records, guidance.</summary>
    public static DemoSite[] Office { get; } =
    [
        new("outlook.office365.com", ["res.cdn.office.net", "login.microsoftonline.com", "outlook.office365.com"]),
        new("teams.microsoft.com", ["statics.teams.cdn.office.net", "teams.microsoft.com"]),
        new("rosewood-free.uk.arbor.example", ["assets.arbor.example", "login.arbor.example"]),
        new("word-edit.officeapps.live.com", ["res.cdn.office.net", "login.microsoftonline.com"]),
        new("www.gov.uk", ["assets.publishing.service.gov.uk", "www.google-analytics.com"]),
        new("sites.teacherstoparents.example", ["cdn.teacherstoparents.example"]),
        new("www.google.co.uk", ["www.gstatic.com", "fonts.googleapis.com"]),
        new("my.northshire-lga.example", ["cdnjs.cloudflare.com"]),
    ];

    /// <summary>Breaks.</summary>
    public static DemoSite[] Leisure { get; } =
    [
        new("www.bbc.co.uk", ["ichef.bbci.co.uk", "static.files.bbci.co.uk"]),
        new("www.rosewoodgazette.example", ["cdn.rosewoodgazette.example", "www.googletagmanager.com"]) { Widgets = LikeButtons, Path = "/news/local" },
        new("www.bbcgoodfood.com", ["images.immediate.co.uk", "www.googletagmanager.com"]) { Widgets = ["assets.pinterest.com"] },
        new("www.metoffice.gov.uk", ["data.consumer-digital.api.metoffice.gov.uk"]),
        new("www.nationalrail.co.uk", ["assets.nationalrail.co.uk"]),
        new("www.theguardian.com", ["i.guim.co.uk", "assets.guim.co.uk", "www.google-analytics.com"]),
        new("www.charity-bakes.example", ["cdn.jsdelivr.net"]) { Widgets = LikeButtons },
    ];

    /// <summary>What a personal phone does by itself.</summary>
    public static DemoSite[] Phone { get; } =
    [
        new("gs-loc.apple.com", ["gsp-ssl.ls.apple.com"]),
        new("weather-data.apple.com", []),
        new("play.googleapis.com", ["android.clients.google.com"]),
        new("www.bbc.co.uk", ["ichef.bbci.co.uk"]),
        new("itunes.apple.com", ["is1-ssl.mzstatic.com"]),
    ];

    /// <summary>What machines do by themselves.</summary>
    public static string[] Machine { get; } =
    [
        "settings-win.data.microsoft.com", "v10.events.data.microsoft.com", "slscr.update.microsoft.com", "fe2cr.update.microsoft.com",
        "checkappexec.microsoft.com", "client.wns.windows.com", "edge.microsoft.com", "nexusrules.officeapps.live.com",
        "definitionupdates.microsoft.com", "licensing.mp.microsoft.com",
    ];

    /// <summary>Downloads without encryption, which Squid sees whole and can keep.</summary>
    public static string[] Downloads { get; } =
    [
        "http://ctldl.windowsupdate.com/msdownload/update/v3/static/trustedr/en/authrootstl.cab",
        "http://ctldl.windowsupdate.com/msdownload/update/v3/static/trustedr/en/disallowedcertstl.cab",
        "http://au.download.windowsupdate.com/d/msdownload/update/software/defu/2026/11/am_delta.exe",
        "http://dl.delivery.mp.microsoft.com/filestreamingservice/files/7f1c2a90-5d0e-4b8e-9a37-6d5be0f0a111",
        "http://ocsp.digicert.com/MFEwTzBNMEswSTAJBgUrDgMCGgUABBT3xL4LQLXDRDM9P665TW442vrsUQQU",
        "http://crl.microsoft.com/pki/crl/products/MicCodSigPCA_08-31-2010.crl",
        "http://www.msftconnecttest.com/connecttest.txt",
    ];
}

/// <summary>A site.</summary>
/// <param name="Host">Where the page is.</param>
/// <param name="Others">Where its parts come from.</param>
internal sealed record DemoSite(string Host, string[] Others)
{
    /// <summary>Widget hosts that its pages embed.</summary>
    public string[] Widgets { get; init; } = [];

    /// <summary>Its path where the proxy sees inside; null where only CONNECT is seen.</summary>
    public string? Path { get; init; }
}
