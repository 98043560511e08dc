using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Holds;

/// <summary>Shows legal holds: what is kept beyond its time, about whom and why (GOV-1). For the data protection officer and SLT; that somebody looked is in the audit trail.</summary>
/// <example><code>Get-PolicyLegalHold</code>Those in force.</example>
/// <example><code>Get-PolicyLegalHold -User n.ames -IncludeCleared</code>Those about a person, also what was cleared.</example>
public sealed class GetPolicyLegalHold : PolicyRequest
{
    /// <summary>Only those about this person: login name, UPN, full name or role.</summary>
    public string? User { get; set; }

    /// <summary>What was cleared too.</summary>
    public bool IncludeCleared { get; set; }
}

/// <summary>Runs <see cref="GetPolicyLegalHold"/>.</summary>
internal sealed class GetPolicyLegalHoldHandler : CommandHandler<GetPolicyLegalHold>
{
    public override Task HandleAsync(GetPolicyLegalHold request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var person = string.IsNullOrWhiteSpace(request.User) ? null : people.Resolve(request.User, context.Now.UtcTicks).Id;
        var holds = context.Store.LegalHolds.LoadAll()
            .Where(h => (request.IncludeCleared || h.Ending is null) && (person is null || string.Equals(h.Fact.PersonId, person, StringComparison.Ordinal)))
            .ToList();
        using (var change = context.BeginChange())
        {
            change.Audit("GOV-1", "read", before: null, new { Holds = holds.ConvertAll(static h => h.Fact.Id) });
            change.Commit();
        }

        foreach (var hold in holds)
        {
            sink.Write(PolicyLegalHold.Of(hold, people, context));
        }

        return Task.CompletedTask;
    }
}
