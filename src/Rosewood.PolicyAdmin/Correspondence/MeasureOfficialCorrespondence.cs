using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>
/// Measures how teams correspond with families: how much goes by official mail, and how much with personal addresses as far as the school's
/// systems see it (COM-1). A team is who holds a role; counts under five are suppressed, also where a total would give them away. Private
/// channels cannot be seen: a high share is no proof that there are none.
/// </summary>
/// <example><code>Measure-OfficialCorrespondence -MessageTrace trace.csv</code>Over all of the trace.</example>
/// <example><code>Measure-OfficialCorrespondence -MessageTrace trace.csv -MessageHeader headers.json -From 2026-11-02 -To 2026-11-20</code>Over three weeks, with headers, which show more personal addresses.</example>
/// <example><code>Measure-OfficialCorrespondence -FromTenant</code>Over the message traces that Sync-PolicyTenant fetched.</example>
public sealed class MeasureOfficialCorrespondence : PolicyRequest
{
    /// <summary>Message traces, as for Find-UnofficialCorrespondence.</summary>
    [FilePath]
    public string[] MessageTrace { get; set; } = [];

    /// <summary>Messages' headers, as for Find-UnofficialCorrespondence.</summary>
    [FilePath]
    public string[] MessageHeader { get; set; } = [];

    /// <summary>Also the message traces that Sync-PolicyTenant fetched.</summary>
    public bool FromTenant { get; set; }

    /// <summary>Messages count from here, school local time. Default: everything.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Messages count until here; a date alone includes that day. Default: everything.</summary>
    public TimeInput? To { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (MessageTrace.Length == 0 && !FromTenant)
        {
            throw new Fault("PathRequired", FaultKind.InvalidArgument, "MessageTrace", "No message trace was named. Give it with -MessageTrace, such as -MessageTrace trace.csv, or take those that Sync-PolicyTenant fetched with -FromTenant.").ToException();
        }
    }
}

internal sealed class MeasureOfficialCorrespondenceHandler : CommandHandler<MeasureOfficialCorrespondence>
{
    public override Task HandleAsync(MeasureOfficialCorrespondence request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone);
        var to = request.To?.ToEnd(zone);
        if (from is not null && to is not null && to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var people = context.LoadPeople();
        var material = new CorrespondenceMaterial(context, people);
        material.ReadTraces(request.MessageTrace, sink, cancellationToken);
        material.ReadHeaders(request.MessageHeader, sink, cancellationToken);
        if (request.FromTenant)
        {
            TenantAge.Tell(material.ReadTenantTraces(sink, cancellationToken) ?? throw TenantFaults.NeverSynchronised("Message traces", TenantSource.MessageTraces).ToException(), context, sink);
        }

        var measure = new TeamMeasure(material.Picture);
        measure.Count(from?.UtcTicks ?? long.MinValue, to?.UtcTicks ?? long.MaxValue);
        var teams = measure.Teams().ToList();
        teams.ForEach(sink.Write);
        sink.Warn("Private channels cannot be seen: mail between private mailboxes, and messages by other means, never pass the school. Personal addresses are counted where the school's own systems saw them.");
        if (teams.Exists(static t => t.People is null || t.Sent is null || t.Received is null))
        {
            sink.Warn($"Counts under {SmallCells.Least}, and what would tell them, are left empty, so that nobody is known by a number.");
        }

        if (material.Families.Addresses == 0)
        {
            sink.Warn("No address of any family is recorded, so no correspondence with families can be recognised: import them with Import-FamilyContact.");
        }

        return Task.CompletedTask;
    }
}
