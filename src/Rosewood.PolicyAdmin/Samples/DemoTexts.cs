using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The text service's export of the demo fortnight: the office writes to families, and once a teacher does (COM-3).</summary>
internal static class DemoTexts
{
    /// <summary>The file.</summary>
    public const string ExportFile = "sent-messages.csv";

    /// <summary>Who may not send.</summary>
    public const string Sender = "v.holloway";

    private const ulong Seed = 20261110;

    /// <summary>Writes the export.</summary>
    public static void Write(string folder)
    {
        var contacts = DemoContact.Load();
        string[] office = ["b.stonehouse", "m.quigley", "i.hartley"];
        var text = new StringBuilder("Date sent,Sent by,Mobile,Status,Message\n");
        foreach (var day in DemoStories.SchoolDays)
        {
            var random = new DemoRandom(Seed, "texts", day.DayNumber);
            for (var (i, minute) = (random.Between(4, 9), 0); i > 0; i--)
            {
                minute += random.Between(2, 40);
                Line(DemoSchool.At(day, 8, 30).AddMinutes(minute), random.Pick<string>(office), random.Pick<DemoContact>([.. contacts]), "The bus is late today");
            }
        }

        Line(DemoSchool.At("2026-11-19 16:20"), Sender, contacts[11], "Homework is on the table");
        Storage.PrivateFiles.WriteWhole(Path.Combine(folder, ExportFile), Encoding.UTF8.GetBytes(text.ToString()));

        void Line(DateTimeOffset at, string by, DemoContact to, string words) =>
            text.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss},{by},{to.Phone},Delivered,{words}\n");
    }
}
