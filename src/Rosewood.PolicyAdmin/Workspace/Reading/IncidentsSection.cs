using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Additions to the routes of incidents. What would silence somebody is refused.</summary>
internal static class IncidentsSection
{
    private static readonly ConfigValue<Role> Role = ConfigValues.Word<Role>();

    private static readonly ConfigValue<IncidentRouteConfig> Route = ConfigObject.Of(static o =>
    {
        var roles = o.Entries("roles", Role, most: 20);
        o.RefuseTwice(roles, static r => r.ToString(), "role");
        var route = new IncidentRouteConfig
        {
            Type = o.Required("type", ConfigValues.Word<IncidentType>()),
            Severity = o.Optional<IncidentSeverity?>("severity", Severity, fallback: null),
            Roles = [.. roles.Select(static r => r.Value)],
            People = o.Texts("people", ConfigValues.Mail, most: 20),
            SafeguardingLead = o.Optional("safeguardingLead", Adding("the safeguarding lead"), fallback: false),
            Police = o.Optional("police", Adding("the police"), fallback: false),
            Withhold = o.Optional("withhold", Adding("the withholding of addresses"), fallback: false),
        };
        if (o.IsSound && route.Severity < IncidentRules.Of(route.Type).Severity)
        {
            o.Refuse("severity", $"{route.Type} is {IncidentRules.Of(route.Type).Severity} by the policy, and a setting can only raise that. Leave it out; a person may judge a single incident otherwise.");
        }

        return route;
    });

    public static readonly ConfigValue<IncidentsConfig> Incidents = ConfigObject.Of(static o =>
    {
        var routes = o.Entries("routes", Route, most: 50);
        o.RefuseTwice(routes, static r => r.Type.ToString(), "route of");
        return new IncidentsConfig
        {
            DesignatedOfficer = o.Optional("designatedOfficer", ConfigValues.Line, fallback: null!),
            Routes = [.. routes.Select(static r => r.Value)],
        };
    });

    private static IncidentSeverity? Severity(ConfigNode node, ConfigProblems problems) => ConfigValues.Word<IncidentSeverity>()(node, problems);

    /// <summary>A step that may be added. False would read as if it could be taken away.</summary>
    private static ConfigValue<bool> Adding(string step) => (node, problems) =>
    {
        var adds = node.Kind == ConfigKind.Boolean && node.Text is "true";
        if (!adds)
        {
            problems.Add(node, $"only true can stand here: a setting may add {step} to a route, and never take that away. Leave the key out.");
        }

        return adds;
    };
}
