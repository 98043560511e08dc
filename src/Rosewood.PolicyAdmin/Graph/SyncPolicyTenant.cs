using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Sync;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>
/// Fetches from the school's Microsoft 365 tenant what is new since the last time: people, devices, sign-ins, message traces, inbox rules,
/// and where it is asked for, changes in the directory. It is kept sealed in the workspace, a file for each day; whoever is interrupted goes on where it stopped.
/// Nothing in the roster or the inventory changes by it: see Import-PolicyPerson -FromTenant and Import-PolicyDevice -FromTenant.
/// </summary>
/// <example><code>Sync-PolicyTenant</code>Fetches all that policy.json names in tenant.sources, or every source but the directory's audit log where it names none.</example>
/// <example><code>Sync-PolicyTenant -Source SignIns,NonInteractiveSignIns -From 2026-11-02</code>Only sign-ins, from that day on.</example>
public sealed class SyncPolicyTenant : PolicyRequest
{
    /// <summary>What to fetch. Default: tenant.sources in policy.json, or everything but DirectoryAudits, which no other command reads.</summary>
    public TenantSource[] Source { get; set; } = [];

    /// <summary>Fetch from this day on (whole days, UTC). Default: as far back as the service keeps records, 30 days of sign-ins and 90 of message traces.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Fetch until this day. Default: now.</summary>
    public TimeInput? To { get; set; }
}

internal sealed class SyncPolicyTenantHandler : CommandHandler<SyncPolicyTenant>
{
    public override async Task HandleAsync(SyncPolicyTenant request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone);
        var to = request.To?.ToEnd(zone);
        if (from is not null && to is not null && to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var config = context.Config.Tenant ?? throw TenantFaults.NotConfigured().ToException();
        IReadOnlyList<TenantSource> wanted = request.Source.Length > 0 ? request.Source : TenantSources.Of(config);
        var sources = wanted.Distinct().Order().ToList();
        if (sink.ShouldProcess(config.TenantId, $"Fetch {string.Join(", ", sources)} into the workspace"))
        {
            await new TenantSync(context, sink).RunAsync(sources, from, to, cancellationToken);
        }
    }
}
