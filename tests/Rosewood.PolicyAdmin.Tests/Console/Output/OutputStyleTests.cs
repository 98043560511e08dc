using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Output;

public sealed class OutputStyleTests
{
    private static readonly FakeOutput One = new()
    {
        Name = "Zoë O'Brien",
        Count = -5,
        Colour = FakeColour.Green,
        When = new DateTimeOffset(2026, 7, 1, 9, 5, 6, TimeSpan.FromHours(1)),
        Tags = ["x", "y"],
    };

    private static readonly FakeOutput Bare = new() { Name = null };

    private static string Printed(string style, params object[] values)
    {
        using var run = Run(style, values);
        return run.Out;
    }

    private static ConsoleRun Run(string style, params object[] values)
    {
        var run = new ConsoleRun { Handler = (_, sink) => Array.ForEach(values, sink.Write) };
        run.Run("Set-FakeThing", "a", "-As", style).ShouldBe(0);
        return run;
    }

    [Fact]
    public void Json_is_one_array_with_enums_by_name_and_absent_values_null() => Printed("Json", One, Bare).ShouldBe(
        """
        [
        {"Name":"Zoë O'Brien","Count":-5,"Colour":"Green","When":"2026-07-01T09:05:06+01:00","Tags":["x","y"]},
        {"Name":null,"Count":0,"Colour":"Red","When":null,"Tags":[]}
        ]

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void An_empty_result_is_an_empty_array() => Printed("Json").ShouldBe("[]\n");

    [Fact]
    public void A_list_that_is_empty_because_it_means_everything_says_so_to_people_and_stays_empty_for_programs()
    {
        var grant = new AccessGrant
        {
            Id = "G-0001",
            User = "Nell Brown",
            Services = [],
            Devices = [],
            From = One.When!.Value,
            Until = One.When.Value,
            Reason = null,
            AuthorisedBy = null,
            GrantedBy = "Ivy Tech",
            GrantedAt = One.When.Value,
            Reference = null,
            Status = GrantStatus.Active,
            RevokedAt = null,
            RevokedBy = null,
            Confirmation = ConfirmationState.NotNeeded,
        };

        Printed("Table", grant).ShouldContain("Nell Brown  Every service");
        Printed("List", grant).ShouldMatch("Services +: Every service\n");
        Printed("List", grant).ShouldMatch("Devices +:\n");
        Printed("Json", grant).ShouldContain("\"Services\":[]");
        Printed("Csv", grant).ShouldNotContain("Every service");
    }

    [Fact]
    public void Json_carries_no_control_characters() =>
        Printed("Json", new FakeOutput { Name = "\e[2J\u009b31m\u202e" }).ShouldNotContain('\e');

    [Fact]
    public void Csv_has_a_header_lists_joined_and_times_with_offset() => Printed("Csv", One, Bare).ShouldBe(
        "Name,Count,Colour,When,Tags\r\n\"Zoë O'Brien\",-5,Green,2026-07-01T09:05:06+01:00,\"x;y\"\r\n,0,Red,,\r\n");

    [Fact]
    public void Csv_without_rows_still_has_its_header() => Printed("Csv").ShouldBe("Name,Count,Colour,When,Tags\r\n");

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 20 7946 0000", "\"'+44 20 7946 0000\"")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("", "")]
    public void Csv_cells_are_never_formulas(string name, string cell) =>
        Printed("Csv", new FakeOutput { Name = name }).ShouldBe($"Name,Count,Colour,When,Tags\r\n{cell},0,Red,,\r\n");

    [Fact]
    public void Csv_list_items_are_never_formulas_either() =>
        Printed("Csv", new FakeOutput { Tags = ["a", "=cmd|'/c calc'!A0"] }).ShouldContain("\"a;'=cmd|'/c calc'!A0\"");

    [Fact]
    public void Sentences_stand_behind_each_other_and_words_with_commas()
    {
        Printed("Table", new FakeOutput { Tags = ["Tell the head by telephone.", "Tell the police: 101."] }).ShouldContain("Tell the head by telephone. Tell the police: 101.\n");
        Printed("Table", new FakeOutput { Tags = ["N. Brown Jr.", "A. Green"] }).ShouldContain("N. Brown Jr., A. Green\n");
    }

    [Fact]
    public void A_list_is_a_block_for_each_object() => Printed("List", One, Bare).ShouldBe(
        """
        Name   : Zoë O'Brien
        Count  : -5
        Colour : Green
        When   : 2026-07-01 09:05:06 +01:00
        Tags   : x, y

        Name   :
        Count  : 0
        Colour : Red
        When   :
        Tags   :

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_piped_table_is_aligned_text_with_nothing_cut_off()
    {
        var name = new string('n', 300);
        Printed("Table", One, Bare with { Name = name, Count = 1234 }).ShouldBe(
            $"{"Name".PadRight(300)}  Count  Colour  When              Tags\n{"----".PadRight(300)}  -----  ------  ----              ----\n"
            + $"{"Zoë O'Brien".PadRight(300)}     -5  Green   2026-07-01 09:05  x, y\n{name}   1234  Red\n");
    }

    [Fact]
    public void Wide_and_combining_letters_stay_aligned()
    {
        var lines = Printed("Table", new FakeOutput { Name = "李明" }, new FakeOutput { Name = "e\u0301a" }, new FakeOutput { Name = "abcd" }).Split('\n');
        lines[2].ShouldBe("李明      0  Red");
        lines[3].ShouldBe("e\u0301a        0  Red");
        lines[4].ShouldBe("abcd      0  Red");
    }

    [Fact]
    public void Rows_beyond_the_first_batch_keep_its_columns()
    {
        var lines = Printed("Table", [.. Enumerable.Range(0, 1200).Select(i => new FakeOutput { Name = "n", Count = i })]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1202);
        lines.Count(l => l.StartsWith("Name", StringComparison.Ordinal)).ShouldBe(1);
        lines[^1].ShouldBe("n      1199  Red");
    }

    [Fact]
    public void A_type_with_many_properties_and_no_view_is_shown_as_a_list()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => sink.Write(new WideOutput(1, 2, 3, 4, 5, 6, 7, "t")) };
        run.Run("Set-FakeThing", "a");
        run.Out.ShouldStartWith("A    : 1\nB    : 2\n");
    }

