using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>Ends legal holds: what they kept is removed when its time is over (GOV-1). For the data protection officer and SLT; never about oneself.</summary>
/// <example><code>Clear-PolicyLegalHold -Id H-0001 -Reason 'Claim withdrawn'</code>Ends one.</example>
/// <example><code>Get-PolicyLegalHold -User n.ames | Clear-PolicyLegalHold -Reason 'Case closed'</code>Ends all about a person.</example>
public sealed class ClearPolicyLegalHold : PolicyRequest
{
    /// <summary>Holds by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Why; kept with it.</summary>
    public string Reason { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate() => RegisterText.Require(nameof(Reason), Reason, "Claim withdrawn");
}

/// <summary>Runs <see cref="ClearPolicyLegalHold"/>.</summary>
internal sealed class ClearPolicyLegalHoldHandler : CommandHandler<ClearPolicyLegalHold>
{
    public override Task HandleAsync(ClearPolicyLegalHold request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var ids = request.Id.Select(static i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var holds = ids.ConvertAll(id => Find(id, context));
        if (!sink.ShouldProcess(string.Join(", ", holds.Select(static h => h.Fact.Id)), "End: what is over its time will be removed"))
        {
            return Task.CompletedTask;
        }

        using (var change = context.BeginChange())
        {
            foreach (var hold in holds)
            {
                var ending = new LegalHoldEnding(hold.Fact.Id, change.Origin.At, context.Operator.Id, RegisterText.Read(nameof(request.Reason), request.Reason));
                if (!context.Store.LegalHolds.Add(change, ending))
                {
                    throw LegalHoldFaults.AlreadyCleared(hold.Fact.Id).ToException();
                }

                // The store lets a hold be taken out later by this very subject.
                change.Audit("GOV-1", hold.Fact.Id, hold.Fact, ending);
            }

            change.Commit();
        }

        foreach (var hold in context.Store.LegalHolds.LoadAll().Where(h => ids.Contains(h.Fact.Id, StringComparer.OrdinalIgnoreCase)))
        {
            sink.Write(PolicyLegalHold.Of(hold, people, context));
        }

        return Task.CompletedTask;
    }

    private static RecordedLegalHold Find(string id, CommandContext context)
    {
        var hold = context.Store.LegalHolds.LoadAll().FirstOrDefault(h => h.Fact.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw LegalHoldFaults.NotFound(id).ToException();
        return hold.Ending is not null ? throw LegalHoldFaults.AlreadyCleared(hold.Fact.Id).ToException()
            : hold.Fact.PersonId is { } person && string.Equals(person, context.Operator.Person?.Id, StringComparison.Ordinal) ? throw LegalHoldFaults.OfSelf(hold.Fact.Id).ToException()
            : hold;
    }
}
