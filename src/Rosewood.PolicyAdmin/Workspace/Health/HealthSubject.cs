using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>A workspace that may be broken, with as much of it open as can be opened.</summary>
internal sealed class HealthSubject : IDisposable
{
    private HealthSubject(WorkspacePaths paths, PolicyConfig? config, string? configText, Fault? configFault, PolicyStore? store, Fault? storeFault)
    {
        Paths = paths;
        Config = config;
        ConfigFault = configFault;
        Store = store;
        StoreFault = storeFault;
        if (config is not null && store is not null)
        {
            Workspace = new PolicyWorkspace(paths, config, store) { ConfigText = configText };
        }
    }

    public WorkspacePaths Paths { get; }

    public PolicyConfig? Config { get; }

    /// <summary>Why the configuration can't be read.</summary>
    public Fault? ConfigFault { get; }

    public PolicyStore? Store { get; }

    /// <summary>Why the store can't be opened.</summary>
    public Fault? StoreFault { get; }

    /// <summary>The workspace, when both are sound.</summary>
    public PolicyWorkspace? Workspace { get; }

    public static HealthSubject Open(WorkspacePaths paths)
    {
        string? text = null;
        var (config, configFault) = Try(() => PolicyConfigReader.Read(paths.Config, out text));
        var (store, storeFault) = Try(() => PolicyStore.Open(paths.Store));
        return new HealthSubject(paths, config, text, configFault, store, storeFault);
    }

    public void Dispose() => Store?.Dispose();

    /// <summary>What a step gives, or the fault that it ends in.</summary>
    public static (T? Value, Fault? Fault) Try<T>(Func<T> step)
    {
        try
        {
            return (step(), null);
        }
        catch (FaultException e)
        {
            return (default, e.Fault);
        }
        catch (Exception e) when (CommandFaults.From(e) is { } fault)
        {
            return (default, fault);
        }
    }
}
