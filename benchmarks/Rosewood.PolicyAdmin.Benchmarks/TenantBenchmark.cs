using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// A first sync of a large school from the test tenant: sign-ins and message traces, 5% of the requests throttled and 1% broken, within the
/// documented limits, whose windows pass faster by a factor. It ends with what a real service would take: the windows at their real length.
/// What lies sealed is read back and held against the tenant, record by record, and so are the limits.
/// </summary>
internal static class TenantBenchmark
{
    /// <summary>Runs it.</summary>
    /// <returns>Whether every record came once and no limit was passed.</returns>
    public static bool Run(int signIns, int traces, int speed) => RunAsync(signIns, traces, speed).GetAwaiter().GetResult();

    private static async Task<bool> RunAsync(int signIns, int traces, int speed)
    {
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var clock = new ScaledClock(now, speed);
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions
        {
            Clock = clock,
            AcceptAnonymous = true,
            EnforceBudgets = true,
            BudgetSpeed = speed,
            Faults = new FaultPlan
            {
                RetryAfterSeconds = 1,
                Shares = new Dictionary<Rosewood.Tenancy.FaultKind, double>
                {
                    [Rosewood.Tenancy.FaultKind.Throttled] = 0.05,
                    [Rosewood.Tenancy.FaultKind.CutInside] = 0.004,
                    [Rosewood.Tenancy.FaultKind.Truncated] = 0.003,
                    [Rosewood.Tenancy.FaultKind.ExpiredSkipToken] = 0.003,
                },
            },
        });
        tenant.Directory.AddUsers(300);
        tenant.SignIns.Generate(signIns, now.AddDays(-29), now.AddMinutes(-5));
        tenant.Traces.Generate(traces, now.AddDays(-29), now.AddMinutes(-5));
        var folder = Directory.CreateTempSubdirectory("rosewood-bench-").FullName;
        try
        {
            var config = new PolicyConfig
            {
                School = new SchoolConfig("Rosewood", ["rosewood.example"], []),
                SchoolDay = new SchoolDayConfig([], [], []),
                Tenant = new TenantConfig { TenantId = tenant.Options.TenantId, ClientId = Guid.Parse(tenant.Options.ClientId), GraphBaseUrl = new Uri(tenant.BaseUrl) },
            };
            var paths = new WorkspacePaths(folder);
            using var workspace = new PolicyWorkspace(paths, config, PolicyStore.Open(paths.Store, create: true));
            var context = new CommandContext("Sync-PolicyTenant", new Operator("bench", Person: null, RoleSet.Of(Role.Technician)), clock, workspace);
            var sink = new BenchSink();
            var watch = Stopwatch.StartNew();
            await CommandTable.For(typeof(SyncPolicyTenant)).CreateHandler().HandleAsync(
                new SyncPolicyTenant { Source = [TenantSource.SignIns, TenantSource.MessageTraces], From = new TimeInput(now.AddDays(-29)) }, context, sink, CancellationToken.None);
            watch.Stop();
            foreach (var result in sink.Results)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Source}: {result.Fetched:N0} records, {result.Requests} requests, {result.Throttled} throttled, {result.Elapsed.TotalSeconds:0} s at the limits' real length"));
            }

            var bytes = Directory.EnumerateFiles(Path.Combine(folder, "tenant"), "*.sealed", SearchOption.AllDirectories).Sum(static f => new FileInfo(f).Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whole: {watch.Elapsed.TotalSeconds:0.0} s with windows {speed} times as fast; {bytes / 1_000_000.0:0.0} MB sealed; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB, the tenant included"));

            var slices = new TenantSlices(new TenantPaths(paths));
            var isWhole = IsSame("SignIns", Ids(slices, TenantSource.SignIns, "id"), tenant.SignIns.All.Where(static s => s.IsInteractive).Select(static s => s.Id));
            isWhole &= IsSame("MessageTraces", Ids(slices, TenantSource.MessageTraces, "id", "recipientAddress"), tenant.Traces.All.Select(static t => $"{t.Id} {t.Recipient}"));
            isWhole &= IsWithin(tenant, "reports", 5, TimeSpan.FromSeconds(10) / speed);
            return isWhole & IsWithin(tenant, "messageTraces", 100, TimeSpan.FromMinutes(5) / speed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Ids(TenantSlices slices, TenantSource source, params string[] names)
    {
        var ids = new List<string>();
        foreach (var slice in slices.Of(source))
        {
            using var text = new StreamReader(slices.Open(slice));
            while (text.ReadLine() is { } line)
            {
                using var record = JsonDocument.Parse(line);
                ids.Add(string.Join(' ', names.Select(n => record.RootElement.GetProperty(n).GetString())));
            }
        }

        return ids;
    }

    private static bool IsSame(string source, List<string> kept, IEnumerable<string> all)
    {
        kept.Sort(StringComparer.Ordinal);
        var there = all.Order(StringComparer.Ordinal).ToList();
        var isSame = kept.SequenceEqual(there, StringComparer.Ordinal);
        var distinct = kept.ToHashSet(StringComparer.Ordinal);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{source} read back: {(isSame ? "every record of the tenant, once" : $"DIFFERENT: {there.Count(i => !distinct.Contains(i)):N0} missing, {kept.Count - distinct.Count:N0} doubled, {distinct.Except(there, StringComparer.Ordinal).Count():N0} unknown")}"));
        return isSame;
    }

    private static bool IsWithin(TestTenant tenant, string service, int limit, TimeSpan window)
    {
        var most = tenant.Requests.MostWithin(service, window);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service}: at most {most} requests in a window of {limit}{(most <= limit ? "" : ": TOO MANY")}"));
        return most <= limit;
    }

    private sealed class ScaledClock(DateTimeOffset now, int speed) : TimeProvider
    {
        public override long TimestampFrequency => System.TimestampFrequency / speed;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => System.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.FromMilliseconds(Math.Ceiling(dueTime.TotalMilliseconds / speed)), period);
    }

    private sealed class BenchSink : ICommandSink
    {
        public List<SyncResult> Results { get; } = [];

        public void Write(object value) => Results.Add((SyncResult)value);

        public void Warn(string message) => Console.WriteLine(message);

        public void Report(Fault fault) => throw fault.ToException();

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
