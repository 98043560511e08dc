namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The files of a workspace.</summary>
/// <param name="Root">Its folder, absolute.</param>
public sealed record WorkspacePaths(string Root)
{
    /// <summary>The configuration that people edit.</summary>
    public string Config => Path.Combine(Root, "policy.json");

    /// <summary>The configuration's JSON Schema, beside it for editors.</summary>
    public string Schema => Path.Combine(Root, "policy.schema.json");

    /// <summary>The store.</summary>
    public string Store => Path.Combine(Root, "store.db");

    /// <summary>Reports.</summary>
    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Block lists.</summary>
    public string Feeds => Path.Combine(Root, "feeds");

    /// <summary>Keys that are kept apart from what they protect.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The key by which the addresses and phone numbers of families are hashed; outside the store, and in no copy of it.</summary>
    public string ContactKey => Path.Combine(Keys, "contact.key");

    /// <summary>Held while an import runs.</summary>
    public string ImportLock => Path.Combine(Root, "import.lock");

    /// <summary>Held while a report is sent.</summary>
    public string SendLock => Path.Combine(Root, "send.lock");

    /// <summary>Held while scheduled reports are made.</summary>
    public string ScheduleLock => Path.Combine(Root, "schedule.lock");

    /// <summary>Definitions of timers, for the system's own scheduler.</summary>
    public string Schedules => Path.Combine(Root, "schedules");

    /// <summary>What went wrong with a scheduled report, where no mail can tell it.</summary>
    public string ReportAlert => Path.Combine(Root, "report-alert.txt");

    /// <summary>Held while a publication runs.</summary>
    public string PublishLock => Path.Combine(Root, "publish.lock");
}
