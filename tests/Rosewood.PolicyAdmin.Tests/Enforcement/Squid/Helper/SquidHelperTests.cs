using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;
using Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Helper;

/// <summary>The loop over blocks of input, however they are cut and whatever is in them.</summary>
public sealed class SquidHelperTests : IDisposable
{
    private const string Question = "n.obrien 10.20.1.7 - facebook.com 443 CONNECT";
    private readonly FixedClock _clock = new("2026-11-24T09:00:00Z");
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
    private readonly StringWriter _log = new();

    public SquidHelperTests() => File.WriteAllBytes(Snapshot, SnapshotFile.Bytes(_clock.Now));

    private string Snapshot => Path.Combine(_folder, "access.snapshot");

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(1 << 20)]
    public void Each_question_is_answered_once_on_its_channel_however_the_input_is_cut(int cut)
    {
        var input = string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i} {Question}{(i % 3 == 0 ? "\r" : "")}\n"));

        var answers = Run(Encoding.UTF8.GetBytes(input), cut).Split('\n');

        answers[^1].ShouldBe("");
        answers[..^1].ShouldBe(Enumerable.Range(0, 3000).Select(i => $"{i} OK tag=Grant log=Grant/G-0001"));
        _log.ToString().ShouldBe("");
    }

    [Fact]
    public void The_answers_of_a_block_are_written_at_once()
    {
        var output = new CountingStream();
        var input = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i} {Question}\n"));

        new SquidHelper(Snapshot, hasChannels: true, _clock, _log).Run(new CutStream(Encoding.UTF8.GetBytes(input), cut: 1 << 20), output);

        output.Writes.ShouldBe(1);
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(10_000_000)]
    public void A_line_without_end_is_answered_once_and_passed_over(int length)
    {
        var input = Encoding.UTF8.GetBytes($"1 {Question}\n2 {new string('x', length)} 3 4 5\n3 {Question}\n");

        Run(input, cut: 65536).Split('\n').ShouldBe(["1 OK tag=Grant log=Grant/G-0001", "2 BH message=\"The question is too long.\"", "3 OK tag=Grant log=Grant/G-0001", ""]);
    }

    [Fact]
    public void Input_that_ends_inside_a_line_ends_quietly() => Run(Encoding.UTF8.GetBytes($"1 {Question}\n2 n.obr"), cut: 4096).ShouldBe("1 OK tag=Grant log=Grant/G-0001\n");

    [Fact]
    public void A_connection_that_breaks_ends_the_input() => Run(new BrokenStream($"1 {Question}\n")).ShouldBe("1 OK tag=Grant log=Grant/G-0001\n");

    [Fact]
    public void Questions_without_channel_are_told_of_once()
    {
        Run(Encoding.UTF8.GetBytes($"{Question}\n{Question}\n5 {Question}\n"), cut: 4096).ShouldBe("5 OK tag=Grant log=Grant/G-0001\n");
        _log.ToString().ShouldContain("-NoConcurrency");
        _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rubbish_between_questions_hurts_none_of_them(int seed)
    {
        var random = new Random(seed);
        var input = new List<byte>();
        for (var i = 0; i < 2000; i++)
        {
            var rubbish = Rubbish(random);
            input.AddRange(rubbish);
            input.AddRange(Encoding.UTF8.GetBytes($"\n{i} {Question}\n"));
        }

        var answers = Run([.. input], random.Next(1, 70000)).Split('\n');

        answers.Where(a => a.EndsWith(" OK tag=Grant log=Grant/G-0001", StringComparison.Ordinal)).Select(a => a.Split(' ')[0])
            .ShouldBe(Enumerable.Range(0, 2000).Select(i => $"{i}"));
        answers[..^1].ShouldAllBe(a => char.IsAsciiDigit(a[0]) && (a.Contains(" OK tag=", StringComparison.Ordinal) || a.Contains(" ERR message=\"", StringComparison.Ordinal) || a.Contains(" BH message=\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_missing_snapshot_is_told_of_and_closes()
    {
        File.Delete(Snapshot);
        Run(Encoding.UTF8.GetBytes($"1 {Question}\n"), cut: 4096).ShouldStartWith("1 ERR message=\"Social media stays closed for everybody for now, because the list of who may use it is missing");
        _log.ToString().ShouldContain($"{Snapshot}: There is no such file.");
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
    }

    /// <summary>Random bytes, or a question that was cut, doubled or overwritten; never with an answer like the sound ones.</summary>
    private static byte[] Rubbish(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes($"99999 p.2041 10.20.1.7 0a:1b:2c:3d:4e:5f %66acebook.com 443 CONNECT");
        switch (random.Next(4))
        {
            case 0:
                bytes = new byte[random.Next(300)];
                random.NextBytes(bytes);
                break;
            case 1:
                bytes = bytes[..random.Next(bytes.Length)];
                break;
            case 2:
                for (var n = random.Next(1, 5); n > 0; n--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                break;
            default:
                bytes = [.. bytes, .. bytes[random.Next(bytes.Length)..]];
                break;
        }

        return bytes;
    }

    private string Run(byte[] input, int cut) => Run(new CutStream(input, cut));

    private string Run(Stream input)
    {
        using var output = new MemoryStream();
        new SquidHelper(Snapshot, hasChannels: true, _clock, _log).Run(input, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, cut)]);
    }

    private sealed class BrokenStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is var read and > 0 ? read : throw new IOException("reset");
    }

    private sealed class CountingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            base.Write(buffer);
        }
    }
}
