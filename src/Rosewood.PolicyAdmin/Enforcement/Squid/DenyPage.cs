using System.Net;
using System.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>
/// The page that Squid shows for a refused page over plain HTTP: what is closed, why, and whom to ask. Squid puts in the reason, the
/// host, the login and the time, each escaped by itself. It has to make sense without the reason too, while the helper is not there.
/// </summary>
internal static class DenyPage
{
    /// <summary>The page as a part.</summary>
    /// <param name="target">The target.</param>
    /// <param name="contact">Whom people ask, or null.</param>
    /// <param name="hasReason">Whether Squid has a sentence from the helper.</param>
    public static PlannedFile Of(EnforcementTargetConfig target, string? contact, bool hasReason)
    {
        var page = $$"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Closed on this device</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; }
            main { max-width: 38rem; margin: 12vh auto; padding: 0 1.25rem; }
            h1 { font-size: 1.75rem; line-height: 1.2; }
            dl { display: grid; grid-template-columns: max-content auto; gap: 0 1rem; font-size: 1rem; overflow-wrap: anywhere; }
            dd { margin: 0; }
            </style>
            </head>
            <body>
            <main>
            <h1>This site is closed on this device</h1>
            <p>{{(hasReason ? "%o" : "Social media is closed on school devices, except for people whom the senior leadership team authorised.")}}</p>
            <p>{{Whom(contact)}}</p>
            <dl>
            <dt>Site</dt><dd>%H</dd>
            <dt>Login</dt><dd>%a</dd>
            <dt>Time</dt><dd>%t</dd>
            </dl>
            </main>
            </body>
            </html>

            """;
        return TargetText.Part(SquidText.PartsOf(target), "refused", ".html", new StringBuilder(page.ReplaceLineEndings("\n")));
    }

    private static string Whom(string? contact) => contact is null
        ? "If you need it for your work, or think that this is a mistake, ask the school's IT technician."
        : $"If you need it for your work, or think that this is a mistake, ask {Escape(TargetText.Comment(contact))}.";

    /// <summary>A percent sign is Squid's, everything else HTML's.</summary>
    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("%", "%%", StringComparison.Ordinal);
}
