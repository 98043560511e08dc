using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Says how complete the evidence is. Over holes a report never says that nothing was found.</summary>
internal static class EvidenceStatement
{
    private const int MostHoles = 60;

    /// <summary>The statement and its holes.</summary>
    /// <param name="material">All but the visits.</param>
    /// <param name="tally">The visits, counted.</param>
    public static ReportEvidence From(ReportMaterial material, VisitTally tally)
    {
        var holes = material.Coverage
            .OrderBy(f => f.Kind)
            .ThenBy(f => f.From)
            .ThenBy(f => f.Source, StringComparer.Ordinal)
            .Select(f => new EvidenceHole(f.Kind, Name(f.Kind), f.From, f.Until, f.Source, f.Share, f.Explanation))
            .ToList();
        if (tally.UnknownDevices > 0)
        {
            holes.Insert(0, new EvidenceHole(
                CoverageKind.UnknownDevice,
                Name(CoverageKind.UnknownDevice),
                material.Period.From,
                material.Period.Until,
                Source: null,
                Share: null,
                $"{ReportWords.Sentence(ReportWords.Count(tally.UnknownDevices, "unexplained visit", "unexplained visits"))} came from devices of which nothing is known. "
                    + "They count as school devices, though some may be people’s own phones: ask accordingly. A technician describes the school’s networks (networks in policy.json) or adds the devices, and the report is made again."));
        }

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
        CoverageKind.UnknownDevice => "Devices of which nothing is known",
        _ => kind.ToString(),
    };

    private static string Statement(int holes) => holes == 0
        ? "The evidence is complete: no hole in the logs is known for this period."
        : $"The evidence has {ReportWords.Count(holes, "hole", "holes")}. What this report shows is what could be seen; there may be more.";
}
