using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>
/// One day of a login as a picture: a lane for each device, the hours along it. What a mark is shows by its shape; what is evidence by
/// standing filled on a line as high as its lane. The same marks are in a table behind it.
/// </summary>
internal static class LoginPicture
{
    private const int Width = 360;
    private const int Margin = 10;
    private const int AxisHeight = 16;
    private const int LaneHeight = 38;
    private const int StripHeight = 18;
    private const int MostLanes = 12;
    private const int MostMarks = 150;
    private const int LongestDevice = 30;
    private const int LongestPlace = 24;
    private const int LongestPerson = 80;

    /// <summary>What the shapes mean, once for all pictures.</summary>
    public static void WriteLegend(HtmlWriter html)
    {
        using (html.Open("ul", ("class", "marks"), ("role", "list"), ("aria-label", "What the marks in the pictures mean")))
        {
            foreach (var kind in Enum.GetValues<SignInMarkKind>())
            {
                WriteMeaning(html, kind, isEvidence: false, LoginWords.Name(kind));
            }

            WriteMeaning(html, SignInMarkKind.SignedIn, isEvidence: true, "On a line: evidence");
        }

        html.Line();
    }

    /// <summary>Writes the picture and its table.</summary>
    public static void Write(HtmlWriter html, string person, SignInDay day)
    {
        var lanes = day.Lanes.Take(MostLanes).ToList();
        var (first, end) = SignInDay.HoursOf(day with { Lanes = lanes });
        html.Element("p", $"The day that shows it best: {ReportWords.LongDay(day.Date)}", ("class", "list-title"));
        using (html.Open(
            "svg",
            ("class", "lanes"),
            ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {AxisHeight + (lanes.Count * LaneHeight)}")),
            ("role", "img"),
            ("aria-label", Describe(person, day.Date, lanes, first, end))))
        {
            WriteAxis(html, first, end, lanes.Count);
            for (var i = 0; i < lanes.Count; i++)
            {
                WriteLane(html, lanes[i], AxisHeight + (i * LaneHeight), first, end);
            }
        }

        html.Line();
        if (day.Lanes.Count > MostLanes)
        {
            html.Element("p", $"{ReportWords.Number(day.Lanes.Count - MostLanes)} more devices of that day are left out.", ("class", "note"));
        }

        WriteTable(html, person, day.Date, lanes);
    }

    private static void WriteAxis(HtmlWriter html, int first, int end, int lanes)
    {
        // On a small screen there is room for every second hour, of a long day for every third.
        var every = end - first > 14 ? 3 : 2;
        for (var hour = first; hour <= end; hour++)
        {
            var x = X(hour, first, end);
            Rect(html, x - 0.25, AxisHeight, 0.5, lanes * LaneHeight, "rail");
            if ((hour - first) % every == 0)
            {
                html.Characters("text", hour.ToString("00", CultureInfo.InvariantCulture), ("x", Coordinate(x)), ("y", "11"), ("class", "hour"));
            }
        }
    }

    private static void WriteLane(HtmlWriter html, SignInLane lane, int top, int first, int end)
    {
        html.Characters("text", $"{Cut(lane.Device, LongestDevice)}, {Cut(lane.Place, LongestPlace)}", ("x", Coordinate(Margin)), ("y", Coordinate(top + 13)), ("class", "lane"));
        var strip = top + LaneHeight - StripHeight - 1;
        Rect(html, Margin, strip + (StripHeight / 2.0) - 0.5, Width - (2 * Margin), 1, "rail");

        // What is evidence lies on top.
        foreach (var mark in lane.Marks.OrderByDescending(static m => m.IsEvidence).Take(MostMarks).Reverse())
        {
            var x = X(mark.Time.Hour + (mark.Time.Minute / 60.0) + (mark.Time.Second / 3600.0), first, end);
            WriteMark(html, mark.Kind, mark.IsEvidence, x, strip + (StripHeight / 2.0));
        }
    }

