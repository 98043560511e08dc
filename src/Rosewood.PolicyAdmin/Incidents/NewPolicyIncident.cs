using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// Opens an incident (MIS-1, MIS-2): what it is about, on two axes, how grave it would be, and who is told, by name. From hand, or in one
/// step from what a Find- command found; the same finding opens no second one. For technicians, SLT and the safeguarding lead; a technician
/// sees of it afterwards no more than its id, type and status. It says that something is looked into, never that it was a crime (MIS-3).
/// </summary>
/// <example><code>New-PolicyIncident -Type InflammatoryPost -User 'Craig Dunmore' -Summary 'Post about a parents evening, told by a colleague' -Occurred 2026-11-20</code>An incident from hand.</example>
/// <example><code>Find-ProhibitedContentAccess -From 2026-11-09 | New-PolicyIncident</code>One for each finding that has none yet.</example>
/// <example><code>Find-SharedCredentialUse -SignInLog signins.json | New-PolicyIncident -Severity Minor</code>Logins that seem to be shared, as minor ones.</example>
public sealed class NewPolicyIncident : PolicyRequest
{
    /// <summary>Whom it concerns: login name, UPN, full name or role. Nobody, one or several. From a finding: its account or person.</summary>
    public string[] User { get; set; } = [];

    /// <summary>What it is about. Default: as the finding has it.</summary>
    public IncidentType? Type { get; set; }

    /// <summary>The first axis of misuse. Default: the type's.</summary>
    public MisuseKind? Misuse { get; set; }

    /// <summary>The second axis of misuse. Default: the type's.</summary>
    public MisuseNature? Nature { get; set; }

    /// <summary>How grave it would be. Default: the type's, as the school may have raised it.</summary>
    public IncidentSeverity? Severity { get; set; }

    /// <summary>What happened, in a sentence. No address of mail or web; of abuse material nothing that leads to it. Default: the finding in words.</summary>
    public string? Summary { get; set; }

    /// <summary>When it happened or began, school local time. Default: not known.</summary>
    public TimeInput? Occurred { get; set; }

    /// <summary>When it ended, school local time. Default: not known.</summary>
    public TimeInput? OccurredUntil { get; set; }

    /// <summary>The school's own reference.</summary>
    public string? Reference { get; set; }

    /// <summary>The clause that it would breach. Default: the type's.</summary>
    public string? Clause { get; set; }

    /// <summary>From a finding: its verdict.</summary>
    public string? Verdict { get; set; }

    /// <summary>From a finding: in which way.</summary>
    public string? Kind { get; set; }

    /// <summary>From a finding: the filter's categories.</summary>
    public string[] Category { get; set; } = [];

    /// <summary>From a finding: the service.</summary>
    public string[] Service { get; set; } = [];

    /// <summary>From a finding: the device.</summary>
    public string[] Device { get; set; } = [];

    /// <summary>From a finding: the family, by the school's id. An address is not kept.</summary>
    public string? Correspondent { get; set; }

    /// <summary>From a finding: the first message's id.</summary>
    public string? MessageId { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        IncidentText.Read(nameof(Reference), Reference, withheld: true);
        if (Clause is { } clause && !ControlRules.All.Any(r => string.Equals(r.Clause, clause, StringComparison.OrdinalIgnoreCase)))
        {
            throw new Fault("ClauseNotFound", FaultKind.NotFound, PlainText.Shorten(clause), "The policy has no such clause. Get-PolicyControl lists them.").ToException();
        }
    }
}

internal sealed class NewPolicyIncidentHandler : CommandHandler<NewPolicyIncident>
{
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(5);

    public override Task HandleAsync(NewPolicyIncident request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var book = new IncidentBook(context, people);
        var finding = FindingInput.Read(request, zone);
        var type = FindingInput.TypeOf(finding?.Kind, request.Type) ?? throw IncidentFaults.TypeMissing().ToException();
        var withheld = RoutePlanner.IsWithheld(type, context.Config.Incidents);
        var summary = IncidentText.Read(nameof(request.Summary), request.Summary, withheld)
            ?? (finding is null ? RegisterText.Require(nameof(request.Summary), request.Summary, "Post about a parents evening") : FindingInput.Summary(finding, request));
        var (from, until) = Period(request, context);
        var subjects = IncidentSubject.Resolve(request.User, people, finding is not null, (from ?? context.Now).UtcTicks, context.Now.UtcTicks);
        if (FaultOf(request, finding, subjects, context) is { } fault)
        {
            // One finding of many keeps nobody from the next.
            sink.Report(fault);
            return Task.CompletedTask;
        }

        var rule = IncidentRules.Of(type);
        var fact = new IncidentFact
        {
            Id = "",
            Type = type,
            Misuse = request.Misuse ?? rule.Misuse,
            Nature = request.Nature ?? rule.Nature,
            Severity = request.Severity ?? RoutePlanner.SeverityOf(type, context.Config.Incidents),
            PersonIds = [.. subjects.Select(static s => s.PersonId).OfType<string>()],
            Logins = [.. subjects.Select(static s => s.Login).OfType<string>()],
            Summary = summary,
            Occurred = from,
            OccurredUntil = until,
            Clause = request.Clause?.ToUpperInvariant() ?? rule.Clause,
            Reference = IncidentText.Read(nameof(request.Reference), request.Reference, withheld: true),
            Finding = finding,
            OpenedBy = context.Operator.Id,
            OpenedAt = context.Now,
            Salt = IncidentBook.NewSalt(),
        };
        if (book.FindSame(fact) is { } known)
        {
            book.TellOfSame(known, sink);
        }
        else if (sink.ShouldProcess(subjects.Count == 0 ? type.ToString() : string.Join(", ", subjects.Select(static s => s.Name)), $"Open an incident: {type}, {fact.Misuse} and {fact.Nature}, {fact.Severity}"))
        {
            var (recorded, isNew) = book.Open(fact);
            if (isNew)
            {
                sink.Write(book.Receipt(recorded));
            }
            else
            {
                book.TellOfSame(recorded, sink);
            }
        }

        return Task.CompletedTask;
    }

    private static Fault? FaultOf(NewPolicyIncident request, IncidentFinding? finding, List<IncidentSubject> subjects, CommandContext context) =>
        subjects.Exists(s => s.IsOf(context.Operator)) ? IncidentFaults.OfSelf()
            : finding?.Kind == IncidentFindingKind.SocialMediaUse && !FindingInput.IsToLookAt(request.Verdict) ? IncidentFaults.NothingWrong(request.Verdict!)
            : null;

    private static (DateTimeOffset? From, DateTimeOffset? Until) Period(NewPolicyIncident request, CommandContext context)
    {
        var zone = context.Workspace.Zone;
        var from = request.Occurred?.ToStart(zone).ToUniversalTime();
        var until = request.OccurredUntil?.ToEnd(zone).ToUniversalTime();
        return until < from ? throw IncidentFaults.PeriodEmpty().ToException()
            : from > context.Now + ClocksApart ? throw IncidentFaults.InFuture().ToException()
            : (from, until);
    }
}
