using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Shows where the evidence has holes: times without lines, logs gone quiet, clocks set back, traffic that shows no user or host.</summary>
/// <example><code>Get-FirewallLogCoverage</code>The last 28 days.</example>
/// <example><code>Get-FirewallLogCoverage -From 2026-11-09 -To 2026-11-20</code>A fortnight.</example>
public sealed class GetFirewallLogCoverage : PolicyRequest
{
    /// <summary>The beginning, school local time. Default: 28 days before the end.</summary>
    public TimeInput? From { get; set; }

    /// <summary>The end; a date alone includes that day. Default: now.</summary>
    public TimeInput? To { get; set; }
}

internal sealed class GetFirewallLogCoverageHandler : CommandHandler<GetFirewallLogCoverage>
{
    private const int DefaultDays = 28;

    public override Task HandleAsync(GetFirewallLogCoverage request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var to = request.To?.ToEnd(zone) ?? context.Now;
        var from = request.From?.ToStart(zone) ?? to.AddDays(-DefaultDays);
        if (to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        foreach (var finding in CoverageReader.Read(context, from, to))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(finding);
        }

        return Task.CompletedTask;
    }
}
