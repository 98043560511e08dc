using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>Runs an import as the console does, into a workspace of its own.</summary>
internal static class ImportHarness
{
    public static async Task<int> RunAsync(string folder, string log)
    {
        Directory.CreateDirectory(folder);
        var paths = new WorkspacePaths(folder);
        var config = new PolicyConfig
        {
            School = new SchoolConfig("Benchmark", [], []),
            SchoolDay = new SchoolDayConfig([], [], []),
        };
        using var workspace = new PolicyWorkspace(paths, config, PolicyStore.Open(paths.Store, create: true));
        var context = new CommandContext("Import-FirewallLog", new Operator("benchmark", Person: null, RoleSet.Of(Role.Technician)), TimeProvider.System, workspace);
        await new ImportFirewallLogHandler().HandleAsync(new ImportFirewallLog { Path = [log] }, context, new ConsoleSink(), CancellationToken.None);
        return 0;
    }

    private sealed class ConsoleSink : ICommandSink
    {
        public void Write(object value)
        {
            var import = (LogImport)value;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Lines} lines, {import.Matched} matched, {import.Malformed} malformed, {import.Visits} visits, {import.BytesPerSecond / 1e6:0} MB/s"));
        }

        public void Warn(string message) => Console.Error.WriteLine(message);

        public void Report(Fault fault) => Console.Error.WriteLine(fault.Message);

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
