using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Records the authoriser's own yes or no to grants that a technician recorded in their name. Without -Id: lists those that wait.</summary>
/// <example><code>Confirm-SocialMediaAccess</code>Lists the grants that wait for your word.</example>
/// <example><code>Confirm-SocialMediaAccess -Id G-0002 -Refuse</code>Says no: the grant ends now and the report shows it.</example>
public sealed class ConfirmSocialMediaAccess : PolicyRequest
{
    /// <summary>Grants by id. Default: none; those that wait are listed.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Say no instead of yes.</summary>
    public bool Refuse { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Refuse && Id.Length == 0)
        {
            throw new Fault("GrantIdRequired", FaultKind.InvalidArgument, "Id", "-Refuse needs -Id. List the grants that wait for you with Confirm-SocialMediaAccess alone.").ToException();
        }
    }
}

internal sealed class ConfirmSocialMediaAccessHandler : CommandHandler<ConfirmSocialMediaAccess>
{
    public override Task HandleAsync(ConfirmSocialMediaAccess request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var ledger = context.Store.Grants.Load();
        var now = context.Now;
        var chosen = request.Id.Length == 0
            ? ledger.All.Where(g => IsMine(g) && IsWaiting(g, now)).ToList()
            : [.. request.Id.Distinct(StringComparer.OrdinalIgnoreCase).Select(Find)];
        AwaitedPublication? awaited = null;
        if (request.Id.Length > 0)
        {
            if (!sink.ShouldProcess(string.Join(", ", chosen.Select(g => g.Fact.Id)), request.Refuse ? "Refuse access to social media" : "Confirm access to social media"))
            {
                return Task.CompletedTask;
            }

            awaited = AwaitedPublication.Before(context);
            now = Answer(chosen, request.Refuse, context);
            ledger = context.Store.Grants.Load();
        }

        foreach (var grant in chosen)
        {
            sink.Write(GrantReader.View(ledger.Find(grant.Fact.Id)!, people, now, context.Workspace.Zone));
        }

        var facts = chosen.ConvertAll(static g => g.Fact);
        if (request.Refuse)
        {
            awaited?.TellEnded(facts, facts.Select(f => PersonNames.Show(people, f.PersonId, now.UtcTicks)), now, sink);
        }
        else
        {
            awaited?.TellGranted(facts, now, sink);
        }

        return Task.CompletedTask;

        bool IsMine(Grant grant) => context.Operator.Person is { } me && string.Equals(grant.Fact.AuthoriserId, me.Id, StringComparison.Ordinal);

        Grant Find(string id)
        {
            var grant = ledger.Find(id) ?? throw AccessFaults.GrantNotFound(id).ToException();
            if (!IsMine(grant))
            {
                var authoriser = grant.Fact.AuthoriserId is { } by ? PersonNames.Show(people, by, now.UtcTicks) : "nobody (USE-3)";
                throw AccessFaults.NotTheAuthoriser(grant.Fact.Id, authoriser).ToException();
            }

            return IsWaiting(grant, now) ? grant : throw AccessFaults.AlreadyAnswered(grant.Fact.Id).ToException();
        }
    }

    private static bool IsWaiting(Grant grant, DateTimeOffset at) =>
        grant.ConfirmationAt(at.UtcTicks) == ConfirmationState.Unconfirmed && grant.StatusAt(at.UtcTicks) != GrantStatus.Revoked;

    /// <summary>Records the word as given when the authoriser has agreed, not when the command began; gives that instant.</summary>
    private static DateTimeOffset Answer(List<Grant> grants, bool refuse, CommandContext context)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        var ledger = context.Store.Grants.Load();
        foreach (var fact in grants.ConvertAll(g => g.Fact))
        {
            var answer = new GrantAnswer(fact.Id, at, context.Operator.Id, refuse);
            if (!IsWaiting(ledger.Find(fact.Id)!, at) || !context.Store.Grants.Add(change, answer))
            {
                throw AccessFaults.AlreadyAnswered(fact.Id).ToException();
            }

            change.Audit(Clauses.SchoolDevices, $"{fact.Id} {fact.PersonId}", before: null, answer);
        }

        change.Commit();
        return at;
    }
}
