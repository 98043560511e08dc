using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>A workspace on disk as Initialize-PolicyWorkspace makes it, driven through <see cref="CommandRunner"/> as hosts do.</summary>
public sealed class DiskWorkspace : IDisposable
{
    public const string Account = "it.tech";

    private readonly string _parent = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    public DiskWorkspace(string now = "2026-11-24T09:00:00+00:00")
    {
        Clock = new FixedClock(now);
        Paths = new WorkspacePaths(Path.Combine(_parent, "workspace"));
        Run(new InitializePolicyWorkspace { SchoolName = "Rosewood Free School" });
    }

    public FixedClock Clock { get; }

    public WorkspacePaths Paths { get; }

    public RecordingSink Run(PolicyRequest request, string account = Account, RecordingSink? sink = null)
    {
        sink ??= new RecordingSink();
        CommandRunner.RunAsync(request, new CommandHost(Paths.Root, Clock, account), sink, CancellationToken.None).GetAwaiter().GetResult();
        return sink;
    }

    public Fault FaultOf(PolicyRequest request, string account = Account) => Should.Throw<FaultException>(() => Run(request, account)).Fault;

    /// <summary>Works on the store while no command does.</summary>
    public void WithStore(Action<PolicyStore> action)
    {
        using var store = PolicyStore.Open(Paths.Store);
        action(store);
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
