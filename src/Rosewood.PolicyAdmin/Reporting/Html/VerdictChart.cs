using System.Globalization;
using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>
/// Visits by verdict as small bar charts below each other, one for each verdict with its name and number as text beside it, so that
/// nothing depends on colour and the words stay readable at any width.
/// </summary>
internal static class VerdictChart
{
    private const int Slot = 10;
    private const int Height = 40;

    public static void Write(HtmlWriter html, ReportVerdicts verdicts)
    {
        var largest = VerdictCounts.Order.Max(verdicts.Total.Of);
        using (html.Open("ul", ("class", "chart"), ("role", "list")))
        {
            foreach (var verdict in VerdictCounts.Order)
            {
                using (html.Open("li", ("class", Glyphs.Class(verdict))))
                {
                    WriteLabel(html, verdict, verdicts.Total.Of(verdict), largest);
                    WriteStrip(html, verdict, verdicts);
                }

                html.Line();
            }
        }
    }

    private static void WriteLabel(HtmlWriter html, Verdict verdict, long total, long largest)
    {
        using (html.Open("div", ("class", "chart-label")))
        {
            Glyphs.Label(html, verdict);
            html.Element("span", ReportWords.Number(total), ("class", "total"));
            using (html.Open("svg", ("class", "share"), ("viewBox", "0 0 100 4"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false")))
            {
                Rect(html, 0, 0, 100, 4, "rail");
                if (total > 0)
                {
                    Rect(html, 0, 0, Math.Max(1, 100.0 * total / largest), 4, "bar");
                }
            }
        }
    }

    private static void WriteStrip(HtmlWriter html, Verdict verdict, ReportVerdicts verdicts)
    {
        var rows = verdicts.Rows;
        var most = rows.Max(r => r.Visits.Of(verdict));
        var width = rows.Count * Slot;
        var id = "chart-" + Glyphs.Class(verdict);
        using (html.Open("div", ("class", "strip")))
        {
            using (html.Open(
                "svg",
                ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {Height}")),
                ("preserveAspectRatio", "none"),
                ("role", "img"),
                ("aria-labelledby", $"{id}-title {id}-desc")))
            {
                html.Characters("title", $"{VerdictWords.Name(verdict)}: {ReportWords.Count(verdicts.Total.Of(verdict), "visit", "visits")}", ("id", id + "-title"));
                html.Characters("desc", Describe(verdict, verdicts, most), ("id", id + "-desc"));
                for (var i = 0; i < rows.Count; i++)
                {
                    WriteBar(html, i, rows[i].Visits.Of(verdict), most);
                }

                Rect(html, 0, Height - 1, width, 1, "base");
            }

            using (html.Open("div", ("class", "axis"), ("aria-hidden", "true")))
            {
                html.Element("span", rows[0].Label);
                html.Element("span", most == 0 ? "" : $"most in a {StepName(verdicts.Step)}: {ReportWords.Number(most)}");
                html.Element("span", rows.Count > 1 ? rows[^1].Label : "");
            }
        }
    }

    private static void WriteBar(HtmlWriter html, int index, long count, long most)
    {
        if (count > 0)
        {
            var height = Math.Max(2.5, (Height - 2.0) * count / most);
            Rect(html, (index * Slot) + 1.5, Height - 1 - height, Slot - 3, height, "bar");
        }
    }

    private static string Describe(Verdict verdict, ReportVerdicts verdicts, long most)
    {
        if (most == 0)
        {
            return "None in the period.";
        }

        var top = verdicts.Rows.First(r => r.Visits.Of(verdict) == most);
        var used = verdicts.Rows.Count(r => r.Visits.Of(verdict) > 0);
        return $"Bars by {StepName(verdicts.Step)}. Seen on {used} of {verdicts.Rows.Count}; most on {top.Label}: {ReportWords.Number(most)}. All numbers are in the table below.";
    }

    private static string StepName(ReportStep step) => step switch
    {
        ReportStep.Day => "day",
        ReportStep.Week => "week",
        _ => "month",
    };

    private static void Rect(HtmlWriter html, double x, double y, double width, double height, string style)
    {
        using (html.Open(
            "rect",
            ("x", Coordinate(x)),
            ("y", Coordinate(y)),
            ("width", Coordinate(width)),
            ("height", Coordinate(height)),
            ("class", style)))
        {
        }
    }

    private static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
