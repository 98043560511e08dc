using System.Globalization;
using BenchmarkDotNet.Running;
using Rosewood.PolicyAdmin.Benchmarks;

switch (args)
{
    case ["generate", var path, var megabytes]:
        SquidLogGenerator.Write(path, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000);
        return 0;
    case ["scan", var log, var kibibytes]:
        ScanProbe.Run(log, int.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024);
        return 0;
    case ["lines", .. var options]:
        BenchmarkRunner.Run<LineBenchmarks>(args: options);
        return 0;
    default:
        Console.Error.WriteLine("generate <path> <megabytes> | scan <log> <block KiB> | lines [BenchmarkDotNet options]");
        return 2;
}
