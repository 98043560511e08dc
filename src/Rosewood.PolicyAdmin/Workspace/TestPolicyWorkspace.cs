using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Checks that the workspace is in order: each check green, amber or red, with a remedy. Works on a broken workspace too.</summary>
/// <example><code>Test-PolicyWorkspace</code>Every check of the workspace, with a remedy where one fails.</example>
/// <example><code>Test-PolicyWorkspace -Workspace ./policy</code>The same for a workspace in another folder.</example>
public sealed class TestPolicyWorkspace : PolicyRequest
{
}

/// <summary>Runs <see cref="TestPolicyWorkspace"/>.</summary>
internal sealed class TestPolicyWorkspaceHandler : CommandHandler<TestPolicyWorkspace>
{
    public override Task HandleAsync(TestPolicyWorkspace request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var paths = new WorkspacePaths(WorkspaceLocator.Locate(context.WorkspacePath));
        if (!Directory.Exists(paths.Root))
        {
            sink.Write(HealthCheck.Bad("Folder", $"There is no folder {paths.Root}.", "Make a workspace with Initialize-PolicyWorkspace, or name it with -Workspace or ROSEWOOD_WORKSPACE."));
            return Task.CompletedTask;
        }

        using var subject = HealthSubject.Open(paths);
        RequireRecognised(subject, context);
        foreach (var check in Checks(subject, context))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(check);
        }

        return Task.CompletedTask;
    }

    /// <summary>Where the store opens, it says who may look; where it doesn't, only what the file system shows is told.</summary>
    private static void RequireRecognised(HealthSubject subject, CommandContext context)
    {
        if (subject.Store is { } store && HealthSubject.Try(() => OperatorDirectory.Recognise(store, context.Operator.Account, context.Now, subject.Workspace?.Zone ?? TimeZoneInfo.Utc)).Value is { } op)
        {
            OperatorRights.Require(op, CommandTable.Readers, context.Command);
        }
    }

    private static IEnumerable<HealthCheck> Checks(HealthSubject subject, CommandContext context)
    {
        yield return HealthCheck.Good("Folder", subject.Paths.Root);
        yield return Guarded("File rights", () => FileChecks.FileRights(subject.Paths));
        yield return Guarded("Disk space", () => FileChecks.DiskSpace(subject.Paths));
        yield return subject.ConfigFault is { } fault
            ? Failed("Configuration", fault)
            : HealthCheck.Good("Configuration", $"policy.json of {subject.Config!.School.Name} is read and sound.");
        foreach (var check in OfConfig(subject, context).Concat(OfStore(subject, context)).Concat(OfWorkspace(subject, context)))
        {
            yield return check;
        }
    }

    private static IEnumerable<HealthCheck> OfConfig(HealthSubject subject, CommandContext context)
    {
        if (subject.Config is { } config)
        {
            yield return ConfigChecks.Timetable(config, Today(config, context));
            yield return ConfigChecks.School(config);
            yield return ConfigChecks.Networks(config);
            yield return ConfigChecks.Targets(config);
            yield return ConfigChecks.Tenant(config);
        }
    }

    private static IEnumerable<HealthCheck> OfStore(HealthSubject subject, CommandContext context)
    {
        if (subject.Store is not { } store)
        {
            yield return Failed("Store", subject.StoreFault!);
            yield break;
        }

        yield return Guarded("Store", () => StoreChecks.Integrity(store));
        yield return Guarded("Audit trail", () => StoreChecks.AuditTrail(store));
        yield return Guarded("Clock", () => StoreChecks.Clock(store, context.Now));
        yield return Guarded("Inventory", () => StoreChecks.Inventory(store, context.Now));
        yield return Guarded("Retention", () => RetentionChecks.Runs(store, context.Now, context.Workspace.Zone));
    }

    private static IEnumerable<HealthCheck> OfWorkspace(HealthSubject subject, CommandContext context)
    {
        if (subject.Workspace is not { } workspace)
        {
            yield break;
        }

        var open = new CommandContext(context.Command, context.Operator, context.Clock, workspace);
        var (roster, fault) = HealthSubject.Try(() => RosterChecks.All(open, Today(workspace.Config, context)).ToList());
        foreach (var check in roster ?? [Failed("Roster", fault!)])
        {
            yield return check;
        }

        yield return Guarded("Catalogue", () => CatalogueChecks.Readable(open));
        var (live, liveFault) = HealthSubject.Try(() => LiveBlockChecks.All(open).ToList());
        foreach (var check in live ?? [Failed(LiveBlockChecks.Name, liveFault!)])
        {
            yield return check;
        }

        var (blocks, blocksFault) = HealthSubject.Try(() => BlockChecks.All(open).ToList());
        foreach (var check in blocks ?? [Failed("Block", blocksFault!)])
        {
            yield return check;
        }

        yield return Guarded("Log freshness", () => LogChecks.Freshness(open));
        yield return Guarded("Log gaps", () => LogChecks.Gaps(open));
        yield return Guarded("Tenant records", () => TenantChecks.Freshness(open));
        yield return Guarded("Reminders", () => ReminderChecks.Due(open));
        yield return Guarded(ReportScheduleChecks.Name, () => ReportScheduleChecks.Missed(open));
    }

    private static DateOnly Today(PolicyConfig config, CommandContext context) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, SchoolZone.Find(config.School.TimeZone)).DateTime);

    private static HealthCheck Guarded(string name, Func<HealthCheck> check)
    {
        var (result, fault) = HealthSubject.Try(check);
        return result ?? Failed(name, fault!);
    }

    private static HealthCheck Failed(string name, Fault fault) => HealthCheck.Bad(name, fault.Message, Remedy(fault));

    /// <summary>What to do about a check that could not be made, in words.</summary>
    internal static string Remedy(Fault fault) => fault.Id switch
    {
        "ConfigInvalid" => "Correct policy.json as the problems say.",
        "FileNotFound" => "Restore the file that is named from the last backup.",
        "StoreMissing" => "Restore store.db from the last backup; or begin anew in an empty folder, with Initialize-PolicyWorkspace -Path.",
        "StoreCorrupt" => "Restore store.db from the last backup.",
        "AccessDenied" or "StoreReadOnly" or "StoreCantOpen" => "Run the command as the account that owns the workspace, or give the folder and its files back to that account.",
        "DiskFull" => "Free some space on the workspace's disk, and run the command again.",
        "FileUnavailable" or "StoreIo" => "Check the disk, and that no other program holds the file; then run the command again.",
        "StoreBusy" => "Wait until the other command has ended, and run this one again.",
        "StoreTooNew" => "Install the version of this program that wrote the store, or a newer one.",
        "StoreNotOurs" => "Check the workspace's path; if it is right, restore store.db from the last backup.",
        _ => "Do what the detail says, and run the command again. If it stays, report it with the detail.",
    };
}
