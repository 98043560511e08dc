namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// Thursday 12 November: the proxy's disk filled up. Its last lines are cut short, then it logged nothing for three hours;
/// after the restart one cut line runs into the next, and a block of the file holds zero bytes.
/// </summary>
public static class DemoOutage
{
    /// <summary>The last instant with a whole line.</summary>
    public static DateTimeOffset From { get; } = new(2026, 11, 12, 11, 20, 0, TimeSpan.Zero);

    /// <summary>When lines come again.</summary>
    public static DateTimeOffset Until { get; } = new(2026, 11, 12, 14, 20, 0, TimeSpan.Zero);

    /// <summary>How many lines are malformed.</summary>
    public static int MalformedLines => Malformed.Length;

    /// <summary>The malformed lines as they stand at the beginning of the outage, in order.</summary>
    internal static string[] Malformed { get; } =
    [
        "1794482399.512    118 10.20.4.13 TCP_TUNNEL/200 51",
        "1794482399.744     61 10.20.1.32 TCP_TUNN",
        "17944824",
        "1794482399.9041794493200.101 squid",
        new('\0', 16),
    ];

    /// <summary>Whether nothing was logged at that instant.</summary>
    internal static bool Covers(long utcTicks) => utcTicks >= From.UtcTicks && utcTicks < Until.UtcTicks;
}
