using System.Text;
using BenchmarkDotNet.Attributes;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>What one decision costs, and one answer with all that is around it; the bar is 1 µs and 0 bytes.</summary>
[InProcess]
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private const int Count = 10_000;

    private readonly LineAnswerer _answerer = new(hasChannels: false);
    private readonly AnswerBuffer _answers = new();
    private HelperState _state = null!;
    private SnapshotFacts _facts = null!;
    private byte[][] _lines = [];
    private byte[][] _hosts = [];
    private (string Login, string Address, string? Mac)[] _who = [];
    private AccessQuery[] _queries = [];

    [GlobalSetup]
    public void Setup()
    {
        using var school = new HelperSchool();
        _facts = SnapshotReader.Read(school.Snapshot, TimeProvider.System.GetUtcNow()).Facts!;
        _state = new HelperState(_facts);
        var questions = school.Questions(Count);
        _lines = Array.ConvertAll(questions, Encoding.ASCII.GetBytes);
        var words = Array.ConvertAll(questions, q => q.Split(' '));
        _hosts = Array.ConvertAll(words, w => Encoding.ASCII.GetBytes(w[3]));
        _who = Array.ConvertAll(words, w => (Uri.UnescapeDataString(w[0]).ToLowerInvariant(), w[1], w[2] is "-" or "00:00:00:00:00:00" ? null : w[2]));
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        var blocked = _facts.Access.Catalogue.Match("www.facebook.com");
        _queries = Array.ConvertAll(_who, w => _facts.Devices.Resolve(w.Address, w.Mac, now) is var d ? new AccessQuery(w.Login, d.Class, d.Name, blocked, now) : default);
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Decide, a service's host")]
    public int Decision()
    {
        var allowed = 0;
        foreach (ref readonly var query in _queries.AsSpan())
        {
            allowed += _facts.Access.Decide(query).Allowed ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "host, device and decision, a day's mix")]
    public int Whole()
    {
        var allowed = 0;
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        for (var i = 0; i < _hosts.Length; i++)
        {
            var (login, address, mac) = _who[i];
            allowed += _state.Decide(login, address, mac, _hosts[i], now).Allowed ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "answer to a line, a day's mix")]
    public int Answer()
    {
        _answers.Clear();
        foreach (var line in _lines)
        {
            _answerer.Answer(line, _state, TimeProvider.System.GetUtcNow().UtcTicks, _answers);
        }

        return _answers.Length;
    }
}
