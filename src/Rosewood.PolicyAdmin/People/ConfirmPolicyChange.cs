using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Lists the changes of roles that wait for a member of SLT; with <see cref="Id"/>, says yes or no to them.</summary>
/// <example><code>Confirm-PolicyChange</code>What waits for a member of SLT.</example>
/// <example><code>Confirm-PolicyChange -Id C-0001 -Refuse</code>Says no to one change of roles.</example>
public sealed class ConfirmPolicyChange : PolicyRequest
{
    /// <summary>The changes to decide, such as <c>C-0001</c>; when left out, those that wait are listed.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Says no instead of yes.</summary>
    public bool Refuse { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Refuse && Id.Length == 0)
        {
            throw new Fault("PolicyChangeIdRequired", FaultKind.InvalidArgument, "Id", "-Refuse needs -Id. List the waiting changes with Confirm-PolicyChange alone.").ToException();
        }
    }
}

internal sealed class ConfirmPolicyChangeHandler : CommandHandler<ConfirmPolicyChange>
{
    public override Task HandleAsync(ConfirmPolicyChange request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var view = new PolicyChangeView(context, people, context.Now);
        if (request.Id.Length == 0)
        {
            foreach (var waiting in context.Store.People.WaitingChanges())
            {
                sink.Write(view.Of(waiting, PolicyChangeStatus.Waiting));
            }

            return Task.CompletedTask;
        }

        var agreed = new PolicyChangeRules(context, people, context.Now.UtcTicks).Check(request.Id)
            .Where(c => sink.ShouldProcess(view.NameOf(c.PersonId), Describe(c, request.Refuse)))
            .ToList();
        if (agreed.Count == 0)
        {
            return Task.CompletedTask;
        }

        var status = request.Refuse ? PolicyChangeStatus.Refused : PolicyChangeStatus.Confirmed;
        var decidedAt = Decide(agreed.ConvertAll(static c => c.Id), status, context);
        view = new PolicyChangeView(context, context.LoadPeople(), decidedAt);
        foreach (var change in agreed)
        {
            sink.Write(view.Of(change, status));
        }

        return Task.CompletedTask;
    }

    /// <summary>Records the answers, and gives the instant from which they count.</summary>
    private static DateTimeOffset Decide(List<string> ids, PolicyChangeStatus status, CommandContext context)
    {
        using var change = context.BeginChange();

        // Checked again inside the change: roster and changes may have moved while the person was asked.
        var at = change.Origin.At;
        var people = context.LoadPeople();
        var rules = new PolicyChangeRules(context, people, at.UtcTicks);
        var applied = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var waiting in rules.Check(ids))
        {
            var before = people.At(waiting.PersonId, at.UtcTicks)!;
            context.Store.People.Decide(change, waiting.Id, status);
            if (status == PolicyChangeStatus.Refused)
            {
                change.Audit("USE-1", $"{waiting.Id} {before.Id}", waiting, status);
                continue;
            }

            var after = before with
            {
                Roles = before.Roles.Union(waiting.RolesGiven).Except(waiting.RolesTaken),
                LoginNames = [.. before.LoginNames.Union(waiting.LoginNamesGiven, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            };
            applied.Add(after.Id, after);
            context.Store.People.Append(change, after, at.UtcTicks);
            change.Audit("USE-1", $"{waiting.Id} {before.Id}", before, after);
        }

        rules.RefuseClashes(applied);
        change.Commit();
        return at;
    }

    private static string Describe(RoleChange change, bool refuse)
    {
        var parts = new List<string>();
        if (!change.RolesGiven.IsEmpty)
        {
            parts.Add($"give {string.Join(", ", change.RolesGiven)}");
        }

        if (!change.RolesTaken.IsEmpty)
        {
            parts.Add($"take {string.Join(", ", change.RolesTaken)}");
        }

        if (change.LoginNamesGiven.Count > 0)
        {
            parts.Add($"add login names {string.Join(", ", change.LoginNamesGiven)}");
        }

        return $"{(refuse ? "Refuse" : "Confirm")} {change.Id}: {string.Join("; ", parts)}";
    }
}
