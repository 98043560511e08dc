using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>
/// Dismisses a finding about an account for a time, with a reason: it is not shown again until then. For SLT and the safeguarding lead; a
/// technician records what a member of SLT decided (-AuthorisedBy). Nobody dismisses a finding about themself.
/// </summary>
/// <example><code>Add-FindingSuppression -Finding SharedCredentialUse -User d.okonkwo -Reason 'Own laptop beside the classroom PC, seen in room 4' -AuthorisedBy head</code>A technician records what the head teacher decided; it lasts 90 days.</example>
/// <example><code>Add-FindingSuppression -Finding SharedCredentialUse -User supply1 -Evidence ForeignDevice,Alternation -For 5w -Reason 'Supply teacher, another room each day' -AuthorisedBy deputy</code>Two kinds of evidence only, for five weeks.</example>
public sealed class AddFindingSuppression : PolicyRequest
{
    /// <summary>The sort of finding that is dismissed.</summary>
    public FindingKind Finding { get; set; }

    /// <summary>Whose: login name, UPN, full name or role; an account that is not on the roster by its login as the log has it.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Why, in a sentence that whoever looks later can follow. Shown to all who see findings: no more of a private life than needed.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The end, school local time unless it has an offset; a date alone includes that day. At most a year from now. Default: 90 days.</summary>
    public TimeInput? Until { get; set; }

    /// <summary>The length instead of the end: 30d, 5w, ISO 8601 or a TimeSpan.</summary>
    public DurationInput? For { get; set; }

    /// <summary>Only these kinds of evidence, by the names that the finding shows: the finding stays where others carry it. Default: all.</summary>
    public string[] Evidence { get; set; } = [];

    /// <summary>The SLT member who decided it: someone else than the finding is about. Needed where a technician records it.</summary>
    public string? AuthorisedBy { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (User.Length == 0 || User.Any(string.IsNullOrWhiteSpace))
        {
            throw SuppressionFaults.NoUser().ToException();
        }

        if (SuppressionReason.Read(Reason) is null)
        {
            throw SuppressionFaults.ReasonRequired().ToException();
        }

        if (Until is not null && For is not null)
        {
            throw SuppressionFaults.EndGivenTwice().ToException();
        }

        FindingRules.ReadEvidence(Finding, Evidence);
    }
}

internal sealed class AddFindingSuppressionHandler : CommandHandler<AddFindingSuppression>
{
    public override Task HandleAsync(AddFindingSuppression request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var now = context.Now;
        var people = context.LoadPeople();
        var subjects = request.User.Select(u => SuppressionSubject.Resolve(u, people, context, sink)).Distinct().ToList();
        var authoriser = request.AuthorisedBy is { } name ? people.Resolve(name, now.UtcTicks) : null;
        var rules = new SuppressionRules(context, people);
        subjects.ForEach(s => rules.Check(s, authoriser, now));
        var end = new SuppressionEnd(request.Until, request.For, context.Workspace.Zone);
        var evidence = FindingRules.ReadEvidence(request.Finding, request.Evidence);
        WarnOfEarlier(request.Finding, subjects, context, sink);

        var what = evidence.Count == 0 ? request.Finding.ToString() : $"{request.Finding} ({string.Join(", ", evidence)})";
        if (!sink.ShouldProcess(
            string.Join(", ", subjects.Select(s => s.Name)),
            string.Create(CultureInfo.InvariantCulture, $"Dismiss the finding {what} until {end.From(now):yyyy-MM-dd HH:mm}")))
        {
            return Task.CompletedTask;
        }

        var added = Record(request, subjects, authoriser?.Id, end, evidence, context);
        people = context.LoadPeople();
        foreach (var fact in added)
        {
            sink.Write(SuppressionReader.View(new Suppression(fact, Ending: null), people, fact.AddedAt, context.Workspace.Zone));
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Records them as of now, which may be long after the command began and a person was asked, and only if the roster as it stands now
    /// still allows it. A length that was asked for is given whole; a named end stays.
    /// </summary>
    private static List<SuppressionFact> Record(
        AddFindingSuppression request,
        List<SuppressionSubject> subjects,
        string? authoriserId,
        SuppressionEnd end,
        IReadOnlyList<string> evidence,
        CommandContext context)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        var people = context.LoadPeople();
        var rules = new SuppressionRules(context, people);
        var authoriser = authoriserId is null ? null : people.At(authoriserId, at.UtcTicks) ?? throw SuppressionFaults.NoLongerOnRoster(authoriserId).ToException();
        var added = new List<SuppressionFact>();
        foreach (var subject in subjects)
        {
            rules.Check(subject, authoriser, at);
            var fact = new SuppressionFact(
                context.Store.Suppressions.NextId(change),
                request.Finding,
                subject.PersonId,
                subject.Login,
                evidence,
                SuppressionReason.Read(request.Reason)!,
                authoriserId,
                context.Operator.Id,
                at,
                end.From(at).ToUniversalTime());
            context.Store.Suppressions.Add(change, fact);

            // Ids only: a login that nobody on the roster has stands in the entry's value, which can be erased.
            change.Audit(FindingRules.ClauseOf(fact.Finding), fact.PersonId is { } id ? $"{fact.Id} {id}" : fact.Id, before: null, fact);
            added.Add(fact);
        }

        change.Commit();
        return added;
    }

    private static void WarnOfEarlier(FindingKind finding, List<SuppressionSubject> subjects, CommandContext context, ICommandSink sink)
    {
        var counting = context.Store.Suppressions.Load(context.Now.UtcTicks).All;
        foreach (var subject in subjects)
        {
            if (counting.FirstOrDefault(s => s.IsAbout(finding, subject.PersonId, subject.Login ?? "")) is { } earlier)
            {
                var until = TimeZoneInfo.ConvertTime(earlier.Fact.Until, context.Workspace.Zone);
                sink.Warn(string.Create(CultureInfo.InvariantCulture, $"A dismissal about {subject.Name} counts already: {earlier.Fact.Id}, until {until:yyyy-MM-dd HH:mm}. It stays as it is, whatever becomes of this one."));
            }
        }
    }
}
