namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Where blocks are put into force.</summary>
public sealed record EnforcementConfig
{
    /// <summary>The targets, by unique name.</summary>
    public IReadOnlyList<EnforcementTargetConfig> Targets { get; init; } = [];

    /// <summary>Whom people ask who meet a block: a name, a room, a number; shown on the deny page.</summary>
    public string? Contact { get; init; }

    /// <summary>What runs <c>Publish-SocialMediaBlock -Due</c> when a published target has to change by itself.</summary>
    public PublishScheduler Scheduler { get; init; } = PublishScheduler.None;
}

/// <summary>What starts the next needed publication.</summary>
public enum PublishScheduler
{
    /// <summary>Nothing of ours: the school runs <c>Publish-SocialMediaBlock -Due</c> by its own means.</summary>
    None,

    /// <summary>A systemd timer.</summary>
    Systemd,
}
