using System.Reflection;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The head of every page that the program writes: no script, nothing fetched, the one style sheet.</summary>
internal static class HtmlHead
{
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static readonly Lazy<string> StyleSheet = new(static () =>
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = Array.Find(assembly.GetManifestResourceNames(), n => n.EndsWith("Reporting.Html.report.css", StringComparison.Ordinal))!;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    });

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, string title)
    {
        using (html.Open("head"))
        {
            html.Empty("meta", ("charset", "utf-8"));
            html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentSecurityPolicy));
            html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
            html.Empty("meta", ("name", "robots"), ("content", "noindex"));
            html.Characters("title", title);
            html.Line();
            html.Style(StyleSheet.Value);
        }
    }
}
