using System.Text;
using BenchmarkDotNet.Attributes;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>What one line costs: the bar for a dropped line is 0 bytes.</summary>
// In this process: the projects that BenchmarkDotNet writes do not fit the artifacts layout.
[InProcess]
[MemoryDiagnoser]
public class LineBenchmarks
{
    private const int Lines = 10_000;

    private readonly BlockScanner _scanner = new(new SquidReader(), ServiceCatalogue.BuiltIn);
    private readonly BlockResult _result = new();
    private byte[] _dropped = [];
    private byte[] _hits = [];

    [GlobalSetup]
    public void Setup()
    {
        var path = Path.GetTempFileName();
        try
        {
            LogGenerator.Write(path, 20_000_000, "Squid");
            var lines = File.ReadAllLines(path);
            _dropped = Join(lines.Where(l => !IsHit(l)));
            _hits = Join(lines.Where(IsHit));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public long DroppedLine() => Scan(_dropped);

    [Benchmark(OperationsPerInvoke = Lines)]
    public long Hit() => Scan(_hits);

    private static byte[] Join(IEnumerable<string> lines)
    {
        var some = lines.Take(Lines).ToList();
        return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, Lines).Select(i => some[i % some.Count] + "\n")));
    }

    private bool IsHit(string line)
    {
        _result.Clear();
        _scanner.Scan(Encoding.ASCII.GetBytes(line + "\n"), _result);
        return _result.Hits.Count > 0;
    }

    private long Scan(byte[] text)
    {
        _result.Clear();
        _scanner.Scan(text, _result);
        return _result.Lines;
    }
}
