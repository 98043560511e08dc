using System.Globalization;
using BenchmarkDotNet.Running;
using Rosewood.PolicyAdmin.Benchmarks;

switch (args)
{
    case ["generate", var path, var megabytes, "Squid" or "FortiGate"]:
        LogGenerator.Write(path, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000, args[3]);
        return 0;
    case ["scan", var log, var kibibytes]:
        ScanProbe.Run(log, int.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024);
        return 0;
    case ["formats", var folder]:
        FormatProbe.Run(folder);
        return 0;
    case ["lines", .. var options]:
        BenchmarkRunner.Run<LineBenchmarks>(args: options);
        return 0;
    case ["helper", .. var numbers] when numbers.Length <= 2:
        HelperBenchmark.Run(Path.Combine(AppContext.BaseDirectory, "..", "..", "Rosewood.PolicyAdmin.Console", "release", "rosewood"), Number(numbers, 0, 9), Number(numbers, 1, 2_000_000));
        return 0;
    case ["always-ok"]:
        AlwaysOk.Run();
        return 0;
    case ["squid", var folder, var rosewood, var port]:
        SquidFiles.Write(folder, rosewood, int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["shared-logins", .. var numbers] when numbers.Length <= 2:
        SharedLoginMeasure.Run(Number(numbers, 0, 101), Number(numbers, 1, 40));
        return 0;
    case ["correspondence", .. var numbers] when numbers.Length <= 2:
        CorrespondenceMeasure.Run(Number(numbers, 0, 101), Number(numbers, 1, 40));
        return 0;
    case ["correspondence-load", .. var numbers] when numbers.Length <= 2:
        CorrespondenceLoad.Run(Number(numbers, 0, 1_000_000), Number(numbers, 1, 100_000));
        return 0;
    case ["sign-ins", .. var numbers] when numbers.Length <= 2:
        SignInBenchmark.Run(Number(numbers, 0, 1_000_000), Number(numbers, 1, 9));
        return 0;
    case ["tenant-sync", .. var numbers] when numbers.Length <= 3:
        return TenantBenchmark.Run(Number(numbers, 0, 200_000), Number(numbers, 1, 100_000), Number(numbers, 2, 50)) ? 0 : 1;
    case ["report", .. var numbers] when numbers.Length <= 2:
        ReportBenchmark.Run(Number(numbers, 0, 1_000_000), Number(numbers, 1, 5));
        return 0;
    case ["decision", .. var options]:
        BenchmarkRunner.Run<DecisionBenchmarks>(args: options);
        return 0;
    default:
        Console.Error.WriteLine("generate <path> <megabytes> Squid|FortiGate | scan <log> <block KiB> | formats <samples/logs> | lines [BenchmarkDotNet options] | helper [rounds] [questions a round] | squid <folder> <rosewood> <port> | shared-logins [first seed] [seeds] | correspondence [first seed] [seeds] | correspondence-load [rows] [strangers] | sign-ins [records] [rounds] | tenant-sync [sign-ins] [traces] [speed] | report [visits] [rounds] | decision [BenchmarkDotNet options]");
        return 2;
}

static int Number(string[] words, int index, int otherwise) => index < words.Length ? int.Parse(words[index], CultureInfo.InvariantCulture) : otherwise;
