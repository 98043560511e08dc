using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>A workspace in a folder of its own, with a clock that tests move; deleted afterwards.</summary>
public sealed class TempWorkspace : IDisposable
{
    private const string Start = "2026-11-24T09:00:00+00:00";

    public TempWorkspace(PolicyConfig? config = null, string now = Start)
        : this(Directory.CreateTempSubdirectory("rosewood-test-").FullName, config ?? TestConfig.School, now)
    {
    }

    private TempWorkspace(string folder, PolicyConfig config, string now)
    {
        Folder = folder;
        Clock = new FixedClock(now);
        var paths = new WorkspacePaths(Folder);
        Workspace = new PolicyWorkspace(paths, config, PolicyStore.Open(paths.Store, create: true));
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

    /// <summary>A workspace of its own that begins as this one stands, which is closed first: copies may be taken, and nothing else done.</summary>
    public TempWorkspace Copy()
    {
        Workspace.Dispose();
        var folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new TempWorkspace(folder, Workspace.Config, Start);
    }

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
