using System.Globalization;
using CsvHelper;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The demo school's people and devices as the traffic generator needs them, read from the same files that are imported.</summary>
internal sealed class DemoRoster
{
    private readonly Dictionary<string, DemoDevice> _devices;

    private DemoRoster(IReadOnlyList<DemoStaff> staff, IReadOnlyList<DemoDevice> devices)
    {
        Staff = staff;
        Devices = devices;
        _devices = devices.ToDictionary(d => d.Name, StringComparer.Ordinal);
    }

    /// <summary>Everyone, in the file's order.</summary>
    public IReadOnlyList<DemoStaff> Staff { get; }

    /// <summary>Every device, in the file's order.</summary>
    public IReadOnlyList<DemoDevice> Devices { get; }

    /// <summary>Reads both files.</summary>
    public static DemoRoster Load() => new(
        [.. Rows(DemoSchool.StaffFile).Select(ReadStaff)],
        [.. Rows(DemoSchool.DevicesFile).Select(ReadDevice)]);

    /// <summary>The device of that name.</summary>
    public DemoDevice Device(string name) => _devices[name];

    /// <summary>The person with that login.</summary>
    public DemoStaff Person(string login) => Staff.First(s => string.Equals(s.Login, login, StringComparison.Ordinal));

    /// <summary>The computer given to a person, or null.</summary>
    public DemoDevice? ComputerOf(DemoStaff person) =>
        Devices.FirstOrDefault(d => d.Class == DeviceClass.School && string.Equals(d.AssignedLogin, person.Login, StringComparison.Ordinal));

    private static DemoStaff ReadStaff(Dictionary<string, string> row) => new(
        List(row["LoginNames"])[0],
        row["DisplayName"],
        [.. List(row["Roles"]).Select(Enum.Parse<Role>)],
        Date(row["StartDate"]),
        Date(row["EndDate"]));

    private static DemoDevice ReadDevice(Dictionary<string, string> row) => new(
        row["Name"],
        Enum.Parse<DeviceClass>(row["Class"]),
        List(row["Addresses"])[0],
        row["AssignedUser"] is { Length: > 0 } user ? user[..user.IndexOf('@', StringComparison.Ordinal)] : null);

    private static DateOnly? Date(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] List(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);

    internal static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var text = new StringReader(DemoSchool.ReadText(file));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h)!, StringComparer.Ordinal);
        }
    }
}

/// <summary>A member of staff.</summary>
internal sealed record DemoStaff(string Login, string Name, IReadOnlyList<Role> Roles, DateOnly? Start, DateOnly? End)
{
    /// <summary>Whether they work on that day.</summary>
    public bool IsEmployed(DateOnly day) => (Start is null || Start <= day) && (End is null || day <= End);
}

/// <summary>A device.</summary>
internal sealed record DemoDevice(string Name, DeviceClass Class, string Address, string? AssignedLogin);
