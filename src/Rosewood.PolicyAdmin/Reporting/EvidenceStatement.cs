using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Says how complete the evidence is. Over holes a report never says that nothing was found.</summary>
internal static class EvidenceStatement
{
    private const int MostHoles = 60;

    public static ReportEvidence From(ReportMaterial material)
    {
        var holes = material.Coverage
            .OrderBy(f => f.Kind)
            .ThenBy(f => f.From)
            .ThenBy(f => f.Source, StringComparer.Ordinal)
            .Select(f => new EvidenceHole(f.Kind, Name(f.Kind), f.From, f.Until, f.Source, f.Share, f.Explanation))
            .ToList();
        if (!material.HasTerm)
        {
            holes.Insert(0, new EvidenceHole(
                CoverageKind.NoLines,
                "No term lies in the period",
                material.Period.From,
                material.Period.Until,
                Source: null,
                Share: null,
                "Times without a line were not looked for, because policy.json has no term then. Where there was school, add the term under schoolDay.terms and make the report again."));
        }

        if (material.Period.Until > material.MadeAt)
        {
            holes.Insert(0, new EvidenceHole(
                CoverageKind.NoLines,
                "The period is not over",
                material.MadeAt,
                material.Period.Until,
                Source: null,
                Share: null,
                "The report was made before its period ended; what came later is not in it."));
        }

        return new ReportEvidence(
            holes.Count == 0,
            Statement(holes.Count),
            [.. holes.Take(MostHoles)],
            Math.Max(0, holes.Count - MostHoles));
    }

    public static string Name(CoverageKind kind) => kind switch
    {
        CoverageKind.NothingImported => "No log was imported",
        CoverageKind.NoLines => "Times without a line",
        CoverageKind.SourceQuiet => "A source went quiet",
        CoverageKind.ClockJump => "A clock jumped",
        CoverageKind.NoUser => "Traffic that shows no user",
        CoverageKind.NoHost => "Traffic that shows no host",
        CoverageKind.Malformed => "Lines that could not be read",
        CoverageKind.HiddenTraffic => "Traffic that hides where it goes",
        _ => kind.ToString(),
    };

    private static string Statement(int holes) => holes == 0
        ? "The evidence is complete: no hole in the logs is known for this period."
        : $"The evidence has {ReportWords.Count(holes, "hole", "holes")}. What this report shows is what could be seen; there may be more.";
}
