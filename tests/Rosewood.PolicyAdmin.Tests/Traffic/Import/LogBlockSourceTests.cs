using System.Text;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Import;

public sealed class LogBlockSourceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Blocks_hold_every_whole_line_once_and_in_order(int blockSize)
    {
        var random = new Random(blockSize);
        var lines = Enumerable.Range(0, 200).Select(i => new string((char)('a' + (i % 26)), random.Next(150))).ToArray();
        var text = string.Concat(lines.Select(l => l + "\n")) + "not ended";
        var source = new LogBlockSource(new MemoryStream(Encoding.ASCII.GetBytes(text)), 0, blockSize);
        var (all, end) = ReadAll(source, blockSize);
        all.ShouldBe(text[..^"not ended".Length]);
        end.ShouldBe(all.Length);
        source.LeftOver.ShouldBe("not ended".Length);
    }

    [Theory]
    [InlineData(16, 300_000)]
    [InlineData(1 << 20, 10_000_000)]
    public void An_endless_line_is_cut_to_what_shows_that_it_is_too_long_and_offsets_stay_right(int blockSize, int length)
    {
        var text = "first\n" + new string('x', length) + "\nlast\n";
        var source = new LogBlockSource(new MemoryStream(Encoding.ASCII.GetBytes(text)), 0, blockSize);
        var (all, end) = ReadAll(source, blockSize);
        end.ShouldBe(text.Length);
        var lines = all.Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].ShouldBe("first");
        lines[1].Length.ShouldBeInRange(BlockScanner.LongestLine + 1, length);
        lines[2].ShouldBe("last");
    }

    [Fact]
    public void An_endless_line_without_an_end_is_left_for_next_time()
    {
        var source = new LogBlockSource(new MemoryStream(Encoding.ASCII.GetBytes("first\n" + new string('x', 1_000_000))), 0, 64);
        var (all, end) = ReadAll(source, 64);
        all.ShouldBe("first\n");
        end.ShouldBe(6);
    }

    private static (string Text, long End) ReadAll(LogBlockSource source, int blockSize)
    {
        var buffer = new byte[blockSize];
        var all = new StringBuilder();
        long end = 0;
        var sequence = 0;
        while (source.TryFill(ref buffer, out var block, CancellationToken.None))
        {
            block.Sequence.ShouldBe(sequence++);
            buffer[block.Length - 1].ShouldBe((byte)'\n');
            all.Append(Encoding.ASCII.GetString(buffer, 0, block.Length));
            end = block.EndOffset;
            buffer.Length.ShouldBeLessThan(1_000_000 + (4 * blockSize));
        }

        return (all.ToString(), end);
    }
}
