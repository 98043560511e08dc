using System.Globalization;
using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation.Mail;

public sealed class MailFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_seed_writes_the_same_bytes_and_another_does_not()
    {
        var (a, b, c) = (Write(4, "a"), Write(4, "b"), Write(5, "c"));
        var names = Directory.EnumerateFiles(a).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal).ToList();
        names.ShouldBe(["declarations.csv", "families.csv", "headers.json", "inboxrules.json", "mail-lists.json", "mailboxes.csv", "staff.csv", "trace.json"]);
        foreach (var name in names)
        {
            File.ReadAllBytes(Path.Combine(b, name)).ShouldBe(File.ReadAllBytes(Path.Combine(a, name)), name);
        }

        File.ReadAllBytes(Path.Combine(c, "trace.json")).ShouldNotBe(File.ReadAllBytes(Path.Combine(a, "trace.json")));
    }

    [Fact]
    public void The_trace_has_a_row_for_each_recipient_with_one_id_a_message()
    {
        var school = MailScenario.Realistic(6, 40, 70, 10).With(MailBehaviour.DuplicateRows, 0).Build();
        var rows = Json(school, "trace.json");
        rows.Count.ShouldBe(school.Traced.Sum(m => m.Deliveries.Count));
        foreach (var name in new[] { "id", "senderAddress", "recipientAddress", "messageId", "receivedDateTime", "subject", "size", "fromIP", "toIP", "status" })
        {
            rows.Count(r => r.TryGetProperty(name, out _)).ShouldBe(rows.Count, name);
        }

        rows.GroupBy(r => Text(r, "id"), StringComparer.Ordinal).ShouldAllBe(g => g.Select(r => Text(r, "messageId")).Distinct(StringComparer.Ordinal).Count() == 1);
        rows.Select(r => Text(r, "status")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["delivered", "expanded", "failed", "filteredAsSpam", "quarantined"]);
        rows.ShouldAllBe(r => Text(r, "senderAddress").EndsWith("@rosewood.example", StringComparison.OrdinalIgnoreCase)
            || Text(r, "recipientAddress").EndsWith("@rosewood.example", StringComparison.OrdinalIgnoreCase)
            || school.Rules.Count > 0 || school.Lists.JournalAddresses.Contains(Text(r, "recipientAddress")));
        var times = rows.Select(r => DateTimeOffset.Parse(Text(r, "receivedDateTime"), CultureInfo.InvariantCulture)).ToList();
        times.ShouldBe(times.OrderDescending());
    }

    [Fact]
    public void The_trace_of_a_long_term_begins_ninety_days_before_its_end()
    {
        var school = MailScenario.Plain(6, schoolDays: 80).Build();
        var begin = school.Traced[^1].At;
        var oldest = DateTimeOffset.FromUnixTimeMilliseconds(begin);
        DateOnly.FromDateTime(oldest.UtcDateTime).ShouldBeGreaterThanOrEqualTo(school.SchoolDays[^1].AddDays(-90));
        school.Messages.ShouldContain(m => m.At < begin);
    }

    [Fact]
    public void Rows_of_two_exports_that_overlap_stand_twice()
    {
        var school = MailScenario.Plain(6, schoolDays: 6).With(MailBehaviour.DuplicateRows).Build();
        Json(school, "trace.json").Count.ShouldBeGreaterThan(school.Traced.Sum(m => m.Deliveries.Count));
    }

    [Fact]
    public void The_admin_centers_csv_is_utf_16_with_the_columns_of_the_cmdlet()
    {
        var school = MailScenario.Realistic(6, 40, 70, 5).With(MailBehaviour.DuplicateRows, 0).Changed(o => o with { TraceCsv = true }).Build();
        school.WriteTo(_folder);
        File.Exists(Path.Combine(_folder, "trace.json")).ShouldBeFalse();
        var bytes = File.ReadAllBytes(Path.Combine(_folder, "trace.csv"));
        bytes[..2].ShouldBe([0xFF, 0xFE]);
        var lines = Encoding.Unicode.GetString(bytes[2..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("\"Received\",\"SenderAddress\",\"RecipientAddress\",\"Subject\",\"Status\",\"ToIP\",\"FromIP\",\"Size\",\"MessageId\",\"MessageTraceId\"");
        lines.Length.ShouldBe(1 + school.Traced.Sum(m => m.Deliveries.Count));
    }

    [Fact]
    public void Headers_are_of_the_exported_mailboxes_and_sent_copies_have_no_internet_headers()
    {
        var school = MailScenario.Realistic(6, 40, 70, 10).With(MailBehaviour.StaffOnParentsList).With(MailBehaviour.AutomaticReply, 6).Build();
        var records = Json(school, "headers.json");
        records.Count.ShouldBe(school.HeaderCopies.Count);
        records.Select(r => Text(r, "id")).Distinct(StringComparer.Ordinal).Count().ShouldBe(records.Count);
        records.ShouldAllBe(r => school.HeaderMailboxes.Contains(Text(r, "mailbox")));
        ((double)school.HeaderMailboxes.Count / school.Mailboxes.Count).ShouldBeInRange(0.5, 0.9);
        foreach (var (record, copy) in records.Zip(school.HeaderCopies))
        {
            record.TryGetProperty("internetMessageHeaders", out var headers).ShouldBe(!copy.IsSent);
            Text(record, "internetMessageId").ShouldBe(copy.Message.MessageId);
            if (!copy.IsSent)
            {
                Header(headers, "In-Reply-To").ShouldBe(copy.Message.InReplyTo);
                Header(headers, "Message-ID").ShouldBe(copy.Message.MessageId);
            }
        }

        var all = records.Where(r => r.TryGetProperty("internetMessageHeaders", out _)).Select(r => r.GetProperty("internetMessageHeaders")).ToList();
        all.ShouldContain(h => Header(h, "List-Id") != null);
        all.ShouldContain(h => Header(h, "Auto-Submitted") == "auto-replied");
        all.ShouldContain(h => Header(h, "References") != null && Header(h, "References")!.Contains(' ', StringComparison.Ordinal));
    }

    [Fact]
    public void Json_lines_have_a_record_a_line()
    {
        var school = MailScenario.Plain(6, schoolDays: 3).Changed(o => o with { JsonLines = true }).Build();
        school.WriteTo(_folder);
        foreach (var name in new[] { "trace.json", "headers.json" })
        {
            foreach (var line in File.ReadAllLines(Path.Combine(_folder, name)))
            {
                using var json = JsonDocument.Parse(line);
                json.RootElement.TryGetProperty("subject", out _).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Rules_and_forwarding_are_in_their_files()
    {
        var school = MailScenario.Plain(9)
            .With(MailBehaviour.DisabledForwardRule).With(MailBehaviour.LeaverForwarded)
            .WithMisuse(MailStory.RuleToPersonal, MailStrength.Regular).WithMisuse(MailStory.MailboxToPersonal, MailStrength.Regular).Build();
        school.WriteTo(_folder);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "inboxrules.json")));
        var mailboxes = json.RootElement.EnumerateArray().ToList();
        mailboxes.Count.ShouldBe(school.Mailboxes.Count);
        var rules = mailboxes.SelectMany(m => m.GetProperty("value").EnumerateArray()).ToList();
        rules.Count(r => r.GetProperty("isEnabled").GetBoolean()).ShouldBe(1);
        rules.Count(r => !r.GetProperty("isEnabled").GetBoolean()).ShouldBe(1);

        var rows = Rows("mailboxes.csv");
        rows.Count(r => r[5].Length > 0).ShouldBe(1, "a leaver's mailbox goes to a colleague");
        rows.Single(r => r[6].Length > 0)[6].ShouldBe("smtp:" + school.Cases.Single(c => c.Story == MailStory.MailboxToPersonal).Person.PersonalAddress);
        Rows("staff.csv").Count(r => r[7].Length > 0).ShouldBe(1);
    }

    [Fact]
    public void The_families_list_has_every_family_and_declarations_name_them()
    {
        var school = MailScenario.Realistic(8, 60, 200, 3).Build();
        school.WriteTo(_folder);
        var families = Rows("families.csv");
        families.Select(r => r[0]).Where(id => id[0] == 'F').Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        families.Where(r => r[0][0] == 'G').Select(r => r[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(school.Families.Select(f => f.SecondId).OfType<string>());
        families.ShouldAllBe(r => r.Length == 4 && r[2].Contains('@') && r[3].StartsWith("07700 900", StringComparison.Ordinal));
        var ids = families.Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        Rows("declarations.csv").ShouldAllBe(r => ids.Contains(r[2]) && (r[3] == "relationship" || r[3] == "contact"));
        Rows("staff.csv").Count(r => r[4].Length > 0).ShouldBe(school.Staff.Count(p => p.IsRegistered));
    }

    [Fact]
    public void A_source_that_is_switched_off_is_not_written()
    {
        MailScenario.Plain(1, schoolDays: 1).Changed(o => o with { Sources = MailSources.Trace }).Build().WriteTo(_folder);
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["declarations.csv", "families.csv", "mail-lists.json", "staff.csv", "trace.json"]);
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static string? Header(JsonElement headers, string name)
    {
        foreach (var header in headers.EnumerateArray())
        {
            if (string.Equals(Text(header, "name"), name, StringComparison.OrdinalIgnoreCase))
            {
                return Text(header, "value");
            }
        }

        return null;
    }

    private List<JsonElement> Json(SimulatedMail school, string name)
    {
        school.WriteTo(_folder);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, name)));
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(e => e.Clone())];
    }

    private string Write(ulong seed, string name)
    {
        var folder = Path.Combine(_folder, name);
        MailScenario.Realistic(seed, 30, 60, 4).Build().WriteTo(folder);
        return folder;
    }

    private List<string[]> Rows(string name) => [.. File.ReadAllLines(Path.Combine(_folder, name)).Skip(1).Select(Cells)];

    /// <summary>Names of shared mailboxes have a comma and stand in quotes.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<StringBuilder> { new() };
        var isQuoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(new StringBuilder());
            }
            else
            {
                cells[^1].Append(letter);
            }
        }

        return [.. cells.Select(c => c.ToString())];
    }
}
