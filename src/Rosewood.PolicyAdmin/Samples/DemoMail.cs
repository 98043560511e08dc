using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// The mail of the demo fortnight, as the admin center's message trace has it: staff and families write to each other from school
/// addresses, and one person does not. The same on every platform.
/// </summary>
internal static class DemoMail
{
    /// <summary>The file.</summary>
    public const string TraceFile = "message-trace.csv";

    /// <summary>Who writes to families from a private address, with the office in copy.</summary>
    public const string Writer = "i.hartley";

    private const string WritersAddress = "imogen.hartley@mailbox.example";
    private const string Office = "b.stonehouse@rosewood.example";
    private const ulong Seed = 20261109;

    private static readonly string[] Subjects = ["Transport on Monday", "Reading book", "Swimming kit", "Parents' evening", "Medicine at lunch", "Thank you", "Winter fair", "Review meeting"];

    /// <summary>The days on which the writer uses the private address, and to which family.</summary>
    private static readonly (string At, string Family, string Subject)[] Private =
    [
        ("2026-11-10 19:42", "F-2007", "Trip money"),
        ("2026-11-12 20:15", "F-2007", "Re: Trip money"),
        ("2026-11-16 18:58", "F-2013", "Lost coat"),
        ("2026-11-18 21:03", "F-2007", "Trip on Friday"),
    ];

    /// <summary>Writes the trace.</summary>
    public static void Write(string folder)
    {
        var contacts = DemoContact.Load();
        var rows = new List<(DateTimeOffset At, string From, string To, string Subject)>();
        var teachers = DemoRoster.Load().Staff.Where(static s => s.Roles[0] is People.Role.Teacher or People.Role.Admin && s.Login is not Writer).ToList();
        foreach (var day in DemoStories.SchoolDays)
        {
            foreach (var person in teachers.Where(p => p.IsEmployed(day)))
            {
                var random = new DemoRandom(Seed, person.Login, day.DayNumber);
                for (var i = random.Below(3); i > 0; i--)
                {
                    var (contact, subject) = (random.Pick<DemoContact>([.. contacts]), random.Pick<string>(Subjects));
                    var at = DemoSchool.At(day, 8, 0).AddMinutes(random.Below(480));
                    rows.Add((at, person.Login + "@rosewood.example", contact.Address, subject));
                    if (random.Chance(60))
                    {
                        rows.Add((at.AddMinutes(random.Between(20, 900)), contact.Address, person.Login + "@rosewood.example", "Re: " + subject));
                    }
                }
            }
        }

        foreach (var (at, family, subject) in Private)
        {
            var when = DemoSchool.At(at);
            rows.Add((when, WritersAddress, Office, subject));
            rows.Add((when, WritersAddress, contacts.First(c => string.Equals(c.FamilyId, family, StringComparison.Ordinal)).Address, subject));
        }

        var text = new StringBuilder("Received,SenderAddress,RecipientAddress,Subject,Status,ToIP,FromIP,Size,MessageId,MessageTraceId\n");
        var number = 0;
        string? last = null;
        foreach (var (at, from, to, subject) in rows.OrderBy(static r => r.At).ThenBy(static r => r.From, StringComparer.Ordinal))
        {
            // One message to several people has one id.
            var message = string.Create(CultureInfo.InvariantCulture, $"{at:yyyyMMddHHmm}.{from}");
            number += string.Equals(message, last, StringComparison.Ordinal) ? 0 : 1;
            last = message;
            text.Append(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z,{from},{to},{subject},Delivered,,,{9000 + (number * 37 % 50000)},<{number:00000}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>,{number:00000000-0000-4000-8000-000000000000}\n");
        }

        Storage.PrivateFiles.WriteWhole(Path.Combine(folder, TraceFile), Encoding.UTF8.GetBytes(text.ToString()));
    }
}
