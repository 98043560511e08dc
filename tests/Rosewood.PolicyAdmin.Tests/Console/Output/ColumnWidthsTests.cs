using Rosewood.PolicyAdmin.Console.Output;

namespace Rosewood.PolicyAdmin.Tests.Console.Output;

public sealed class ColumnWidthsTests
{
    private static readonly string[] Heads = ["When", "Who", "Why"];
    private static readonly string[][] Rows = [["2026-11-24 09:00", "Marta Kowalczyk-Reid", "pictures for the textiles project of year nine"]];

    [Fact]
    public void Everything_is_whole_where_there_is_room() => ColumnWidths.Share(Heads, Rows, 120).ShouldBe([16, 20, 46]);

    [Fact]
    public void Less_room_breaks_the_longest_text_and_leaves_times_whole() => ColumnWidths.Share(Heads, Rows, 60).ShouldBe([16, 20, 20]);

    [Fact]
    public void Words_are_never_broken_while_a_column_can_be_left_out() => ColumnWidths.Share(Heads, Rows, 30).ShouldBe([14, 14]);

    [Fact]
    public void The_first_two_columns_are_always_there() => ColumnWidths.Share(Heads, Rows, 12).ShouldBe([5, 5]);

    [Fact]
    public void The_width_is_never_exceeded()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var heads = Enumerable.Range(0, random.Next(1, 8)).Select(_ => new string('h', random.Next(1, 12))).ToArray();
            var rows = Enumerable.Range(0, random.Next(1, 5)).Select(_ => heads.Select(_ => Text(random)).ToArray()).ToArray();
            var width = random.Next(10, 200);
            var widths = ColumnWidths.Share(heads, rows, width);
            (widths.Sum() + (ColumnWidths.Gap * (widths.Count - 1))).ShouldBeLessThanOrEqualTo(width);
            widths.ShouldAllBe(w => w > 0);
        }
    }

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(6)).Select(_ => new string('w', random.Next(30))));
}
