using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>
/// Keeps records beyond their time, because a case needs them: a person's, a class, or a person's of a class (GOV-1). For the data
/// protection officer and SLT. What has been removed before can't be kept any more.
/// </summary>
/// <example><code>Set-PolicyLegalHold -User n.ames -Reason 'Tribunal claim' -Reference ET-2026-114</code>All records about a person, from all time and to come.</example>
/// <example><code>Set-PolicyLegalHold -Class Visits -From 2026-11-01 -To 2026-11-30 -Reason 'Police request' -Reference CR/4471</code>All visits of a month.</example>
public sealed class SetPolicyLegalHold : PolicyRequest
{
    /// <summary>Whose records: login name, UPN, full name or role. Default: everybody's of the class.</summary>
    public string? User { get; set; }

    /// <summary>Which class. Default: all classes, of the person named.</summary>
    public DataClassName? Class { get; set; }

    /// <summary>Records from this time on, school local time. Default: from the beginning.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Records until this time; a date alone includes its day. Default: without end.</summary>
    public TimeInput? To { get; set; }

    /// <summary>Why, in a few words.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The case's reference.</summary>
    public string Reference { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        RegisterText.Require(nameof(Reason), Reason, "Tribunal claim");
        RegisterText.Require(nameof(Reference), Reference, "ET-2026-114");
        if (string.IsNullOrWhiteSpace(User) && Class is null)
        {
            throw LegalHoldFaults.ScopeMissing().ToException();
        }
    }
}

/// <summary>Runs <see cref="SetPolicyLegalHold"/>.</summary>
internal sealed class SetPolicyLegalHoldHandler : CommandHandler<SetPolicyLegalHold>
{
    public override Task HandleAsync(SetPolicyLegalHold request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var people = context.LoadPeople();
        var person = string.IsNullOrWhiteSpace(request.User) ? null : people.Resolve(request.User, context.Now.UtcTicks);
        var from = request.From?.ToStart(zone).ToUniversalTime() ?? DateTimeOffset.MinValue;
        var to = request.To?.ToEnd(zone).ToUniversalTime() ?? DateTimeOffset.MaxValue;
        if (to <= from)
        {
            throw LegalHoldFaults.PeriodEmpty().ToException();
        }

        var what = $"{request.Class?.ToString() ?? "all records"}{(person is null ? "" : $" about {person.DisplayName}")}";
        if (!sink.ShouldProcess(what, "Keep beyond their time, until the hold is cleared"))
        {
            return Task.CompletedTask;
        }

        using var change = context.BeginChange();
        var fact = new LegalHoldFact(
            context.Store.LegalHolds.NextId(change),
            person?.Id,
            request.Class,
            from,
            to,
            RegisterText.Read(nameof(request.Reason), request.Reason)!,
            RegisterText.Read(nameof(request.Reference), request.Reference)!,
            context.Operator.Id,
            change.Origin.At);
        context.Store.LegalHolds.Add(change, fact);
        change.Audit("GOV-1", person is null ? fact.Id : $"{fact.Id} {person.Id}", before: null, fact);
        change.Commit();
        sink.Write(PolicyLegalHold.Of(new RecordedLegalHold(fact, Ending: null), people, context));
        return Task.CompletedTask;
    }
}