    private static void WriteMark(HtmlWriter html, SignInMarkKind kind, bool isEvidence, double x, double y)
    {
        if (isEvidence)
        {
            Rect(html, x - 0.75, y - (StripHeight / 2.0), 1.5, StripHeight, "proof");
        }

        var at = string.Create(CultureInfo.InvariantCulture, $"translate({x:0.##} {y:0.##})");
        using (html.Open("path", ("class", isEvidence ? "mark proof" : "mark"), ("transform", at), ("d", Shape(kind))))
        {
        }
    }

    private static void WriteMeaning(HtmlWriter html, SignInMarkKind kind, bool isEvidence, string meaning)
    {
        using (html.Open("li"))
        {
            using (html.Open("svg", ("class", "key"), ("viewBox", "-9 -9 18 18"), ("aria-hidden", "true"), ("focusable", "false")))
            {
                WriteMark(html, kind, isEvidence, 0, 0);
            }

            html.Text(meaning);
        }
    }

    private static void WriteTable(HtmlWriter html, string person, DateOnly date, List<SignInLane> lanes)
    {
        var rows = lanes.SelectMany(static l => l.Marks.Select(m => (Lane: l, Mark: m))).OrderBy(static r => r.Mark.Time).ToList();
        using (html.Open("details"))
        {
            html.Element("summary", $"The same as a table: {ReportWords.Count(rows.Count, "mark", "marks")}");
            var table = new HtmlTable(html, new HtmlColumn("Time"), new HtmlColumn("Device"), new HtmlColumn("Place"), new HtmlColumn("What"), new HtmlColumn("Evidence"));
            table.Write($"Sign-ins of {person} on {ReportWords.LongDay(date)}", () => table.Body(() =>
            {
                foreach (var (lane, mark) in rows.Take(MostMarks))
                {
                    table.Row(
                        () => html.Text(mark.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
                        () => html.Name(lane.Device),
                        () => html.Name(lane.Place),
                        () => html.Text(LoginWords.Name(mark.Kind)),
                        () => html.Text(mark.IsEvidence ? "yes" : "no"));
                }
            }));
            if (rows.Count > MostMarks)
            {
                html.Element("p", $"{ReportWords.Number(rows.Count - MostMarks)} later marks are left out.", ("class", "note"));
            }
        }

        html.Line();
    }

    private static string Describe(string person, DateOnly date, List<SignInLane> lanes, int first, int end)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Sign-ins of {Cut(person, LongestPerson)} on {ReportWords.LongDay(date)}, {first:00}:00 to {end:00}:00.");
        foreach (var lane in lanes)
        {
            var proof = lane.Marks.Count(static m => m.IsEvidence);
            text.Append(CultureInfo.InvariantCulture, $" {Cut(lane.Device, LongestDevice)}, {Cut(lane.Place, LongestPlace)}: {ReportWords.Count(lane.Marks.Count, "mark", "marks")}, {(proof == 0 ? "none" : ReportWords.Number(proof))} of them evidence.");
        }

        return text.Append(" The table below has them all.").ToString();
    }

    private static string Shape(SignInMarkKind kind) => kind switch
    {
        SignInMarkKind.SignedIn => "M-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0Z",
        SignInMarkKind.Failed => "M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5",
        SignInMarkKind.Refused => "M0-5 5 4H-5Z",
        SignInMarkKind.Remote => "M-4-3.5H4V3.5H-4Z",
        _ => "M0-5 1.5-1.5 5 0 1.5 1.5 0 5-1.5 1.5-5 0-1.5-1.5Z",
    };

    private static string Cut(string text, int longest)
    {
        var elements = new StringInfo(text);
        return elements.LengthInTextElements <= longest ? text : elements.SubstringByTextElements(0, longest - 1) + "…";
    }

    private static double X(double hour, int first, int end) => Margin + ((Width - (2 * Margin)) * (hour - first) / (end - first));

    private static void Rect(HtmlWriter html, double x, double y, double width, double height, string style)
    {
        using (html.Open("rect", ("x", Coordinate(x)), ("y", Coordinate(y)), ("width", Coordinate(width)), ("height", Coordinate(height)), ("class", style)))
        {
        }
    }

    private static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
