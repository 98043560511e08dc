using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>
/// Ends dismissals now: what they hid is shown again. They stay on record. Technicians may do this by themselves, since it hides nothing.
/// </summary>
/// <example><code>Remove-FindingSuppression -Id S-0001</code>Ends one.</example>
/// <example><code>Get-FindingSuppression -User d.okonkwo | Remove-FindingSuppression -Reason 'The laptop went back in March'</code>Ends every dismissal about a person.</example>
public sealed class RemoveFindingSuppression : PolicyRequest
{
    /// <summary>Dismissals by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Why; kept with it.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Id.Length == 0)
        {
            throw SuppressionFaults.NoId().ToException();
        }

        SuppressionReason.Read(Reason);
    }
}

internal sealed class RemoveFindingSuppressionHandler : CommandHandler<RemoveFindingSuppression>
{
    public override Task HandleAsync(RemoveFindingSuppression request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var ids = request.Id.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var people = context.LoadPeople();
        var ending = Chosen(ids, context, context.Now);
        var names = string.Join(", ", ending.Select(s => $"{s.Fact.Id} ({SuppressionReader.AccountOf(s.Fact, people, context.Now)})"));
        if (!sink.ShouldProcess(names, "End the dismissal: what it hid is shown again"))
        {
            return Task.CompletedTask;
        }

        var endedAt = End(ids, SuppressionReason.Read(request.Reason), context);
        foreach (var suppression in context.Store.Suppressions.LoadAll().Where(s => ids.Contains(s.Fact.Id, StringComparer.OrdinalIgnoreCase)))
        {
            sink.Write(SuppressionReader.View(suppression, people, endedAt, context.Workspace.Zone));
        }

        return Task.CompletedTask;
    }

    /// <summary>Ends them when the person has agreed, not when the command began.</summary>
    private static DateTimeOffset End(List<string> ids, string? reason, CommandContext context)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        foreach (var fact in Chosen(ids, context, at).ConvertAll(s => s.Fact))
        {
            var ending = new SuppressionEnding(fact.Id, at, context.Operator.Id, reason);
            if (!context.Store.Suppressions.Add(change, ending))
            {
                throw SuppressionFaults.AlreadyEnded(fact.Id).ToException();
            }

            change.Audit(FindingRules.ClauseOf(fact.Finding), fact.PersonId is { } id ? $"{fact.Id} {id}" : fact.Id, fact, ending);
        }

        change.Commit();
        return at;
    }

    private static List<Suppression> Chosen(List<string> ids, CommandContext context, DateTimeOffset at)
    {
        var all = context.Store.Suppressions.LoadAll().ToDictionary(s => s.Fact.Id, StringComparer.OrdinalIgnoreCase);
        return ids.ConvertAll(id =>
        {
            var found = all.GetValueOrDefault(id) ?? throw SuppressionFaults.NotFound(id).ToException();
            return found.StatusAt(at.UtcTicks) == SuppressionStatus.Active ? found : throw SuppressionFaults.AlreadyEnded(found.Fact.Id).ToException();
        });
    }
}
