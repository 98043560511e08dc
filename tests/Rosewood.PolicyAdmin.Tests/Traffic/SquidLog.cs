using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

/// <summary>Writes native Squid lines for tests.</summary>
internal static class SquidLog
{
    /// <summary>Five minutes of a school morning, a hit on social media in three lines.</summary>
    public static string[] Morning { get; } = [.. Enumerable.Range(0, 300).Select(i => Line($"2026-11-24T08:{i / 60:00}:{i % 60:00}Z", i % 3 == 0 ? "www.facebook.com" : "a.example"))];

    /// <summary>The same, at noon.</summary>
    public static string[] Noon { get; } = [.. Enumerable.Range(0, 300).Select(i => Line($"2026-11-24T12:{i / 60:00}:{i % 60:00}Z", i % 3 == 0 ? "www.facebook.com" : "a.example"))];

    /// <summary>Writes on, as a proxy does.</summary>
    public static void Append(string path, params string[] lines) => File.AppendAllText(path, lines is [var one] && !one.StartsWith("17", StringComparison.Ordinal) ? one + "\n" : Text(lines).Replace("\n\n", "\n", StringComparison.Ordinal));

    public static string Line(
        string time = "2026-11-24T08:00:00Z",
        string host = "www.facebook.com",
        string user = "nell.ames",
        string client = "10.20.1.5",
        int elapsed = 0,
        string result = "TCP_TUNNEL/200",
        long bytes = 1000)
    {
        var at = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        return string.Create(CultureInfo.InvariantCulture, $"{at / 1000}.{at % 1000:000} {elapsed,6} {client} {result} {bytes} CONNECT {host}:443 {user} HIER_DIRECT/192.0.2.7 -");
    }

    public static byte[] Bytes(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    public static string Text(params IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
}
