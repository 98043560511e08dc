using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>Decides which hosts to propose: seen in enough visits, of enough people, on more than one day, and far oftener beside the service than elsewhere.</summary>
internal static class GapFinder
{
    /// <summary>Advertising, content networks and updates are asked for with and without the service; what is its own is not.</summary>
    private const double LeastLift = 10;

    private const double LeastShare = 0.5;
    private const int FewestDays = 2;
    private const int ManyPeople = 5;

    /// <summary>The proposals, the surest first.</summary>
    public static IReadOnlyList<ServiceGap> Find(GapTally tally, ServiceCatalogue catalogue, int minimumSessions, int minimumPeople)
    {
        var gaps = tally.Hosts
            .Select(host => host.Beside
                .Select(b => Weigh(host, b.Key, b.Value, tally, catalogue))
                .Where(w => w.Pair.Sessions >= minimumSessions && w.Pair.People >= minimumPeople && w.Pair.Days >= FewestDays && w.Lift >= LeastLift && w.Share >= LeastShare)
                .OrderByDescending(w => w.Likeness)
                .ThenByDescending(w => w.Share)
                .ThenByDescending(w => w.Lift)
                .ThenBy(w => w.Service.Name, StringComparer.Ordinal)
                .FirstOrDefault())
            .OfType<Weighed>()
            .Select(w => Gap(w, tally));
        return [.. gaps.OrderByDescending(g => g.Confidence).ThenByDescending(g => g.Sessions).ThenBy(g => g.HostName, StringComparer.Ordinal)];
    }

    private static Weighed Weigh(GapHost host, int index, GapPair pair, GapTally tally, ServiceCatalogue catalogue)
    {
        var service = catalogue.Services[index];
        double visited = tally.MinutesOf(index);
        var beside = pair.Minutes / visited;

        // Half a minute elsewhere for hosts that were never seen elsewhere: no lift is endless.
        var elsewhere = (host.Minutes - pair.Minutes + 0.5) / (tally.Minutes - visited + 1);
        return new Weighed(host.Name, service, pair, beside / elsewhere, Surely(pair.Minutes, host.Minutes), (double)pair.Minutes / host.Minutes, GapBrand.Likeness(host.Name, service));
    }

    /// <summary>The lower end of Wilson's interval (95%): a share of few minutes counts for less.</summary>
    private static double Surely(double part, double whole)
    {
        const double Z = 1.96;
        var p = part / whole;
        var margin = Z * Math.Sqrt((p * (1 - p) / whole) + (Z * Z / (4 * whole * whole)));
        return (p + (Z * Z / (2 * whole)) - margin) / (1 + (Z * Z / whole));
    }

    private static ServiceGap Gap(Weighed w, GapTally tally)
    {
        var role = GapBrand.Role(w.Host, w.Likeness, w.PlainShare);
        return new ServiceGap
        {
            HostName = w.Host,
            Service = w.Service.Name,
            Role = role,
            Confidence = Confidence(w),
            Sessions = w.Pair.Sessions,
            People = w.Pair.People,
            Days = w.Pair.Days,
            Lift = Math.Round(w.Lift, 1),
            Share = Math.Round(w.PlainShare, 2),
            HostsNeverSeen = w.Service.Hosts.Count(h => !tally.CatalogueHosts.Contains(h.Host)),
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"In {w.Pair.Sessions} visits to {w.Service.Name} by {w.Pair.People} people on {w.Pair.Days} days; {w.PlainShare:P0} of its minutes are minutes of {w.Service.Name}.{Named(w.Likeness)}"),
            Command = $"Add-SocialMediaService -Name {Quoted(w.Service.Name)} -HostName {w.Host} -Role {role}",
        };
    }

    private static GapConfidence Confidence(Weighed w) => (w.Likeness, w.Share) switch
    {
        (not GapLikeness.None, >= 0.7) => GapConfidence.High,
        (_, >= 0.8) when w.Pair.People >= ManyPeople => GapConfidence.High,
        (not GapLikeness.None, _) or (_, >= 0.7) => GapConfidence.Medium,
        _ => GapConfidence.Low,
    };

    private static string Named(GapLikeness likeness) => likeness switch
    {
        GapLikeness.Same => " It is named like the service.",
        GapLikeness.Contains => " The service's name is part of it.",
        _ => "",
    };

    /// <summary>As PowerShell and shells take it; a quotation mark in a school's own name is written twice, as PowerShell wants it.</summary>
    private static string Quoted(string name) => name.All(char.IsAsciiLetterOrDigit) ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record Weighed(string Host, SocialMediaService Service, GapPair Pair, double Lift, double Share, double PlainShare, GapLikeness Likeness);
}
