using System.Globalization;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Gaps;

/// <summary>A school's log in which it is known what belongs beside what.</summary>
internal sealed class GapLog
{
    public const string Companion = "photos.facepics.example";
    public const string NamedAlike = "www.facebook.example";
    public const string Advertising = "ads.everywhere.example";
    public const string OnePersonsSite = "diary.private.example";
    public const string LookAlike = "login-facebook.test";

    private static readonly string[] Facebook = ["www.facebook.com", "static.xx.fbcdn.net"];
    private readonly Random _random = new(20261124);
    private readonly List<(DateTimeOffset At, string Text)> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines.OrderBy(l => l.At).Select(l => l.Text)];

    /// <summary>People, each on each day: one visit to Facebook with all that belongs to it, and many pages of other kinds.</summary>
    public static GapLog Ordinary(int people = 6, int days = 5, bool named = true)
    {
        var log = new GapLog();
        for (var day = 0; day < days; day++)
        {
            for (var person = 0; person < people; person++)
            {
                var user = named ? $"person{person}" : "-";
                var morning = new DateTimeOffset(2026, 11, 9 + day, 9, person, 0, TimeSpan.Zero);
                for (var page = 0; page < 20; page++)
                {
                    var at = morning.AddMinutes(page * 7);
                    log.Page(at, user, person, $"www.site{log._random.Next(30)}.example", Advertising, page % 9 == 0 ? LookAlike : "fonts.gstatic.com");
                }

                log.Page(morning.AddHours(3), user, person, [.. Facebook, Companion, NamedAlike, Advertising, .. person == 0 ? new[] { OnePersonsSite } : []]);
            }
        }

        return log;
    }

    /// <summary>A page and what it brings, within seconds.</summary>
    public GapLog Page(DateTimeOffset at, string user, int machine, params string[] hosts)
    {
        for (var i = 0; i < hosts.Length; i++)
        {
            var began = at.AddSeconds(2 + i);
            Add(began.AddMilliseconds(300), 200, user, machine, hosts[i]);
        }

        return this;
    }

    public GapLog Add(DateTimeOffset written, int elapsed, string user, int machine, string host, string result = "TCP_TUNNEL/200")
    {
        _lines.Add((written, SquidLog.Line(written.ToString("O", CultureInfo.InvariantCulture), host, user, $"10.20.1.{machine + 1}", elapsed, result)));
        return this;
    }

    /// <summary>The same lines, each moved by up to so many seconds.</summary>
    public static IReadOnlyList<string> Shuffled(IReadOnlyList<string> lines, int seed, int seconds)
    {
        var random = new Random(seed);
        return [.. lines.OrderBy(l => double.Parse(l[..l.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture) + (random.NextDouble() * seconds))];
    }
}
