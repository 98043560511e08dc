using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Ends grants now. What happened before stays as it was.</summary>
/// <example><code>Revoke-SocialMediaAccess -Id G-0004 -Reason 'Project ended'</code>Ends one grant.</example>
/// <example><code>Revoke-SocialMediaAccess -User 'Nell Ames'</code>Ends every grant of a person, in force or to come.</example>
public sealed class RevokeSocialMediaAccess : PolicyRequest
{
    /// <summary>Whose grants: all in force or to come. Not needed with -Id.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Grants by id.</summary>
    public string[] Id { get; set; } = [];

    /// <summary>Why; shown to SLT.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (User.Length == 0 && Id.Length == 0)
        {
            throw new Fault("GrantNotNamed", FaultKind.InvalidArgument, "Id", "Say which grants end: -Id with their ids, or -User for all of a person's.").ToException();
        }
    }
}

internal sealed class RevokeSocialMediaAccessHandler : CommandHandler<RevokeSocialMediaAccess>
{
    public override Task HandleAsync(RevokeSocialMediaAccess request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var ledger = context.Store.Grants.Load();
        var ending = Chosen(request, context, people, ledger);
        var names = string.Join(", ", ending.Select(g => $"{g.Fact.Id} ({PersonNames.Show(people, g.Fact.PersonId, context.Now.UtcTicks)})"));
        if (!sink.ShouldProcess(names, "Revoke access to social media"))
        {
            return Task.CompletedTask;
        }

        var awaited = AwaitedPublication.Before(context);
        var endedAt = End(ending, request.Reason, context);
        var after = context.Store.Grants.Load();
        foreach (var grant in ending)
        {
            sink.Write(GrantReader.View(after.Find(grant.Fact.Id)!, people, endedAt, context.Workspace.Zone));
        }

        awaited.TellEnded(ending.ConvertAll(static g => g.Fact), ending.Select(g => PersonNames.Show(people, g.Fact.PersonId, endedAt.UtcTicks)), endedAt, sink);
        return Task.CompletedTask;
    }

    /// <summary>Ends them when the person has agreed, not when the command began: what was used in between was covered.</summary>
    private static DateTimeOffset End(List<Grant> grants, string? reason, CommandContext context)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        var ledger = context.Store.Grants.Load();
        foreach (var fact in grants.ConvertAll(g => g.Fact))
        {
            var ending = new GrantEnding(fact.Id, at, context.Operator.Id, reason);
            if (!IsOpen(ledger.Find(fact.Id)!, at.UtcTicks) || !context.Store.Grants.Add(change, ending))
            {
                throw AccessFaults.AlreadyEnded(fact.Id).ToException();
            }

            change.Audit(Clauses.SchoolDevices, $"{fact.Id} {fact.PersonId}", fact, ending);
        }

        change.Commit();
        return at;
    }

    private static bool IsOpen(Grant grant, long utcTicks) => grant.StatusAt(utcTicks) is GrantStatus.Active or GrantStatus.Pending;

    private static List<Grant> Chosen(RevokeSocialMediaAccess request, CommandContext context, PeopleHistory people, AccessLedger ledger)
    {
        var now = context.Now.UtcTicks;
        if (request.Id.Length > 0)
        {
            // By pipeline a grant brings its user along with its id: the id is the narrower word.
            return [.. request.Id.Distinct(StringComparer.OrdinalIgnoreCase).Select(id =>
            {
                var grant = ledger.Find(id) ?? throw AccessFaults.GrantNotFound(id).ToException();
                return IsOpen(grant, now) ? grant : throw AccessFaults.AlreadyEnded(grant.Fact.Id).ToException();
            })];
        }

        return [.. request.User.Select(u => people.Resolve(u, now)).DistinctBy(p => p.Id, StringComparer.Ordinal).SelectMany(person =>
        {
            var open = ledger.Of(person.Id).ToArray().Where(g => IsOpen(g, now)).ToList();
            return open.Count > 0 ? open : throw AccessFaults.NothingToRevoke(person.DisplayName).ToException();
        })];
    }
}
