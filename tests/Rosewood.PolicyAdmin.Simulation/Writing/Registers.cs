using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>The school's lists as CSV, UTF-8 without a mark, as RFC 4180 quotes.</summary>
internal static class Registers
{
    public static void WriteStaff(SimulatedSchool school, string path) => Write(
        path,
        "UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses,WorkPhone,StartDate,EndDate",
        school.Staff.Select(p => new[]
        {
            p.Account!.UserPrincipalName, p.DisplayName, string.Join(';', p.Roles), p.Login, "",
            p.IsLeader ? string.Create(CultureInfo.InvariantCulture, $"07700 900{p.Number:000}") : "", Day(p.StartDate), "",
        }));

    public static void WriteDevices(SimulatedSchool school, string path) => Write(
        path,
        "Name,Class,Addresses,Mac,SerialNumber,AssignedUser,Room",
        school.Devices.Where(d => d.IsSchools).Select(d => new[]
        {
            d.Name, d.Kind switch { DeviceKind.Server => "Server", DeviceKind.SchoolMobile => "SchoolMobile", _ => "School" },
            d.Address, d.Mac, d.SerialNumber, d.Of?.Account?.UserPrincipalName ?? "", d.Kind == DeviceKind.RoomPc ? d.StandsIn?.Name ?? "" : "",
        }));

    public static void WriteAbsences(SimulatedSchool school, string path) => Write(
        path,
        "UserPrincipalName,From,To",
        school.Absences.OrderBy(a => a.From).ThenBy(a => a.Person.Number).Select(a => new[] { a.Person.Account!.UserPrincipalName, Day(a.From), Day(a.To) }));

    public static void WriteNetworks(SimulatedSchool school, string path) =>
        Write(path, "Cidr,Class,Name", school.Networks.Select(n => new[] { n.Cidr, n.Class, n.Name }));

    public static void WriteShared(SimulatedSchool school, string path) =>
        Write(path, "UserPrincipalName,Purpose", school.DeclaredShared.Select(a => new[] { a.UserPrincipalName, a.DisplayName }));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;

    public static void Write(string path, string head, IEnumerable<string[]> rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        writer.WriteLine(head);
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }
}
