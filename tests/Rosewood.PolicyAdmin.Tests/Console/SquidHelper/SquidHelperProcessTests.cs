using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Tests.Console.Support;
using Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

namespace Rosewood.PolicyAdmin.Tests.Console.SquidHelper;

/// <summary>The built program as Squid starts it.</summary>
public sealed class SquidHelperProcessTests : IDisposable
{
    private const string Question = "n.obrien 10.20.1.7 - facebook.com 443 CONNECT";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    private string Snapshot => Path.Combine(_folder, "access.snapshot");

    [Theory]
    [InlineData("-Snapshot", null)]
    [InlineData("-Snapshot=", "")]
    [InlineData("-snap:", "")]
    public void It_answers_and_ends_with_its_input(string option, string? joined)
    {
        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));

        var run = RosewoodProcess.Run($"0 {Question}\n1 - - - www.bbc.co.uk 443 CONNECT\n2 d.p", ["squid-helper", .. joined is null ? (string[])[option, Snapshot] : [option + Snapshot]]);

        run.Error.ShouldBe("");
        run.Out.ShouldBe("0 OK tag=Grant log=Grant/G-0001\n1 OK tag=NotSocialMedia log=NotSocialMedia\n");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void It_answers_without_channels_where_told()
    {
        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));
        RosewoodProcess.Run($"{Question}\n", ["squid-helper", "-Snapshot", Snapshot, "-NoConcurrency"]).Out.ShouldBe("OK tag=Grant log=Grant/G-0001\n");
    }

    [Theory]
    [InlineData]
    [InlineData("-Snapshot")]
    [InlineData("-Snapshot", "x", "-Nonsense")]
    [InlineData("somewhere")]
    [InlineData("-Snapshot", "x", "y")]
    public void Wrong_usage_has_exit_code_2(params string[] words)
    {
        var run = RosewoodProcess.Run(input: "", ["squid-helper", .. words]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Try: rosewood help squid-helper");
    }

    [Fact]
    public void Help_tells_of_it()
    {
        RosewoodProcess.Run("help").Out.ShouldContain("rosewood squid-helper -Snapshot FILE");
        RosewoodProcess.Run("help", "squid-helper").Out.ShouldContain("%#un %SRC %SRCEUI48 %DST %PORT %METHOD");
        RosewoodProcess.Run("squid-helper", "-?").Out.ShouldBe(RosewoodProcess.Run("help", "SQUID-HELPER").Out);
    }

    [Fact]
    public void A_change_of_the_snapshot_counts_without_a_new_start_and_a_broken_one_closes()
    {
        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow, isGranted: false));
        using var process = RosewoodProcess.Start(RosewoodProcess.Program, ["squid-helper", "-Snapshot", Snapshot]);
        Ask(0).ShouldContain("tag=NoGrant");

        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));
        AskUntil("OK tag=Grant log=Grant/G-0001");

        Put(Encoding.UTF8.GetBytes("rubbish\n"));
        AskUntil("tag=StateUnavailable");
        process.StandardError.ReadLine().ShouldNotBeNull().ShouldContain("The file is damaged.");

        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));
        AskUntil("OK tag=Grant log=Grant/G-0001");

        process.StandardInput.Close();
        RosewoodProcess.WaitFor(process);
        process.ExitCode.ShouldBe(0);

        string Ask(int channel)
        {
            process.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{channel} {Question}\n"));
            process.StandardInput.Flush();
            var answer = process.StandardOutput.ReadLine().ShouldNotBeNull();
            answer.ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"{channel} "));
            return answer;
        }

        void AskUntil(string expected)
        {
            var channel = 1;
            SpinWait.SpinUntil(
                () =>
                {
                    Thread.Sleep(20);
                    return Ask(channel++).Contains(expected, StringComparison.Ordinal);
                },
                TimeSpan.FromMinutes(1)).ShouldBeTrue(expected);
        }
    }

    [Fact]
    public void A_grant_ends_by_the_clock_while_the_helper_runs()
    {
        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow, until: DateTimeOffset.UtcNow.AddSeconds(5)));
        using var process = RosewoodProcess.Start(RosewoodProcess.Program, ["squid-helper", "-Snapshot", Snapshot]);
        var answers = new List<string>();

        SpinWait.SpinUntil(
            () =>
            {
                process.StandardInput.Write($"0 {Question}\n");
                process.StandardInput.Flush();
                answers.Add(process.StandardOutput.ReadLine().ShouldNotBeNull());
                return answers[^1].Contains("GrantEnded", StringComparison.Ordinal);
            },
            TimeSpan.FromMinutes(1)).ShouldBeTrue();

        answers[..^1].ShouldAllBe(a => a.Equals("0 OK tag=Grant log=Grant/G-0001", StringComparison.Ordinal));
        process.StandardInput.Close();
        RosewoodProcess.WaitFor(process);
    }

    [Fact]
    public void Thousands_of_questions_in_flight_all_get_their_answer()
    {
        const int Count = 50_000;
        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));
        var input = string.Concat(Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} {(i % 2 == 0 ? Question : "p.2041 10.20.1.8 - www.bbc.co.uk 443 CONNECT")}\n")));

        var run = RosewoodProcess.Run(input, ["squid-helper", "-Snapshot", Snapshot]);

        run.ExitCode.ShouldBe(0);
        run.Out.Split('\n')[..^1].ShouldBe(Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} OK {(i % 2 == 0 ? "tag=Grant log=Grant/G-0001" : "tag=NotSocialMedia log=NotSocialMedia")}")));
    }

    [Fact]
    public void Rubbish_and_a_line_of_ten_megabytes_leave_it_answering()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));
        var input = Path.Combine(_folder, "input");
        var rubbish = new byte[200_000];
        new Random(5).NextBytes(rubbish);
        File.WriteAllBytes(input, [.. rubbish, (byte)'\n', .. Encoding.UTF8.GetBytes($"7 {new string('x', 10_000_000)}\n8 {Question}\n")]);

        var run = RosewoodProcess.RunProgram("/bin/sh", input: null, ["-c", $"rosewood squid-helper -Snapshot '{Snapshot}' < '{input}'"]);

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldEndWith("7 BH message=\"The question is too long.\"\n8 OK tag=Grant log=Grant/G-0001\n");
    }

    [Fact]
    public void A_reader_that_goes_away_ends_it_quietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Put(SnapshotFile.Bytes(DateTimeOffset.UtcNow));

        // The exit code of the helper, not of the last part of the pipe, is what counts.
        var run = RosewoodProcess.RunProgram("/bin/sh", input: null, ["-c", $"yes '0 {Question}' 2> /dev/null | (rosewood squid-helper -Snapshot '{Snapshot}'; echo $? >&2) | head -n 1"]);

        run.Out.ShouldBe("0 OK tag=Grant log=Grant/G-0001\n");
        run.Error.ShouldBe("0\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Put(byte[] bytes)
    {
        var next = Snapshot + ".next";
        File.WriteAllBytes(next, bytes);
        File.Move(next, Snapshot, overwrite: true);
    }
}
