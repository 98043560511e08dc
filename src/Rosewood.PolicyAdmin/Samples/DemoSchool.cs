using System.Globalization;
using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The demo school's own files, embedded in the engine: what <c>samples/demo-school/</c> holds.</summary>
public static class DemoSchool
{
    /// <summary>The school's name.</summary>
    public const string Name = "Rosewood Free School";

    /// <summary>The configuration.</summary>
    public const string ConfigFile = "policy.json";

    /// <summary>The roster, as <c>Import-PolicyPerson</c> reads it.</summary>
    public const string StaffFile = "staff.csv";

    /// <summary>The inventory, as <c>Import-PolicyDevice</c> reads it.</summary>
    public const string DevicesFile = "devices.csv";

    /// <summary>When staff were absent, as <c>Import-StaffAbsence</c> reads it. It lies ready in a filled workspace, and is not imported.</summary>
    public const string AbsencesFile = "absences.csv";

    /// <summary>The families' contacts, as <c>Import-FamilyContact</c> reads them; invented, like everything here.</summary>
    public const string FamiliesFile = "families.csv";

    /// <summary>The files that <see cref="FillAsync"/> puts into a workspace.</summary>
    internal static IReadOnlyList<string> FilesInWorkspace { get; } = [StaffFile, DevicesFile, FamiliesFile, AbsencesFile];

    /// <summary>What to do with a workspace that holds the demo school.</summary>
    internal static IReadOnlyList<string> NextSteps { get; } =
    [
        "See who works there: Get-PolicyPerson",
        "See the access register: Get-SocialMediaAccess -IncludeEnded",
        "Grant something: Grant-SocialMediaAccess -User deputy",
        "See the whole, from the proxy's log to the report: rosewood demo",
    ];

    private const string Prefix = "Rosewood.PolicyAdmin.Samples.DemoSchool.";

    /// <summary>The school's time zone.</summary>
    internal static TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>One of the files, as its bytes are in the repository.</summary>
    /// <param name="name"><see cref="ConfigFile"/>, <see cref="StaffFile"/>, <see cref="DevicesFile"/>, <see cref="FamiliesFile"/> or <see cref="AbsencesFile"/>.</param>
    /// <exception cref="ArgumentException">No such file.</exception>
    public static byte[] ReadFile(string name)
    {
        using var stream = typeof(DemoSchool).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"The demo school has no file '{name}'.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Fills a fresh workspace with the roster, the inventory and the grants of the demo's past.</summary>
    /// <param name="workspace">A workspace whose configuration is the demo's, and whose roster is empty.</param>
    /// <param name="cancellationToken">Ends it between two acts.</param>
    /// <exception cref="Commands.FaultException">A command refused.</exception>
    public static Task FillAsync(PolicyWorkspace workspace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return DemoFill.RunAsync(workspace, cancellationToken);
    }

    /// <summary>The configuration under another school's name.</summary>
    internal static string ConfigFor(string name) =>
        ReadText(ConfigFile).Replace(JsonSerializer.Serialize(Name), JsonSerializer.Serialize(name), StringComparison.Ordinal);

    /// <summary>An instant in the school's time, such as <c>2026-11-10 19:42</c>.</summary>
    internal static DateTimeOffset At(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>An instant of a day, in the school's time.</summary>
    internal static DateTimeOffset At(DateOnly day, int hour, int minute)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    internal static string ReadText(string name) => Encoding.UTF8.GetString(ReadFile(name));
}
