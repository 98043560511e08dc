using System.Diagnostics;
using System.Globalization;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// The built <c>rosewood squid-helper</c> on one core, asked over its pipe as Squid does, in turn with a helper that always answers OK:
/// answers a second with the pipe kept full, then how long one question alone takes.
/// </summary>
internal static class HelperBenchmark
{
    private const int DistinctQuestions = 50_000;
    private const int WarmUp = 400_000;
    private const int Single = 20_000;

    /// <param name="rosewood">The built program.</param>
    /// <param name="rounds">How often each helper is measured.</param>
    /// <param name="questions">Questions a round.</param>
    public static void Run(string rosewood, int rounds, int questions)
    {
        using var school = new HelperSchool();
        var lines = school.Lines(DistinctQuestions);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DistinctQuestions} distinct questions over a snapshot of {new FileInfo(school.Snapshot).Length / 1024} KiB; {questions} a round; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        string[] ours = [rosewood, "squid-helper", "-Snapshot", school.Snapshot];
        string[] peer = [Environment.ProcessPath!, "always-ok"];
        var (our, theirs) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round < rounds; round++)
        {
            our.Add(Measure(ours, lines, questions));
            theirs.Add(Measure(peer, lines, questions));
        }

        Print("rosewood squid-helper", our);
        Print("always OK", theirs);
    }

    private static Figures Measure(string[] command, byte[] lines, int questions)
    {
        // The helper has core 0 for itself; who asks has the others.
        using var process = Process.Start(new ProcessStartInfo("taskset", ["-c", "0", .. command]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (Environment.ProcessorCount > 1 && OperatingSystem.IsLinux())
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = (1 << Math.Min(Environment.ProcessorCount, 30)) - 2;
        }

        var (input, output) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        Ask(input, output, lines, WarmUp);
        var cpu = process.TotalProcessorTime;
        var time = Stopwatch.GetTimestamp();
        Ask(input, output, lines, questions);
        var seconds = Stopwatch.GetElapsedTime(time).TotalSeconds;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;

        var alone = AskAlone(input, output, lines);
        process.StandardInput.Close();
        process.WaitForExit();
        return new Figures(questions / seconds, questions / cpu.TotalSeconds, alone[alone.Length / 2], alone[alone.Length * 99 / 100]);
    }

    private static void Ask(Stream input, Stream output, byte[] lines, int questions)
    {
        var writer = new Thread(() =>
        {
            var left = questions;
            while (left > 0)
            {
                var part = left >= DistinctQuestions ? lines.AsSpan() : lines.AsSpan(0, EndOf(lines, left));
                input.Write(part);
                left -= Math.Min(left, DistinctQuestions);
            }

            input.Flush();
        });
        writer.Start();
        var buffer = new byte[256 * 1024];
        for (var answers = 0; answers < questions;)
        {
            var read = output.Read(buffer);
            if (read == 0)
            {
                throw new InvalidOperationException("The helper ended.");
            }

            answers += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        writer.Join();
    }

    private static int EndOf(byte[] lines, int count)
    {
        var end = 0;
        for (; count > 0; count--)
        {
            end += lines.AsSpan(end).IndexOf((byte)'\n') + 1;
        }

        return end;
    }

    private static double[] AskAlone(Stream input, Stream output, byte[] lines)
    {
        var times = new double[Single];
        var buffer = new byte[4096];
        var start = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var end = start + lines.AsSpan(start).IndexOf((byte)'\n') + 1;
            var time = Stopwatch.GetTimestamp();
            input.Write(lines, start, end - start);
            input.Flush();
            while (buffer[output.Read(buffer) - 1] != '\n')
            {
                // The rest of the answer is on its way.
            }

            times[i] = Stopwatch.GetElapsedTime(time).TotalMicroseconds;
            start = end == lines.Length ? 0 : end;
        }

        Array.Sort(times);
        return times;
    }

    private static void Print(string name, List<Figures> rounds)
    {
        var (best, median) = (rounds.Max(f => f.Answers), Median(rounds, f => f.Answers));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-22} {median,10:N0} answers/s (median of {rounds.Count}; best {best:N0}; a second of its CPU: {Median(rounds, f => f.AnswersOfCpu):N0}), alone p50 {Median(rounds, f => f.P50):0.0} us, p99 {Median(rounds, f => f.P99):0.0} us"));
    }

    private static double Median(List<Figures> rounds, Func<Figures, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private sealed record Figures(double Answers, double AnswersOfCpu, double P50, double P99);
}
