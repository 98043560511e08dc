using System.Diagnostics;
using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// How fast each format is scanned: the lines of samples/logs again and again, in memory, on one core. They are harder than a school's:
/// nearly every one names social media, and each shows a trap.
/// </summary>
internal static class FormatProbe
{
    private const int BlockSize = 512 * 1024;
    private const int Rounds = 40;

    public static void Run(string folder)
    {
        Console.WriteLine("| format | one core | a line |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var path in Directory.GetFiles(folder, "*.log").Order(StringComparer.Ordinal))
        {
            RunOne(path);
        }
    }

    private static void RunOne(string path)
    {
        var format = LogFormats.Find(Path.GetFileNameWithoutExtension(path).Split('-')[0]);
        var sample = File.ReadAllBytes(path);
        var header = format.LastHeader(sample, isStart: true);
        var block = Enumerable.Repeat(sample, Math.Max(1, BlockSize / sample.Length)).SelectMany(static b => b).ToArray();
        var scanner = new BlockScanner(format.CreateReader(LogReaderOptions.Default with { DayFirst = true }), ServiceCatalogue.BuiltIn, format.CategoryVendor);
        var result = new BlockResult();
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var time = Stopwatch.StartNew();
            result.Clear();
            scanner.Scan(block, result, header);
            best = Math.Min(best, time.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(path)} | {block.Length / best / 1e6:0} MB/s | {best * 1e9 / result.Lines:0} ns |"));
    }
}
