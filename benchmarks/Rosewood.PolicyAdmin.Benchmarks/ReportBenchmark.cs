using System.Diagnostics;
using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>How long reports take in a school with a year of visits: the last week, which is compared with the week before and with three terms, and the whole year.</summary>
internal static class ReportBenchmark
{
    private static readonly DateTimeOffset Now = new(2027, 7, 19, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Services = ["Facebook", "Instagram", "TikTok", "Snapchat", "YouTube", "X", "LinkedIn", "Pinterest"];

    public static void Run(int visits, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-benchmark-").FullName;
        try
        {
            var workspace = Path.Combine(folder, "workspace");
            Execute(new InitializePolicyWorkspace { Path = workspace, SchoolName = "Rosewood Free School", Sample = true }, workspace);
            Fill(workspace, visits);
            var before = Peak();
            foreach (var (name, request) in ((string, Func<NewPolicyComplianceReport>)[])
                [
                    ("the last week, against three terms", static () => new NewPolicyComplianceReport { Period = ReportPeriodKind.LastWeek }),
                    ("the whole year", static () => new NewPolicyComplianceReport { From = new TimeInput("2026-08-01"), To = new TimeInput("2027-07-18") }),
                ])
            {
                var times = new List<double>();
                for (var round = 0; round < rounds; round++)
                {
                    var watch = Stopwatch.StartNew();
                    Execute(request(), workspace);
                    times.Add(watch.Elapsed.TotalSeconds);
                }

                times.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: median {times[times.Count / 2]:0.00} s of {rounds}, best {times[0]:0.00} s; {visits:N0} visits; peak {Peak() >> 20} MB (before: {before >> 20} MB)"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Visits of staff, in working hours of every day of the year, holidays too.</summary>
    private static void Fill(string workspace, int visits)
    {
        using var open = WorkspaceLocator.Open(workspace);
        var context = new CommandContext("Measure-Nothing", new Operator("it", Person: null, RoleSet.None), new Still(), open);
        var logins = context.LoadPeople().All(Now.UtcTicks).Select(static p => p.LoginNames.Count > 0 ? p.LoginNames[0] : p.UserPrincipalName).ToList();
        var random = new Random(20261124);
        using var transaction = open.Store.Connection.BeginTransaction();
        using var command = open.Store.Connection.Prepare(
            "INSERT INTO visit (user, address, device, service, start_at, end_at, last_start, hits, bytes, person_allowed, person_blocked, media, embedded, outside_referrer, background, shared, smallest_hit, largest_hit, gap_squares) "
            + "VALUES ($user, $address, NULL, $service, $start, $end, $end, 9, 40000, 5, 0, 2, 1, 0, 1, 0, 50, 9000, 0)",
            ("$user", ""),
            ("$address", ""),
            ("$service", ""),
            ("$start", 0L),
            ("$end", 0L));
        command.Transaction = transaction;
        // In the order in which logs bring them.
        foreach (var start in Enumerable.Range(0, visits).Select(_ => Now.Date.AddDays(-1 - random.Next(350)).AddHours(7).AddSeconds(random.Next(10 * 3600)).Ticks).Order())
        {
            command.Parameters["$user"].Value = logins[random.Next(logins.Count)];
            command.Parameters["$address"].Value = string.Create(CultureInfo.InvariantCulture, $"10.20.{random.Next(4)}.{random.Next(1, 250)}");
            command.Parameters["$service"].Value = Services[random.Next(Services.Length)];
            command.Parameters["$start"].Value = start;
            command.Parameters["$end"].Value = start + (random.Next(1, 20) * TimeSpan.TicksPerMinute);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static void Execute(PolicyRequest request, string workspace) =>
        CommandRunner.RunAsync(request, new CommandHost(workspace, new Still(), "t.obrien"), new NoSink(), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>A clock that stands.</summary>
    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class NoSink : ICommandSink
    {
        public void Write(object value)
        {
        }

        public void Warn(string message)
        {
        }

        public void Report(Fault fault) => throw fault.ToException();

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
