using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>What stands behind the clauses about incidents, routes and safeguarding. A register that leads to nobody covers nothing.</summary>
internal static class IncidentControls
{
    private const string NoLead = "No safeguarding lead is on the roster today: the route leads to nobody. Import a roster with the role SafeguardingLead.";
    private const string NoLeader = "No head teacher or other senior leader is on the roster today: the route leads to nobody. Import a roster with their roles.";

    /// <summary>LOG-2.</summary>
    public static ControlFinding LoginMisuse(ControlFacts facts) => Register(facts, "Use of another's login opens an incident of that type", static i => i.Type == IncidentType.LoginMisuse, protection: false);

    /// <summary>CON-1.</summary>
    public static ControlFinding Conduct(ControlFacts facts) => Register(facts, "Harm to reputation, breach of confidence, discrimination, bullying and libel are types of incident", static i => i.Type
        is IncidentType.HarmToReputation or IncidentType.BreachOfConfidence or IncidentType.Discrimination or IncidentType.Bullying or IncidentType.InflammatoryPost or IncidentType.CopyrightInfringement, protection: false);

    /// <summary>MIS-1.</summary>
    public static ControlFinding Classes(ControlFacts facts) => Register(facts, "Every incident has both axes", static _ => true, protection: false);

    /// <summary>MIS-2.</summary>
    public static ControlFinding CriminalTypes(ControlFacts facts) => Register(facts, "The policy's types have severity and route, and the filter's categories are mapped on to them", static i => IncidentRules.Of(i.Type).IsCriminalInNature, protection: true);

    /// <summary>MIS-3.</summary>
    public static ControlFinding Investigated(ControlFacts facts)
    {
        var waiting = facts.Incidents.Count(static i => i.Status != IncidentStatus.Closed);
        var finding = Register(facts, "Outcomes are a person's, with a reason; misuse is none before somebody looked into it", static _ => true, protection: false);
        return waiting > 0 && finding.Status == ControlStatus.Recorded ? finding with { Evidence = $"{finding.Evidence} {PlainText.Count(waiting, "is", "are")} not closed." } : finding;
    }

    /// <summary>DIS-1.</summary>
    public static ControlFinding Severity(ControlFacts facts) => Register(facts, "Incidents have a severity, which decides nothing", static i => i.Severity > IncidentSeverity.Minor, protection: false);

    /// <summary>SAF-3 and RES-1.</summary>
    public static ControlFinding Protection(ControlFacts facts) => Register(facts, "Routes by type lead to the safeguarding lead first, and to the police where the type demands it; abuse material is preserved and not opened", static i => IncidentRoutes.Of(i.Type).Clause is "RES-1", protection: true);

    /// <summary>RES-2.</summary>
    public static ControlFinding Reputation(ControlFacts facts) => Register(facts, "Routes by type lead to senior leadership, and past whom it concerns", static i => IncidentRoutes.Of(i.Type).Clause is "RES-2", protection: false);

    /// <summary>RES-3.</summary>
    public static ControlFinding Posts(ControlFacts facts) => Register(facts, "Libellous and inflammatory posts have a type and a route, with the prosecutors' guidance", static i => i.Type == IncidentType.InflammatoryPost, protection: false);

    /// <summary>SAF-1.</summary>
    public static ControlFinding Concerns(ControlFacts facts)
    {
        var kept = facts.Safeguarding;
        if (kept.KeyFault is { } fault)
        {
            return new ControlFinding(ControlStatus.NotCovered, fault.Message);
        }

        if (!kept.Has(SafeguardingKeyKind.Lead))
        {
            return new ControlFinding(ControlStatus.NotCovered, "No safeguarding lead has a key, so no concern can be reported here. The safeguarding lead makes one with New-SafeguardingKey.");
        }

        var counted = facts.CountsConcerns ? $": {PlainText.Count(kept.Concerns.Count, "concern", "concerns")} reported" : "";
        return new ControlFinding(
            ControlStatus.Recorded,
            $"Concerns are sealed for the safeguarding lead{counted}." + (kept.Has(SafeguardingKeyKind.Escrow) ? "" : " No escrow key is in use: a lost key would lose them, and none about the lead can be reported. New-SafeguardingKey -Escrow makes one."),
            facts.CountsConcerns && kept.Concerns.Count > 0 ? kept.Concerns.LastAt : kept.Keys.Max(static k => k.At));
    }

    /// <summary>SAF-2.</summary>
    public static ControlFinding Signs(ControlFacts facts)
    {
        var concerns = Concerns(facts);
        return facts.Visits.Count > 0
            ? new ControlFinding(ControlStatus.Audited, $"The ten services that the policy names are flagged, and shown apart in every report. {concerns.Evidence}", facts.Visits.LastAt)
            : concerns with { Evidence = $"The ten services that the policy names are flagged, but no log has shown a visit. {concerns.Evidence}" };
    }

    private static ControlFinding Register(ControlFacts facts, string what, Func<RecordedIncident, bool> counts, bool protection)
    {
        if (protection && facts.Safeguarding.Leads == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, NoLead);
        }

        if (facts.Safeguarding.Leaders == 0)
        {
            return new ControlFinding(ControlStatus.NotCovered, NoLeader);
        }

        var incidents = facts.Incidents.Where(counts).ToList();
        return new ControlFinding(
            ControlStatus.Recorded,
            $"{what}: {PlainText.Count(incidents.Count, "incident", "incidents")} recorded.",
            incidents.Count > 0 ? incidents.Max(static i => i.ChangedAt) : null);
    }
}
