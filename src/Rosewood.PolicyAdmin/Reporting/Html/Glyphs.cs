using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>A shape for each verdict, so that none is told by its colour alone.</summary>
internal static class Glyphs
{
    /// <summary>The class that carries a verdict's colour.</summary>
    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Unexplained => "v-unexplained",
        Verdict.PersonalInSession => "v-insession",
        Verdict.BlockedAttempt => "v-blocked",
        Verdict.Authorised => "v-authorised",
        Verdict.PersonalPermitted => "v-permitted",
        Verdict.Embedded => "v-embedded",
        _ => "v-background",
    };

    /// <summary>Writes a verdict's shape and name.</summary>
    public static void Label(HtmlWriter html, Verdict verdict)
    {
        using (html.Open("span", ("class", "verdict " + Class(verdict))))
        {
            Shape(html, Path(verdict), IsFilled(verdict));
            html.Text(VerdictWords.Name(verdict));
        }
    }

    /// <summary>Writes a tick.</summary>
    public static void Tick(HtmlWriter html) => Shape(html, "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M5 8.2 7.2 10.4 11.2 5.8", filled: false);

    /// <summary>Writes a warning triangle.</summary>
    public static void Warning(HtmlWriter html) => Shape(html, "M8 2 14.8 14H1.2ZM8 6.3V10M8 11.8V12.2", filled: false);

    private static bool IsFilled(Verdict verdict) => verdict is Verdict.Unexplained or Verdict.BlockedAttempt or Verdict.Background;

    private static string Path(Verdict verdict) => verdict switch
    {
        Verdict.Unexplained => "M8 .8 15.2 8 8 15.2 .8 8Z",
        Verdict.PersonalInSession => "M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4M8 4.4V8.2L10.8 9.8",
        Verdict.BlockedAttempt => "M1.8 1.8H14.2V6.6H1.8ZM1.8 9.4H14.2V14.2H1.8Z",
        Verdict.Authorised => "M2 8.6 6.2 12.8 14 3.6",
        Verdict.PersonalPermitted => "M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4",
        Verdict.Embedded => "M2.2 2.2H13.8V13.8H2.2Z",
        _ => "M1 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M6 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M11 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
    };

    private static void Shape(HtmlWriter html, string path, bool filled)
    {
        using (html.Open("svg", ("class", filled ? "glyph filled" : "glyph"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true"), ("focusable", "false")))
        using (html.Open("path", ("d", path)))
        {
        }
    }
}
