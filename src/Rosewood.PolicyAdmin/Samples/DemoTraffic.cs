using System.IO.Compression;
using System.Text;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// The demo school's proxy log: Squid's native access.log, made from how a school behaves. The same bytes on every run and platform.
/// </summary>
public static class DemoTraffic
{
    /// <summary>The current log's file name.</summary>
    public const string CurrentLog = "access.log";

    /// <summary>The name of the first week's log, rotated and compressed.</summary>
    public const string RotatedLog = "access.log.1.gz";

    private const ulong Seed = 0x52_6F_73_65_77_6F_6F_64;

    /// <summary>Writes a number of days, a day's lines in memory at a time.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">How many days.</param>
    /// <returns>How many lines were written, malformed ones among them.</returns>
    public static long Write(Stream output, DateOnly from, int days)
    {
        var writer = new Writer(output);
        Run(from, days, _ => writer);
        return writer.Lines;
    }

    /// <summary>Writes the demo fortnight into a folder as a proxy leaves it: the first week rotated and compressed, the second in the current log.</summary>
    /// <param name="folder">The folder; made when it is missing.</param>
    /// <returns>The two paths, the older first.</returns>
    public static IReadOnlyList<string> WriteFiles(string folder)
    {
        var (older, current) = (Path.Combine(folder, RotatedLog), Path.Combine(folder, CurrentLog));
        Directory.CreateDirectory(folder);
        using (var first = new GZipStream(File.Create(older), CompressionLevel.Optimal))
        using (var second = File.Create(current))
        {
            var (firstWeek, secondWeek) = (new Writer(first), new Writer(second));
            Run(
                DemoStories.FirstDay,
                DemoStories.LastDay.DayNumber - DemoStories.FirstDay.DayNumber + 1,
                day => day.DayNumber < DemoStories.FirstDay.DayNumber + 7 ? firstWeek : secondWeek);
        }

        return [older, current];
    }

    private static void Run(DateOnly from, int days, Func<DateOnly, Writer> writerOf)
    {
        var roster = DemoRoster.Load();
        var (people, machines, phones, stories) = (new DemoPeople(roster, Seed), new DemoMachines(roster, Seed), new DemoPhones(roster, Seed), new DemoStoryTraffic(Seed));
        var zone = DemoSchool.Zone;
        var lines = new List<SquidLine>();
        for (var day = from; day < from.AddDays(days); day = day.AddDays(1))
        {
            var log = new DemoDayLog(day, zone, lines);
            var schoolDay = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            if (schoolDay)
            {
                people.SchoolDay(log);
                phones.SchoolDay(log);
            }
            else
            {
                people.Weekend(log);
            }

            machines.Run(log, schoolDay);
            stories.Run(log);

            // What runs past midnight waits for the next day's file.
            var midnight = new DemoDayLog(day.AddDays(1), zone, lines).Midnight;
            var ordered = lines.Where(l => l.AtUtcTicks < midnight).OrderBy(l => l.AtUtcTicks).ToList();
            lines.RemoveAll(l => l.AtUtcTicks < midnight);
            writerOf(day).Write(ordered);
        }
    }

    private sealed class Writer(Stream output)
    {
        private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);
        private bool _outageTold;

        public long Lines { get; private set; }

        public void Write(IEnumerable<SquidLine> lines)
        {
            using var text = new StreamWriter(output, Encoding, leaveOpen: true) { NewLine = "\n" };
            foreach (var line in lines)
            {
                if (!DemoOutage.Covers(line.AtUtcTicks))
                {
                    text.WriteLine(line.ToString());
                    Lines++;
                }
                else if (!_outageTold)
                {
                    _outageTold = true;
                    foreach (var malformed in DemoOutage.Malformed)
                    {
                        text.WriteLine(malformed);
                        Lines++;
                    }
                }
            }
        }
    }
}
