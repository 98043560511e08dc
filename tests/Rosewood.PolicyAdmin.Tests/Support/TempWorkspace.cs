using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>A workspace in a folder of its own, with a clock that tests move; deleted afterwards.</summary>
public sealed class TempWorkspace : IDisposable
{
    public TempWorkspace(PolicyConfig? config = null, string now = "2026-11-24T09:00:00+00:00")
    {
        Folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
        Clock = new FixedClock(now);
        var paths = new WorkspacePaths(Folder);
        Workspace = new PolicyWorkspace(paths, config ?? TestConfig.School, PolicyStore.Open(paths.Store, create: true));
    }

    public string Folder { get; }

    public FixedClock Clock { get; }

    public PolicyWorkspace Workspace { get; private set; }

    public PolicyStore Store => Workspace.Store;

    public static Operator Technician { get; } = new("it.tech", Person: null, RoleSet.Of(Role.Technician));

    public CommandContext Context(string command, Operator? op = null) => new(command, op ?? Technician, Clock, Workspace);

    /// <summary>Runs a request's handler as an operator (a technician unless told).</summary>
    public async Task<RecordingSink> RunAsync(PolicyRequest request, Operator? op = null, RecordingSink? sink = null)
    {
        sink ??= new RecordingSink();
        request.Validate();
        var command = CommandTable.For(request.GetType());
        await command.CreateHandler().HandleAsync(request, Context(command.Name, op), sink, CancellationToken.None);
        return sink;
    }

    public async Task<Fault> FaultOfAsync(PolicyRequest request, Operator? op = null) =>
        (await Should.ThrowAsync<FaultException>(() => RunAsync(request, op))).Fault;

    /// <summary>Writes a file into the workspace's folder and gives its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
