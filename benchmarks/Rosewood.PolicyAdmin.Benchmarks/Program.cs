using System.Globalization;
using Rosewood.PolicyAdmin.Benchmarks;

switch (args)
{
    case ["generate", var path, var megabytes]:
        SquidLogGenerator.Write(path, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000);
        return 0;
    case ["import", var folder, var log]:
        return await ImportHarness.RunAsync(folder, log);
    case ["scan", var log, var kibibytes]:
        ScanProbe.Run(log, int.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024);
        return 0;
    default:
        Console.Error.WriteLine("generate <path> <megabytes> | import <workspace folder> <log> | scan <log> <block KiB>");
        return 2;
}
