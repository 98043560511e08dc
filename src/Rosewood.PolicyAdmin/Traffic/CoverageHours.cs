using System.Globalization;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What the hours of a period say about the evidence.</summary>
internal sealed class CoverageHours
{
    /// <summary>A smaller share of requests without user or host is everyday: machines log in, addresses are asked for directly.</summary>
    private const double NotableShare = 0.05;

    /// <summary>A smaller share of broken lines is a crash or a full disk once in a while.</summary>
    private const double NotableMalformed = 0.001;

    private readonly Dictionary<string, Dictionary<long, HourCounts>> _byLog = new(StringComparer.Ordinal);
    private readonly SchoolCalendar _calendar;
    private readonly TimeZoneInfo _zone;
    private readonly long _from;
    private readonly long _until;

    public CoverageHours(List<(long Source, HourCounts Counts)> hours, IReadOnlyDictionary<long, string> names, SchoolCalendar calendar, TimeZoneInfo zone, long from, long until)
    {
        _calendar = calendar;
        _zone = zone;
        _from = from;
        _until = until;
        foreach (var (source, counts) in hours)
        {
            var log = names[source];
            if (!_byLog.TryGetValue(log, out var own))
            {
                _byLog.Add(log, own = []);
            }

            own.TryGetValue(counts.Hour, out var sum);
            sum.Add(counts);
            own[counts.Hour] = sum;
        }
    }

    public static long FloorHour(long ticks) => (ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerHour;

    public static long CeilingHour(long ticks) => (ticks - DateTime.UnixEpoch.Ticks + TimeSpan.TicksPerHour - 1) / TimeSpan.TicksPerHour;

    /// <summary>Hours without lines while the school was open: of all logs, and of one while others had some.</summary>
    public IEnumerable<CoverageFinding> Silences()
    {
        var open = OpenHours().ToList();
        var silent = open.Where(h => !_byLog.Values.Any(l => HasLines(l, h))).ToList();
        foreach (var (from, until, count) in Runs(silent))
        {
            yield return new(CoverageKind.NoLines, from, until, Source: null, Share: null, $"No log has a line in {Hours(count)} when the school was open. What happened then is not known. Import the logs of that time, or find out why nothing was logged.");
        }

        var heard = open.Except(silent).ToList();
        foreach (var (log, own) in _byLog.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            foreach (var (from, until, count) in Runs([.. heard.Where(h => !HasLines(own, h))]))
            {
                yield return new(CoverageKind.SourceQuiet, from, until, log, Share: null, $"This log has no line in {Hours(count)} in which other logs have some. Import the missing part, or check what writes it.");
            }
        }
    }

    /// <summary>Shares of traffic that shows no user or host, of broken lines, and hidden traffic, for each log.</summary>
    public IEnumerable<CoverageFinding> Shares()
    {
        foreach (var (log, own) in _byLog.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var sum = default(HourCounts);
            foreach (var counts in own.Values)
            {
                sum.Add(counts);
            }

            var requests = sum.Lines - sum.Other;
            if (requests > 0 && sum.NoUser >= NotableShare * requests)
            {
                yield return Share(CoverageKind.NoUser, log, sum.NoUser, requests, "of the requests name no user. They can be told by device only. Let the filter ask everybody to log in.");
            }

            if (requests > 0 && sum.NoHost >= NotableShare * requests)
            {
                yield return Share(CoverageKind.NoHost, log, sum.NoHost, requests, "of the requests show no host name, so that no service can be recognised in them. Let the proxy read the server name (SNI), and block direct addresses.");
            }

            if (sum.Malformed > 0 && sum.Malformed >= NotableMalformed * (sum.Lines + sum.Malformed))
            {
                yield return Share(CoverageKind.Malformed, log, sum.Malformed, sum.Lines + sum.Malformed, "of the lines could not be read. Import-FirewallLog shows examples; check the format, and whether the disk was full.");
            }

            if (sum.EncryptedDns + sum.Vpn + sum.Quic > 0)
            {
                yield return Share(CoverageKind.HiddenTraffic, log, sum.EncryptedDns + sum.Vpn + sum.Quic, Math.Max(requests, 1), Hidden(sum));
            }
        }
    }

    private static string Hidden(in HourCounts sum) =>
        "of the requests went to where the log can't look: "
        + string.Join(", ", new[] { (sum.EncryptedDns, "outside DNS resolvers over HTTPS"), (sum.Vpn, "VPN and web proxy services"), (sum.Quic, "QUIC") }
            .Where(k => k.Item1 > 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Item2} {k.Item1}")))
        + ". What was used through them is not known. Block them at the firewall.";

    private static bool HasLines(Dictionary<long, HourCounts> log, long hour) => log.TryGetValue(hour, out var counts) && counts.Lines > 0;

    private static string Hours(int count) => count == 1 ? "an hour" : string.Create(CultureInfo.InvariantCulture, $"{count} hours");

    private CoverageFinding Share(CoverageKind kind, string log, long part, long whole, string text)
    {
        var share = (double)part / whole;
        var percent = share < 0.001 ? "Under 0.1 %" : share.ToString("0.# %", CultureInfo.InvariantCulture);
        return new(kind, At(_from), At(_until), log, share, $"{percent} {text}");
    }

    /// <summary>Whole hours of the period in which the school was open all through.</summary>
    private IEnumerable<long> OpenHours()
    {
        var last = FloorHour(_until);
        for (var hour = CeilingHour(_from); hour < last; hour++)
        {
            // A zone may lie half an hour off: both ends of the hour must be open.
            if (_calendar.IsOpen(Ticks(hour)) && _calendar.IsOpen(Ticks(hour + 1) - 1))
            {
                yield return hour;
            }
        }
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until, int Count)> Runs(List<long> hours)
    {
        for (var i = 0; i < hours.Count;)
        {
            var end = i + 1;
            while (end < hours.Count && hours[end] == hours[end - 1] + 1)
            {
                end++;
            }

            yield return (At(Ticks(hours[i])), At(Ticks(hours[end - 1] + 1)), end - i);
            i = end;
        }
    }

    private DateTimeOffset At(long ticks) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), _zone);

    private static long Ticks(long hour) => DateTime.UnixEpoch.Ticks + (hour * TimeSpan.TicksPerHour);
}
