using System.Diagnostics;
using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>The fast path alone, one thread, best of several rounds: what profiling looks at.</summary>
internal static class ScanProbe
{
    public static void Run(string log, int blockSize)
    {
        using var opened = LogFile.Open(log);
        var format = LogFormats.Recognise(opened.Head) ?? throw new InvalidDataException("The log is in no known format.");
        var scanner = new BlockScanner(format.CreateReader(LogReaderOptions.Default), ServiceCatalogue.BuiltIn, format.CategoryVendor);
        var result = new BlockResult();
        var best = double.MaxValue;
        var readOnly = double.MaxValue;
        long lines = 0;
        for (var round = 0; round < 150; round++)
        {
            lines = 0;
            var buffer = new byte[blockSize + BlockScanner.LongestLine];
            using var file = File.OpenRead(log);
            var source = new LogBlockSource(file, 0, blockSize);
            var time = Stopwatch.StartNew();
            var reading = TimeSpan.Zero;
            var before = time.Elapsed;
            while (source.TryFill(ref buffer, out var block, CancellationToken.None))
            {
                reading += time.Elapsed - before;
                result.Clear();
                scanner.Scan(buffer.AsSpan(0, block.Length), result);
                lines += result.Lines;
                before = time.Elapsed;
            }

            best = Math.Min(best, time.Elapsed.TotalSeconds);
            readOnly = Math.Min(readOnly, reading.TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"block {blockSize / 1024} KiB: {best * 1e9 / lines:0.0} ns a line, of it reading {readOnly * 1e9 / lines:0.0}; {new FileInfo(log).Length / best / 1e6:0} MB/s on one core"));
    }
}