    [Fact]
    public void Objects_of_different_types_each_have_their_own_table()
    {
        using var run = new ConsoleRun { Handler = (_, sink) => { sink.Write("just text"); sink.Write(One); } };
        run.Run("Set-FakeThing", "a");
        run.Out.ShouldStartWith("just text\nName");
    }

    [Theory]
    [InlineData("Table")]
    [InlineData("List")]
    public void What_steers_a_terminal_is_shown_and_not_sent(string style)
    {
        var printed = Printed(style, new FakeOutput { Name = "\e[31mred\u009b2J\a\u202eevil\r\nnext\u2028" });
        printed.ShouldContain("␛[31mred\\u009b2J␇\\u202eevil␍␊next\\u2028");
    }

    [Fact]
    public void A_terminals_table_has_colour_and_its_width_and_no_foreign_escapes()
    {
        using var run = new ConsoleRun
        {
            Terminal = true,
            Colour = true,
            Width = 60,
            Handler = (_, sink) => sink.Write(new FakeOutput { Name = "[red]markup[/] \e]0;title\a " + new string('w', 100) }),
        };
        run.Run("Set-FakeThing", "a", "-As", "Table").ShouldBe(0);
        run.Out.ShouldContain("\e[1;4mName");
        run.Out.ShouldNotContain("\e]0;");
        run.Out.ShouldNotContain("\a");
        run.Out.ShouldContain("[red]");
        foreach (var line in System.Text.RegularExpressions.Regex.Replace(run.Out, "\e\\[[0-9;]*m", "").Split('\n'))
        {
            line.Length.ShouldBeLessThanOrEqualTo(60);
        }
    }

    [Theory]
    [InlineData(60, new[] { "Name", "Count", "Colour", "When", "Tags" }, false)]
    [InlineData(40, new[] { "Name", "Count", "Colour", "When" }, true)]
    [InlineData(18, new[] { "Name", "Count" }, true)]
    public void A_narrow_terminal_leaves_out_the_last_columns_and_says_so(int width, string[] columns, bool says)
    {
        using var run = new ConsoleRun { Terminal = true, Width = width, Handler = (_, sink) => sink.Write(One with { Tags = ["first", "second"] }) };
        run.Run("Set-FakeThing", "a", "-As", "Table").ShouldBe(0);
        run.Out.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(columns);
        run.Out.Contains("-As", StringComparison.Ordinal).ShouldBe(says);
    }

    [Fact]
    public void A_long_list_has_a_line_for_each_item() =>
        Printed("List", new FakeOutput { Tags = [new string('a', 50), new string('b', 50)] })
            .ShouldEndWith($"\nTags   : {new string('a', 50)}\n         {new string('b', 50)}\n");

    [Fact]
    public void No_color_means_no_escape_at_all()
    {
        using var run = new ConsoleRun { Terminal = true, Handler = (_, sink) => { sink.Write(One); sink.Warn("careful"); } };
        run.Run("Set-FakeThing", "a").ShouldBe(0);
        (run.Out + run.Error).ShouldNotContain('\e');
    }

    [Fact]
    public void A_reader_that_went_away_ends_the_command_quietly()
    {
        using var gone = new GonePipe();
        using var run = new ConsoleRun { Output = gone, Handler = (_, sink) => { for (var i = 0; i < 100_000; i++) { sink.Write(One); } } };
        run.Run("Get-FakeThing", "-Name", "x", "-As", "Json").ShouldBe(0);
        run.Error.ShouldBe("");
    }

    [Fact]
    public void A_change_goes_on_to_its_end_though_nobody_reads()
    {
        var done = false;
        using var gone = new GonePipe();
        using var run = new ConsoleRun { Output = gone, Handler = (_, sink) => { sink.Write(One); done = sink.ShouldProcess("t", "a"); } };
        run.Run("Set-FakeThing", "x").ShouldBe(0);
        done.ShouldBeTrue();
    }

    [Fact]
    public void Results_that_are_lost_are_a_fault()
    {
        using var full = new FullDisk();
        using var run = new ConsoleRun { Output = full, Handler = (_, sink) => { for (var i = 0; i < 100_000; i++) { sink.Write(One); } } };
        run.Run("Get-FakeThing", "-Name", "x", "-As", "Csv").ShouldBe(1);
        run.Error.ShouldContain("DiskFull");
    }

    private sealed class FullDisk : MemoryStream
    {
        private static readonly IOException Full = new("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

        public override void Write(ReadOnlySpan<byte> buffer) => throw Full;

        public override void Write(byte[] buffer, int offset, int count) => throw Full;
    }

    private sealed class GonePipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", Environment.OSVersion.Platform == PlatformID.Win32NT ? unchecked((int)0x8007006D) : 32);

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", Environment.OSVersion.Platform == PlatformID.Win32NT ? unchecked((int)0x8007006D) : 32);
    }
}
