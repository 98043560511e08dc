using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats;

/// <summary>What every format has to hold. A format's own test class brings its spec table, and what is particular to it.</summary>
public abstract class LogFormatTests
{
    private const string Odd = " \"'=|,;:/\\@[]{}()-.0%\t\0\xFF?#<>";

    private static readonly string[] SyslogHeaders =
    [
        "<134>",
        "<134>Nov 24 09:00:01 fw01 ",
        "Nov  4 09:00:01 fw01 filter[123]: ",
        "2026-11-24T09:00:01.123456+00:00 fw01 filter: ",
        "<134>1 2026-11-24T09:00:01.123Z fw01 filter 123 ID47 [meta a=\"x] \\\" y\"] ",
    ];

    /// <summary>The format.</summary>
    private protected abstract LogFormat Format { get; }

    /// <summary>The formats among which it is recognised.</summary>
    private protected virtual LogFormatSet Formats => LogFormats.BuiltIn;

    /// <summary>vendor field → ours, one row or more for each field and each trap, several firmware generations where they differ.</summary>
    private protected abstract IReadOnlyList<FormatRow> Rows { get; }

    /// <summary>Lines that are refused.</summary>
    private protected abstract IReadOnlyList<string> Malformed { get; }

    /// <summary>The header without which lines mean nothing, or null.</summary>
    private protected virtual string? Header => null;

