using System.Globalization;
using Rosewood.PolicyAdmin.Benchmarks;

switch (args)
{
    case ["generate", var path, var megabytes]:
        SquidLogGenerator.Write(path, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000);
        return 0;
    case ["import", var folder, var log]:
        return await ImportHarness.RunAsync(folder, log);
    default:
        Console.Error.WriteLine("generate <path> <megabytes> | import <workspace folder> <log>");
        return 2;
}
