using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// Shows incidents as they stand, or all that was recorded about them. SLT and the safeguarding lead see all but those that concern
/// themselves; a technician sees id, type and status of those that they opened; the data protection officer gets counts. That somebody
/// looked is in the audit trail.
/// </summary>
/// <example><code>Get-PolicyIncident -Status Open,Investigating</code>What is not done with.</example>
/// <example><code>Get-PolicyIncident -Type Bullying -History</code>Everything recorded about incidents of a type, in order.</example>
public sealed class GetPolicyIncident : PolicyRequest
{
    /// <summary>Incidents by id. Default: all.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Only what concerns these people: login name, UPN, full name or role. Default: all.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Only these types. Default: all.</summary>
    public IncidentType[] Type { get; set; } = [];

    /// <summary>Only those that are so far. Default: all.</summary>
    public IncidentStatus[] Status { get; set; } = [];

    /// <summary>Each fact about them as it was recorded, instead of how they stand.</summary>
    public bool History { get; set; }
}

internal sealed class GetPolicyIncidentHandler : CommandHandler<GetPolicyIncident>
{
    public override Task HandleAsync(GetPolicyIncident request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var book = new IncidentBook(context, people);
        if (book.SeesCounts)
        {
            Count(request, context, sink);
            return Task.CompletedTask;
        }

        var ids = request.Id.Select(static i => i.Trim()).ToList();
        var persons = request.User.Select(u => people.Resolve(u, context.Now.UtcTicks).Id).ToHashSet(StringComparer.Ordinal);

        // Whom an incident concerns is more than a technician sees of it, also by asking for it.
        var found = book.Read(i => (ids.Count == 0 || ids.Contains(i.Fact.Id, StringComparer.OrdinalIgnoreCase))
            && (persons.Count == 0 || (book.SeesAll && i.PersonIds.Any(persons.Contains)))
            && IsWanted(request, i));
        foreach (var id in ids.Where(id => !found.Any(i => string.Equals(i.Fact.Id, id, StringComparison.OrdinalIgnoreCase))))
        {
            sink.Report(IncidentFaults.NotFound(PlainText.Shorten(id)));
        }

        foreach (var incident in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!request.History || !book.SeesAll)
            {
                sink.Write(book.Show(incident));
                continue;
            }

            foreach (var entry in IncidentHistoryEntry.Of(incident, book, context.Workspace.Zone))
            {
                sink.Write(entry);
            }
        }

        return Task.CompletedTask;
    }

    private static void Count(GetPolicyIncident request, CommandContext context, ICommandSink sink)
    {
        sink.Warn("The data protection officer gets counts of incidents; who is concerned and what happened is for SLT and the safeguarding lead.");
        using (var change = context.BeginChange())
        {
            change.Audit("MIS-1", "counts", before: null, after: null);
            change.Commit();
        }

        foreach (var count in context.Store.Incidents.Counts().Where(c => (request.Type.Length == 0 || request.Type.Contains(c.Type)) && (request.Status.Length == 0 || request.Status.Contains(c.Status))))
        {
            sink.Write(count);
        }
    }

    private static bool IsWanted(GetPolicyIncident request, RecordedIncident incident) =>
        (request.Type.Length == 0 || request.Type.Contains(incident.Type)) && (request.Status.Length == 0 || request.Status.Contains(incident.Status));
}