    /// <summary>What the log leaves open, as the rows expect it.</summary>
    private protected virtual LogReaderOptions Options => new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), Year: null) { Reference = new DateTime(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc) };

    /// <summary>A line about a user of that name, written as the device would; null where this format can't carry such a name.</summary>
    private protected abstract string? LineAbout(string user);

    [Fact]
    public void Fields_become_ours()
    {
        Rows.Count.ShouldBeGreaterThan(5);
        var wrong = new List<string>();
        foreach (var row in Rows)
        {
            if (!Reader().TryParse(Encoding.UTF8.GetBytes(row.Line), 7, out var parsed))
            {
                wrong.Add($"{row.What}: not read: {row.Line}");
            }
            else if (row.IsNote != parsed is null)
            {
                wrong.Add($"{row.What}: {(parsed is null ? "taken for a note" : "no note")}: {row.Line}");
            }
            else if (parsed is not null)
            {
                wrong.AddRange(Pairs(row.Expected).Where(p => !Shown(parsed, p.Name).Equals(p.Value, StringComparison.Ordinal)).Select(p => $"{row.What}: {p.Name} is '{Shown(parsed, p.Name)}' and not '{p.Value}'"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Both_paths_say_the_same_of_every_row()
    {
        foreach (var row in Rows)
        {
            ShouldAgree(Reader(), Encoding.UTF8.GetBytes(row.Line));
        }
    }

    [Fact]
    public void Malformed_lines_are_refused_by_both_paths()
    {
        Malformed.Count.ShouldBeGreaterThan(2);
        foreach (var line in Malformed)
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var glance = default(LineGlance);
            Reader().Glance(bytes, ref glance).ShouldBeFalse(line);
            Reader().TryParse(bytes, 1, out _).ShouldBeFalse(line);
        }
    }

    /// <summary>Hostile input: truncated, mutated, spliced and random lines.</summary>
    [Fact]
    public void No_line_breaks_a_reader_and_both_paths_judge_it_alike()
    {
        var random = new Random(4);
        var lines = Rows.Select(static r => Encoding.UTF8.GetBytes(r.Line)).ToList();
        var reader = Reader();
        for (var i = 0; i < 4000; i++)
        {
            var line = (byte[])lines[random.Next(lines.Count)].Clone();
            switch (random.Next(5))
            {
                case 0:
                    line = line[..random.Next(line.Length + 1)];
                    break;
                case 1:
                    line = [.. line[..random.Next(line.Length + 1)], .. lines[random.Next(lines.Count)].AsSpan(random.Next(10))];
                    break;
                case 2:
                    random.NextBytes(line.AsSpan(random.Next(line.Length + 1)));
                    break;
                default:
                    for (var k = random.Next(1, 5); k > 0 && line.Length > 0; k--)
                    {
                        line[random.Next(line.Length)] = (byte)Odd[random.Next(Odd.Length)];
                    }

                    break;
            }

            ShouldAgree(reader, line);
        }

        ShouldAgree(reader, Encoding.UTF8.GetBytes(Rows[0].Line + new string('x', 60_000)));
        ShouldAgree(reader, Encoding.UTF8.GetBytes(new string('"', 60_000)));
        ShouldAgree(reader, Encoding.UTF8.GetBytes(new string('{', 60_000)));
        ShouldAgree(reader, []);
    }

    [Fact]
    public void Names_come_through_as_they_are()
    {
        var carried = 0;
        foreach (var name in new[] { "n.obrien", "N.O'Brien", "zoë.müller", "Sinéad Ní Bhriain", "李.小龙", "a=b", "a,b", "a|b", "a;b", "it's \"quoted\"", "100%", "a&b", "x@rosewood.example", "end\\" })
        {
            if (LineAbout(name) is not { } line)
            {
                continue;
            }

            carried++;
            Reader().TryParse(Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue(line);
            parsed!.User.ShouldBe(name, line);
            ShouldAgree(Reader(), Encoding.UTF8.GetBytes(line));
        }

        carried.ShouldBeGreaterThan(LineAbout("plain") is null ? -1 : 2);
    }

    [Fact]
    public void A_log_of_its_lines_is_recognised()
    {
        var best = Formats.Detect(Text(Rows.Select(static r => r.Line)))[0];
        best.Format.Name.ShouldBe(Format.Name, best.Detection.Why);
        best.Detection.Certainty.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void A_syslog_header_changes_nothing()
    {
        if (!Format.IsLineFormat)
        {
            return;
        }

        foreach (var row in Rows)
        {
            Reader().TryParse(Encoding.UTF8.GetBytes(row.Line), 1, out var plain).ShouldBeTrue();
            foreach (var header in SyslogHeaders)
            {
                var line = Encoding.UTF8.GetBytes(header + row.Line);
                Reader().TryParse(line.AsSpan(SyslogHeader.Length(line)), 1, out var behind).ShouldBeTrue(header + row.Line);
                behind.ShouldBe(plain, header + row.Line);
            }
        }
    }

    [Fact]
    public void Wherever_a_block_ends_the_outcome_is_the_same()
    {
        var random = new Random(5);
        var lines = Enumerable.Range(0, 300).Select(i => i % 41 == 40 ? "rubbish" : Rows[random.Next(Rows.Count)].Line).ToList();
        var text = Text(lines);
        var whole = Scanned(text, 1 << 20);
        whole.ShouldNotBeEmpty();
        foreach (var size in new[] { 1, 7, 64, 251, 1000, 4096, 20_011 })
        {
            Scanned(text, size).ShouldBe(whole, $"block of {size}");
        }
    }

    [Fact]
    public void A_dropped_line_costs_no_allocation()
    {
        var reader = Reader();
        var lines = Rows.Where(static r => !r.IsNote).Select(static r => Encoding.UTF8.GetBytes(r.Line)).ToList();
        Run();

        // A collection that another thread asks for books what is left of this thread's own block as allocated: the least of several tells.
        Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).ShouldBe(0);

        void Run()
        {
            foreach (var line in lines)
            {
                var glance = default(LineGlance);
                reader.Glance(line, ref glance);
            }
        }
    }

    /// <summary>A reader at the beginning of a log with this format's header.</summary>
    private protected LogReader Reader()
    {
        var reader = Format.CreateReader(Options);
        reader.Begin(Header is null ? default : Encoding.UTF8.GetBytes(Header));
        return reader;
    }

    /// <summary>A line as an event.</summary>
    private protected LogEvent Parsed(string line)
    {
        Reader().TryParse(Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue(line);
        return parsed.ShouldNotBeNull();
    }

    /// <summary>All formats' spec tables.</summary>
    internal static IEnumerable<LogFormatTests> All() => typeof(LogFormatTests).Assembly.GetTypes()
        .Where(static t => t.IsSubclassOf(typeof(LogFormatTests)) && !t.IsAbstract)
        .Select(static t => (LogFormatTests)Activator.CreateInstance(t)!);

    internal string? HeaderLine => Header;

    /// <summary>The name of the log under samples/logs; another than the format's where a format has several spec tables.</summary>
    internal virtual string SampleName => Format.Name;

    internal IReadOnlyList<string> SpecLines() => [.. Rows.Where(static r => !r.IsNote).Select(static r => r.Line)];

    internal LogFormat FormatUnderTest => Format;

    private byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat((Header is null ? lines : lines.Prepend(Header)).Select(static l => l + "\n")));

    private List<string> Scanned(byte[] text, int blockSize)
    {
        using var stream = new MemoryStream(text);
        var source = new LogBlockSource(stream, 0, blockSize) { LastHeader = Format.LastHeader };
        var scanner = new BlockScanner(Format.CreateReader(Options), ServiceCatalogue.BuiltIn);
        var buffer = new byte[blockSize + BlockScanner.LongestLine];
        var result = new BlockResult();
        var hits = new List<string>();
        var slots = new SlotTable();
        long malformed = 0;
        while (source.TryFill(ref buffer, out var block, CancellationToken.None))
        {
            result.Clear();
            scanner.Scan(buffer.AsSpan(0, block.Length), result, block.Header);
            malformed += result.Malformed;
            hits.AddRange(result.Hits.Select(static h => h.ToString()));
            foreach (var slot in result.Slots.Slots)
            {
                slots[slot.Slot].Add(slot);
            }
        }

        hits.Add(malformed.ToString(CultureInfo.InvariantCulture));
        foreach (var slot in slots.Slots)
        {
            hits.Add($"{slot.Slot} {slot.Lines} {slot.Other} {slot.NoUser} {slot.NoHost}");
        }

        return hits;
    }

    private static void ShouldAgree(LogReader reader, byte[] line)
    {
        var glance = default(LineGlance);
        var glanced = reader.Glance(line, ref glance);
        var host = glanced ? Encoding.UTF8.GetString(glance.Host).ToLowerInvariant() : "";
        var category = glanced ? Encoding.UTF8.GetString(glance.Category) : "";
        var application = glanced ? Encoding.UTF8.GetString(glance.Application) : "";
        var (seconds, hasUser, isOther, isNote) = (glance.UnixSeconds, glance.HasUser, glance.IsOther, glance.IsNote);
        var shown = Encoding.Latin1.GetString(line);
        reader.TryParse(line, 1, out var parsed).ShouldBe(glanced, shown);
        isNote.ShouldBe(glanced && parsed is null, shown);
        if (parsed is null)
        {
            return;
        }

        host.ShouldBe(parsed.Host ?? "", shown);
        category.ShouldBe(parsed.Category ?? "", shown);
        application.ShouldBe(parsed.Application ?? "", shown);
        seconds.ShouldBe(parsed.Time.ToUnixTimeSeconds(), shown);
        hasUser.ShouldBe(parsed.User is not null, shown);
        isOther.ShouldBe(parsed.Action == LogAction.Other, shown);
        parsed.Duration.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, shown);
        parsed.Bytes.ShouldBeGreaterThanOrEqualTo(0, shown);
        (parsed.Host?.Length ?? 0).ShouldBeLessThanOrEqualTo(253, shown);
    }

    private static List<(string Name, string Value)> Pairs(string expected)
    {
        var pairs = new List<(string Name, string Value)>();
        foreach (var part in expected.Split(' '))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && typeof(LogEvent).GetProperty(part[..equals]) is not null)
            {
                pairs.Add((part[..equals], part[(equals + 1)..]));
            }
            else
            {
                // A value may hold a space.
                pairs[^1] = (pairs[^1].Name, pairs[^1].Value + " " + part);
            }
        }

        return pairs;
    }

    private static string Shown(LogEvent parsed, string name) => typeof(LogEvent).GetProperty(name)!.GetValue(parsed) switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        TimeSpan duration => duration.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        var value => value?.ToString() ?? "",
    };
}
