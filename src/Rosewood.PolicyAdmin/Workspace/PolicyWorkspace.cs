using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>An open workspace: its folder, configuration and store.</summary>
public sealed class PolicyWorkspace : IDisposable
{
    /// <summary>Puts an open workspace together.</summary>
    public PolicyWorkspace(WorkspacePaths paths, PolicyConfig config, PolicyStore store)
    {
        Paths = paths;
        Config = config;
        Store = store;
        Zone = SchoolZone.Find(config.School.TimeZone);
    }

    /// <summary>The files.</summary>
    public WorkspacePaths Paths { get; }

    /// <summary>The configuration.</summary>
    public PolicyConfig Config { get; }

    /// <summary>The text that <see cref="Config"/> was read from; null where it came from no file.</summary>
    public string? ConfigText { get; init; }

    /// <summary>The store.</summary>
    public PolicyStore Store { get; }

    /// <summary>The school's time zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
