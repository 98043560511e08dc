using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Shows grants as they stand, or as they stood at a moment.</summary>
/// <example><code>Get-SocialMediaAccess -Active</code>Who may use social media now.</example>
/// <example><code>Get-SocialMediaAccess -At 2026-11-12T10:30 -IncludeEnded</code>All grants as they stood then.</example>
public sealed class GetSocialMediaAccess : PolicyRequest
{
    /// <summary>Whose grants. Default: everybody's.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Only those in force at the moment.</summary>
    public bool Active { get; set; }

    /// <summary>The moment, school local time. Default: now.</summary>
    public TimeInput? At { get; set; }

    /// <summary>Expired and revoked ones too.</summary>
    public bool IncludeEnded { get; set; }
}

internal sealed class GetSocialMediaAccessHandler : CommandHandler<GetSocialMediaAccess>
{
    public override Task HandleAsync(GetSocialMediaAccess request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var at = request.At?.ToStart(context.Workspace.Zone) ?? context.Now;
        var people = context.LoadPeople();
        var wanted = request.User.Select(u => people.Resolve(u, at.UtcTicks).Id).ToHashSet(StringComparer.Ordinal);
        foreach (var grant in context.Store.Grants.Load().All)
        {
            var status = grant.StatusAt(at.UtcTicks);
            if (grant.Fact.GrantedAt <= at
                && (wanted.Count == 0 || wanted.Contains(grant.Fact.PersonId))
                && (request.IncludeEnded || status is GrantStatus.Active or GrantStatus.Pending)
                && (!request.Active || status == GrantStatus.Active))
            {
                sink.Write(GrantReader.View(grant, people, at, context.Workspace.Zone));
            }
        }

        return Task.CompletedTask;
    }
}
