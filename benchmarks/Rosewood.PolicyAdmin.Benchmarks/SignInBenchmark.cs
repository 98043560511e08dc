using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Reading;
using Rosewood.PolicyAdmin.Simulation;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// The whole search (reading, merging, learning, judging) over a file of sign-ins, beside a bare JsonDocument pass over the records of the
/// same file, in turns, in one process.
/// </summary>
internal static class SignInBenchmark
{
    private const int Chunk = 1 << 20;

    public static void Run(int signIns, int rounds)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rosewood-signins-").FullName, "signins.json");
        try
        {
            var school = SchoolScenario.Large(1, signIns).Changed(o => o with { JsonLines = true }).Build();
            int rows;
            using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Chunk))
            {
                rows = school.WriteSignIns(file, signIns);
            }

            var material = new SimulatedMaterial(school);
            school = null;
            GC.Collect();
            var (bare, ours) = (new List<double>(), new List<double>());
            for (var i = 0; i < rounds; i++)
            {
                bare.Add(Time(() => JsonDocuments(path)));
                ours.Add(Time(() => Search(path, material)));
            }

            bare.Sort();
            ours.Sort();
            var (b, o) = (bare[rounds / 2], ours[rounds / 2]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} sign-ins, {new FileInfo(path).Length / 1e6:N0} MB: search {o:0.00} s, JsonDocument {b:0.00} s, ratio {o / b:0.00}; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB (with the simulator)"));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Search(string path, SimulatedMaterial material)
    {
        var timeline = material.NewTimeline();
        SignInLog.Read(path, new SignInReadOptions(SimulatedMaterial.Zone), timeline.Add, progress: null, CancellationToken.None);
        new SharedLoginDetector(timeline, material.Options()).Detect();
    }

    private static void JsonDocuments(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var buffer = new byte[Chunk];
        var held = 0;
        while (file.Read(buffer, held, buffer.Length - held) is > 0 and var read)
        {
            var (from, until) = (0, held + read);
            while (buffer.AsSpan(from, until - from).IndexOf((byte)'\n') is >= 0 and var line)
            {
                using var record = JsonDocument.Parse(buffer.AsMemory(from, line));
                from += line + 1;
            }

            held = until - from;
            Buffer.BlockCopy(buffer, from, buffer, 0, held);
        }
    }
}
