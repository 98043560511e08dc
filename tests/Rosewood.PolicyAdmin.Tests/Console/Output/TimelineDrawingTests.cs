using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Console.Output;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.Console.Support;
using Rosewood.PolicyAdmin.Tests.Reporting;
using Rosewood.PolicyAdmin.Tests.SignIns;

namespace Rosewood.PolicyAdmin.Tests.Console.Output;

public sealed partial class TimelineDrawingTests
{
    [Fact]
    public void At_60_columns_it_is_as_approved() => Approved.Matches(Listed(60), "txt");

    [Fact]
    public void At_100_columns_it_is_as_approved() => Approved.Matches(Listed(100), "txt");

    [Fact]
    public void At_160_columns_it_is_as_approved() => Approved.Matches(Listed(160), "txt");

    [Fact]
    public void In_ascii_it_is_as_approved()
    {
        var drawn = new TimelineDrawing(100, TimelineSigns.Plain(unicode: false)).Draw([SampleFindings.Busy]);
        drawn.Where(c => c > 0x7F).ShouldBe(['’'], "only what a device is called");
        Approved.Matches(drawn, "txt");
    }

    [Fact]
    public void With_colour_evidence_keeps_its_sign_and_stands_out_by_colour()
    {
        var drawn = Listed(100, colour: true);
        drawn.ShouldContain("\e[1;31m●\e[0m");
        drawn.ShouldContain("red evidence");
        drawn.ShouldNotContain('◆');
        Colours().Replace(drawn, "").Split('\n').ShouldAllBe(l => DisplayWidth.Of(l) <= 100);
    }

    [Fact]
    public void No_line_is_wider_than_the_terminal_whatever_the_hours()
    {
        var night = new SignInDay(new DateOnly(2026, 11, 17), [new SignInLane(new string('李', 80), "school", [SampleFindings.Mark(17, 0, 0), SampleFindings.Mark(17, 23, 59, isEvidence: true)])]);
        for (var width = 40; width <= 200; width += 7)
        {
            var lines = new TimelineDrawing(width, TimelineSigns.Plain(unicode: true)).Draw([night]).Split('\n');
            lines.ShouldAllBe(l => DisplayWidth.Of(l) <= width);
            lines.ShouldContain(l => l.EndsWith('◆'));
        }
    }

    [Fact]
    public void Two_marks_in_one_column_show_the_one_that_is_evidence()
    {
        var day = new SignInDay(new DateOnly(2026, 11, 17), [new SignInLane("R7-PC", "school", [SampleFindings.Mark(17, 9, 0, SignInMarkKind.Failed), SampleFindings.Mark(17, 9, 1, isEvidence: true), SampleFindings.Mark(17, 9, 31, SignInMarkKind.Failed), SampleFindings.Mark(17, 9, 32)])]);
        var strip = new TimelineDrawing(100, TimelineSigns.Plain(unicode: true)).Draw([day]).Split('\n')[^2];
        strip.Count(c => c == '◆').ShouldBe(1);
        strip.Count(c => c == '×').ShouldBe(1);
        strip.ShouldNotContain('●');
    }

    [Fact]
    public void The_signs_are_explained_once()
    {
        using var run = new ConsoleRun { Terminal = true, Width = 100, Handler = (_, sink) => { sink.Write(SampleFindings.Joan); sink.Write(SampleFindings.Joan); } };
        run.Run("Set-FakeThing", "a").ShouldBe(0);
        Explained().Count(run.Out).ShouldBe(1);
        run.Out.Split("R7-PC, school").Length.ShouldBe(5, "two days each");
    }

    [Theory]
    [InlineData("List")]
    [InlineData("Json")]
    public void Through_a_pipe_it_is_data(string style)
    {
        using var run = new ConsoleRun { Handler = (_, sink) => sink.Write(SampleFindings.Joan) };
        run.Run("Set-FakeThing", "a", "-As", style).ShouldBe(0);
        run.Out.ShouldNotContain('◆');
        run.Out.ShouldNotContain("signed in;");
        run.Out.ShouldContain("08:3");
    }

    [Fact]
    public void As_csv_it_is_one_row_of_data()
    {
        using var output = new MemoryStream();
        using (var csv = new CsvResults(output, typeof(SharedCredentialUse)))
        {
            csv.Write(SampleFindings.Joan);
            csv.End();
        }

        var lines = System.Text.Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain("2026-11-17T08:40:00+00:00");
        lines[1].ShouldNotContain("◆");
    }

    [Fact]
    public void Evidence_and_explanations_are_sentences_one_to_a_line()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => sink.Write(SampleFindings.Joan) };
        run.Run("Set-FakeThing", "a").ShouldBe(0);
        run.Out.ShouldContain("\nEvidence             : Overlap, 9 days, +5.0: R7-PC, then OFFICE-PC-02, then R7-PC again in 4 min (17 Nov 2026 08:40)\n");
        run.Out.ShouldContain("\n                       ForeignDevice, 1 day, +2.4: OFFICE-PC-02 while Kit Rowe was at it (17 Nov 2026 10:05)\n");
        run.Out.ShouldContain("\n                       A wrong clock: no, clocks were compared.\n");
        run.Out.ShouldNotContain("Rosewood.PolicyAdmin");
    }

    [Fact]
    public void Names_that_steer_a_terminal_do_not()
    {
        var day = new SignInDay(new DateOnly(2026, 11, 17), [new SignInLane("\e[2J\u202eevil", "school", [SampleFindings.Mark(17, 9, 0)])]);
        var drawn = new TimelineDrawing(100, TimelineSigns.Plain(unicode: true)).Draw([day]);
        drawn.ShouldNotContain('\e');
        drawn.ShouldNotContain('\u202e');
    }

    private static string Listed(int width, bool colour = false)
    {
        using var run = new ConsoleRun { Terminal = true, Colour = colour, Width = width, Handler = (_, sink) => sink.Write(SampleFindings.Joan) };
        run.Run("Set-FakeThing", "a").ShouldBe(0);
        return run.Out;
    }

    [GeneratedRegex("\e\\[[0-9;]*m", RegexOptions.None, 1000)]
    private static partial Regex Colours();

    [GeneratedRegex("signed in;", RegexOptions.None, 1000)]
    private static partial Regex Explained();
}
