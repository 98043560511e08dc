using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>Shows which findings are dismissed, by whom, why and until when.</summary>
/// <example><code>Get-FindingSuppression</code>What is dismissed now.</example>
/// <example><code>Get-FindingSuppression -User d.okonkwo -Finding SharedCredentialUse -IncludeEnded</code>Every dismissal about one person, also those that are over.</example>
public sealed class GetFindingSuppression : PolicyRequest
{
    /// <summary>About whom: login name, UPN, full name or role; an account that is not on the roster by its login. Default: everybody.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Only these sorts of findings. Default: all.</summary>
    public FindingKind[] Finding { get; set; } = [];

    /// <summary>Expired and removed ones too.</summary>
    public bool IncludeEnded { get; set; }
}

internal sealed class GetFindingSuppressionHandler : CommandHandler<GetFindingSuppression>
{
    public override Task HandleAsync(GetFindingSuppression request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var now = context.Now;
        var people = context.LoadPeople();
        var all = context.Store.Suppressions.LoadAll();
        var wanted = request.User.Select(u => Wanted(u, people, all, now)).ToList();
        foreach (var suppression in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((wanted.Count == 0 || wanted.Exists(w => w(suppression.Fact)))
                && (request.Finding.Length == 0 || request.Finding.Contains(suppression.Fact.Finding))
                && (request.IncludeEnded || suppression.CountsAt(now.UtcTicks)))
            {
                sink.Write(SuppressionReader.View(suppression, people, now, context.Workspace.Zone));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>A misspelt name must not look like "nothing dismissed": a login that is not on the roster must have been dismissed once.</summary>
    private static Func<SuppressionFact, bool> Wanted(string typed, PeopleHistory people, IReadOnlyList<Suppression> all, DateTimeOffset now)
    {
        var login = LoginName.Normalize(typed);
        try
        {
            // Whoever has the login today is meant, and what was dismissed under it before it was theirs.
            var id = people.Resolve(typed, now.UtcTicks).Id;
            return fact => string.Equals(fact.PersonId, id, StringComparison.Ordinal) || string.Equals(fact.Login, login, StringComparison.Ordinal);
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && all.Any(s => string.Equals(s.Fact.Login, login, StringComparison.Ordinal)))
        {
            return fact => string.Equals(fact.Login, login, StringComparison.Ordinal);
        }
    }
}
