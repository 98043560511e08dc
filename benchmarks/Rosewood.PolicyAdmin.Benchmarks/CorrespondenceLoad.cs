using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// Find-UnofficialCorrespondence over a large trace in which private mailboxes that nobody knows, as of spammers, write to a school: how long it
/// takes and how much memory. The roster and the families are a simulated school's; the trace is written row by row.
/// </summary>
internal static class CorrespondenceLoad
{
    private const int Staff = 120;
    private const int Families = 300;
    private static readonly string[] Domains = ["gmail.com", "outlook.com", "yahoo.co.uk", "icloud.com", "sky.com"];

    public static void Run(int rows, int strangers)
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-load-").FullName;
        try
        {
            var trace = Path.Combine(folder, "load.csv");
            var addresses = Prepare(folder);
            Write(trace, rows, strangers, addresses);
            GC.Collect();
            var paths = new WorkspacePaths(Directory.CreateDirectory(Path.Combine(folder, "workspace")).FullName);
            using var workspace = new PolicyWorkspace(paths, new PolicyConfig { School = new SchoolConfig("Rosewood", ["rosewood.example"], []), SchoolDay = new SchoolDayConfig([], [], []) }, PolicyStore.Open(paths.Store, create: true));
            Do(workspace, new ImportPolicyPerson { Path = Path.Combine(folder, "staff.csv") });
            Do(workspace, new ImportFamilyContact { Path = Path.Combine(folder, "families.csv") });
            GC.Collect();
            var before = Process.GetCurrentProcess().WorkingSet64;
            var watch = Stopwatch.StartNew();
            var findings = Do(workspace, new FindUnofficialCorrespondence { MessageTrace = [trace], IncludePossible = true });
            watch.Stop();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rows:N0} rows, {new FileInfo(trace).Length / 1e6:N0} MB, {strangers:N0} strangers, {Staff} staff: {watch.Elapsed.TotalSeconds:0.0} s, {findings} findings; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB ({before / 1e6:N0} MB before it read)"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes the registers, and gives the school's addresses.</summary>
    private static List<string> Prepare(string folder)
    {
        var mail = MailScenario.Realistic(1, Staff, Families, 1).Build();
        mail.WriteTo(folder);
        return [.. mail.Staff.Select(p => p.SchoolAddress)];
    }

    /// <summary>Strangers write to staff; each has a name, as most have, some of them with a surname of the staff's.</summary>
    private static void Write(string path, int rows, int strangers, List<string> staff)
    {
        string[] first = ["oliver", "amelia", "harry", "isla", "jack", "ava", "noah", "freya", "leo", "poppy", "theo", "elsie", "luca", "maya", "arlo", "ruby"];
        string[] last = [.. staff.Select(s => s[(s.IndexOf('.', StringComparison.Ordinal) + 1)..s.IndexOf('@', StringComparison.Ordinal)]).Take(4), .. Enumerable.Range(0, 300).Select(i => "" + (char)('a' + (i % 26)) + (char)('a' + (i * 7 % 26)) + "rton" + (char)('a' + (i / 26)))];
        var at = new DateTimeOffset(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        file.Write("date_time_utc,sender_address,recipient_address,message_id,status,message_subject\n");
        for (var i = 0; i < rows; i++)
        {
            var n = (int)(i * 2_654_435_761L % strangers);
            var name = $"{first[n % first.Length]}.{last[n / first.Length % last.Length]}{n.ToString(CultureInfo.InvariantCulture)}";
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{at.AddSeconds(i * 6):yyyy-MM-ddTHH:mm:ssZ},{name}@{Domains[n % Domains.Length]},{staff[i % staff.Count]},<{i}@mail.example>,Delivered,Offer of the day {i % 977}\n"));
        }
    }

    private static int Do(PolicyWorkspace workspace, PolicyRequest request)
    {
        var command = CommandTable.For(request.GetType());
        var sink = new CountingSink();
        request.Validate();
        var context = new CommandContext(command.Name, new Operator("bench", Person: null, RoleSet.Of(Role.Technician)), new Clock(), workspace);
        command.CreateHandler().HandleAsync(request, context, sink, CancellationToken.None).GetAwaiter().GetResult();
        return sink.Count;
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 20, 9, 0, 0, TimeSpan.Zero);
    }

    private sealed class CountingSink : ICommandSink
    {
        public int Count { get; private set; }

        public void Write(object value) => Count++;

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
