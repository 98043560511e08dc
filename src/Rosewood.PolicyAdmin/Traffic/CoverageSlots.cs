using System.Globalization;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What the slots of a period say about the evidence.</summary>
internal sealed class CoverageSlots
{
    /// <summary>A smaller share of requests without user or host is everyday: machines log in, addresses are asked for directly.</summary>
    private const double NotableShare = 0.05;

    /// <summary>A smaller share of broken lines is a crash or a full disk once in a while.</summary>
    private const double NotableMalformed = 0.001;

    /// <summary>Half an hour without a line of any log: computers of an open school are never silent for so long.</summary>
    private const int ShortestSilence = 3;

    /// <summary>One log alone may serve a corner of the school: an hour.</summary>
    private const int ShortestQuiet = 6;

    private readonly Dictionary<string, Dictionary<long, SlotCounts>> _byLog = new(StringComparer.Ordinal);
    private readonly SchoolCalendar _calendar;
    private readonly TimeZoneInfo _zone;
    private readonly long _from;
    private readonly long _until;

    public CoverageSlots(List<(long Source, SlotCounts Counts)> slots, IReadOnlyDictionary<long, string> names, SchoolCalendar calendar, TimeZoneInfo zone, long from, long until)
    {
        _calendar = calendar;
        _zone = zone;
        _from = from;
        _until = until;
        foreach (var (source, counts) in slots)
        {
            var log = names[source];
            if (!_byLog.TryGetValue(log, out var own))
            {
                _byLog.Add(log, own = []);
            }

            own.TryGetValue(counts.Slot, out var sum);
            sum.Add(counts);
            own[counts.Slot] = sum;
        }
    }

    public static long FloorSlot(long ticks) => (ticks - DateTime.UnixEpoch.Ticks) / CoverageSlot.Ticks;

    public static long CeilingSlot(long ticks) => (ticks - DateTime.UnixEpoch.Ticks + CoverageSlot.Ticks - 1) / CoverageSlot.Ticks;

    /// <summary>Slots without lines while the school was open: of all logs, and of one while others had some.</summary>
    public IEnumerable<CoverageFinding> Silences()
    {
        // Also where no day was a school day: a time that no log tells of is no time without use.
        if (!_byLog.Values.Any(l => l.Values.Any(c => c.Lines > 0)))
        {
            yield return new(CoverageKind.NoLines, At(_from), At(_until), Source: null, Share: null, "No log has a line for this whole time, so nothing is known about it. Import the logs of that time.");
            yield break;
        }

        var open = OpenSlots().ToList();
        var silent = open.Where(h => !_byLog.Values.Any(l => HasLines(l, h))).ToList();
        foreach (var (from, until, count) in Runs(silent).Where(r => r.Count >= ShortestSilence))
        {
            yield return new(CoverageKind.NoLines, from, until, Source: null, Share: null, $"No log has a line for {Length(count)} while the school was open. What happened then is not known. Import the logs of that time, or find out why nothing was logged.");
        }

        var heard = open.Except(silent).ToList();
        foreach (var (log, own) in _byLog.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            foreach (var (from, until, count) in Runs([.. heard.Where(h => !HasLines(own, h))]).Where(r => r.Count >= ShortestQuiet))
            {
                yield return new(CoverageKind.SourceQuiet, from, until, log, Share: null, $"This log has no line for {Length(count)} in which other logs have some. Import the missing part, or check what writes it.");
            }
        }
    }

    /// <summary>Shares of traffic that shows no user or host, of broken lines, and hidden traffic, for each log.</summary>
    public IEnumerable<CoverageFinding> Shares()
    {
        foreach (var (log, own) in _byLog.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var sum = default(SlotCounts);
            foreach (var counts in own.Values)
            {
                sum.Add(counts);
            }

            var requests = sum.Lines - sum.Other;
            if (requests > 0 && sum.NoUser >= NotableShare * requests)
            {
                yield return Share(CoverageKind.NoUser, log, sum.NoUser, requests, "of the requests name no user: only the computer is known. A technician can have the filter ask everybody to log in.");
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

    private static string Hidden(in SlotCounts sum) =>
        "of the requests went to where the log can't look: "
        + string.Join(", ", new[] { (sum.EncryptedDns, "outside DNS resolvers over HTTPS"), (sum.Vpn, "VPN and web proxy services"), (sum.Quic, "QUIC") }
            .Where(k => k.Item1 > 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Item2} {k.Item1}")))
        + ". What was used through them is not known. Block them at the firewall.";

    private static bool HasLines(Dictionary<long, SlotCounts> log, long slot) => log.TryGetValue(slot, out var counts) && counts.Lines > 0;

    private static string Length(int slots)
    {
        var (hours, minutes) = Math.DivRem(slots * CoverageSlot.Seconds / 60, 60);
        var parts = new List<string>();
        if (hours > 0)
        {
            parts.Add(hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours} hours"));
        }

        if (minutes > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"));
        }

        return string.Join(" and ", parts);
    }

    private CoverageFinding Share(CoverageKind kind, string log, long part, long whole, string text)
    {
        var share = (double)part / whole;
        var percent = share < 0.001 ? "Under 0.1%" : share.ToString("0.#%", CultureInfo.InvariantCulture);
        return new(kind, At(_from), At(_until), log, share, $"{percent} {text}");
    }

    /// <summary>Whole slots of the period in which the school was open all through.</summary>
    private IEnumerable<long> OpenSlots()
    {
        var last = FloorSlot(_until);
        for (var slot = CeilingSlot(_from); slot < last; slot++)
        {
            // Both ends of the slot must be open.
            if (_calendar.IsOpen(Ticks(slot)) && _calendar.IsOpen(Ticks(slot + 1) - 1))
            {
                yield return slot;
            }
        }
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until, int Count)> Runs(List<long> slots)
    {
        for (var i = 0; i < slots.Count;)
        {
            var end = i + 1;
            while (end < slots.Count && slots[end] == slots[end - 1] + 1)
            {
                end++;
            }

            yield return (At(Ticks(slots[i])), At(Ticks(slots[end - 1] + 1)), end - i);
            i = end;
        }
    }

    private DateTimeOffset At(long ticks) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), _zone);

    private static long Ticks(long slot) => DateTime.UnixEpoch.Ticks + (slot * CoverageSlot.Ticks);
}
