using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// Records what is new about incidents, with the reason: a fact beside the others, which stay. For SLT and the safeguarding lead, and never
/// for somebody whom the incident concerns. Misuse is an outcome only after somebody looked into it (MIS-3).
/// </summary>
/// <example><code>Update-PolicyIncident -Id I-0001 -Status Investigating -Reason 'Deputy speaks with both on Monday'</code>Somebody looks into it.</example>
/// <example><code>Update-PolicyIncident -Id I-0001 -Type Bullying -Reason 'A pupil is meant, not the school'</code>It is about something else; who is told changes with it.</example>
/// <example><code>Update-PolicyIncident -Id I-0001 -Status Closed -Outcome NoMisuse -Reason 'An advertisement on a lesson page'</code>Done with, and nothing was wrong.</example>
public sealed class UpdatePolicyIncident : PolicyRequest
{
    /// <summary>Incidents by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>How far it is now.</summary>
    public IncidentStatus? Status { get; set; }

    /// <summary>What people found.</summary>
    public IncidentOutcome? Outcome { get; set; }

    /// <summary>What it is about, where it proved to be about something else: its route changes with it.</summary>
    public IncidentType? Type { get; set; }

    /// <summary>How grave it would be, as a person judges.</summary>
    public IncidentSeverity? Severity { get; set; }

    /// <summary>The first axis of misuse.</summary>
    public MisuseKind? Misuse { get; set; }

    /// <summary>The second axis of misuse.</summary>
    public MisuseNature? Nature { get; set; }

    /// <summary>Whom it concerns too: login name, UPN, full name or role. From then on they see nothing of it and are on no route.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Why, in a sentence; kept with it.</summary>
    public string Reason { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.Require(nameof(Reason), Reason, "Both were heard");
        IncidentText.Read(nameof(Reason), Reason, withheld: false);
        if (Status is null && Type is null && Outcome is null && Severity is null && Misuse is null && Nature is null && User.Length == 0)
        {
            throw IncidentFaults.NothingToChange(string.Join(", ", Id)).ToException();
        }
    }
}

internal sealed class UpdatePolicyIncidentHandler : CommandHandler<UpdatePolicyIncident>
{
    public override Task HandleAsync(UpdatePolicyIncident request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var book = new IncidentBook(context, people);
        var persons = request.User.Select(u => people.Resolve(u, context.Now.UtcTicks).Id).Distinct(StringComparer.Ordinal).ToList();
        var incidents = request.Id.Select(static i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Select(id => (Id: id, Incident: book.Visible(id))).ToList();

        // Of several that can't all be changed none is.
        incidents.ForEach(i => Make(request, persons, i.Incident, context, context.Now));
        foreach (var (id, incident) in incidents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sink.ShouldProcess(incident.Fact.Id, $"Record about it: {Words(request)}"))
            {
                var updated = book.Update(id, (now, at) => Make(request, persons, now, context, at));

                // Who has just put themself among those concerned does not see it any more.
                if (context.Operator.Person is not { } op || !updated.PersonIds.Contains(op.Id, StringComparer.Ordinal))
                {
                    sink.Write(book.Show(updated));
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The fact, where the incident as it stands allows it.</summary>
    private static IncidentUpdateFact Make(UpdatePolicyIncident request, List<string> persons, RecordedIncident incident, CommandContext context, DateTimeOffset at)
    {
        // Material that proves to be of abuse is withheld from this very entry on; what was once, stays so.
        var withheld = incident.Types.Append(request.Type ?? incident.Type).Any(t => RoutePlanner.IsWithheld(t, context.Config.Incidents));
        if (request.Outcome == IncidentOutcome.Misuse && !incident.WasInvestigated)
        {
            throw IncidentFaults.NotInvestigated(incident.Fact.Id).ToException();
        }

        if (request.Status == IncidentStatus.Closed && (request.Outcome ?? incident.Outcome) is null)
        {
            throw IncidentFaults.OutcomeMissing(incident.Fact.Id).ToException();
        }

        return new IncidentUpdateFact
        {
            IncidentId = incident.Fact.Id,
            Status = request.Status,
            Type = request.Type,
            Outcome = request.Outcome,
            Severity = request.Severity,
            Misuse = request.Misuse,
            Nature = request.Nature,
            PersonIds = persons,
            Reason = IncidentText.Read(nameof(request.Reason), request.Reason, withheld)!,
            By = context.Operator.Id,
            At = at,
            Salt = IncidentBook.NewSalt(),
        };
    }

    private static string Words(UpdatePolicyIncident request) => string.Join(", ", new object?[]
    {
        request.Status, request.Type, request.Outcome, request.Severity, request.Misuse, request.Nature, request.User.Length > 0 ? "concerns others too" : null,
    }.Where(static v => v is not null));
}
