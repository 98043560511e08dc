using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>
/// Shows of each type of incident who is told, in order and by name, and what to do (RES-1, RES-2, RES-3). With -User as it is where these
/// people are concerned: then they are not on it, and others are.
/// </summary>
/// <example><code>Get-PolicyIncidentRoute</code>The whole table.</example>
/// <example><code>Get-PolicyIncidentRoute -Type GroomingOrHarassment -User head</code>Whom to tell where it is about the head teacher.</example>
public sealed class GetPolicyIncidentRoute : PolicyRequest
{
    /// <summary>Only these types. Default: all.</summary>
    public IncidentType[] Type { get; set; } = [];

    /// <summary>Whom it would concern: login name, UPN, full name or role. Default: nobody who is on a route.</summary>
    public string[] User { get; set; } = [];
}

internal sealed class GetPolicyIncidentRouteHandler : CommandHandler<GetPolicyIncidentRoute>
{
    public override Task HandleAsync(GetPolicyIncidentRoute request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        var config = context.Config.Incidents;
        var planner = new RoutePlanner(people, config, context.Now);
        var concerned = request.User.Select(u => people.Resolve(u, context.Now.UtcTicks).Id).ToHashSet(StringComparer.Ordinal);
        foreach (var type in request.Type.Length > 0 ? request.Type : Enum.GetValues<IncidentType>())
        {
            var (route, rule) = (IncidentRoutes.Of(type), IncidentRules.Of(type));
            sink.Write(new PolicyIncidentRoute(
                type,
                route.Clause,
                route.First,
                route.Police || config.Of(type).Police,
                RoutePlanner.IsWithheld(type, config),
                RoutePlanner.SeverityOf(type, config),
                rule.Misuse,
                rule.Nature,
                rule.IsCriminalInNature,
                planner.Steps(type, concerned)));
        }

        return Task.CompletedTask;
    }
}
