using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Timeline;
using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Workspace;
using DeviceKind = Rosewood.PolicyAdmin.Simulation.Model.DeviceKind;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>A simulated school's registers as the product has them.</summary>
internal sealed class SimulatedMaterial
{
    private readonly SimulatedSchool _school;
    private readonly Dictionary<string, string> _ids;

    public SimulatedMaterial(SimulatedSchool school)
    {
        _school = school;
        _ids = school.Staff.Select((p, i) => (p.Account!.UserPrincipalName, Id: $"P-{i}")).ToDictionary(p => p.UserPrincipalName, p => p.Id, StringComparer.Ordinal);
        People = new PeopleHistory(school.Staff.Select(p => new PersonVersion(0, PersonOf(p))), Zone);
        Devices = new DeviceHistory(school.Devices.Where(d => d.IsSchools).Select((d, i) => new DeviceVersion(0, new Device($"D-{i}", d.Name, ClassOf(d), [], Mac: null, SerialNumber: null, d.Of?.Account?.UserPrincipalName) { Room = d.Kind == DeviceKind.RoomPc ? d.StandsIn?.Name : null })));
    }

    public static TimeZoneInfo Zone { get; } = SchoolZone.Find("Europe/London");

    public PeopleHistory People { get; }

    public DeviceHistory Devices { get; }

    public SignInTimeline NewTimeline() => new(
        People,
        Devices,
        [.. _school.Networks.Select(n => new NetworkConfig(n.Cidr, Enum.Parse<DeviceClass>(n.Class), n.Name))],
        new DateTimeOffset(_school.SchoolDays[^1].AddDays(30).ToDateTime(default), TimeSpan.Zero));

    public DetectionOptions Options() => new()
    {
        Config = new SignInsConfig { UseAbsences = true, DeclaredSharedAccounts = [.. _school.DeclaredShared.Select(a => a.UserPrincipalName)] },
        Zone = Zone,
        Absences = new SignIns.Absences.AbsenceRegister(_school.Absences.Select((a, i) => new SignIns.Absences.Absence($"A-{i}", _ids[a.Person.Account!.UserPrincipalName], Midnight(a.From), Midnight(a.To.AddDays(1))))),
    };

    /// <summary>The id by which a finding names an account.</summary>
    public string SubjectOf(SimulatedAccount account) => _ids.TryGetValue(account.UserPrincipalName, out var id) ? id : PersonNames.IdOfAccount(account.UserPrincipalName);

    private static long Midnight(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(default), Zone).Ticks;

    private static DeviceClass ClassOf(SimulatedDevice device) => device.Kind switch
    {
        DeviceKind.Server => DeviceClass.Server,
        DeviceKind.SchoolMobile => DeviceClass.SchoolMobile,
        _ => DeviceClass.School,
    };

    private Person PersonOf(SimulatedPerson p) => new(
        _ids[p.Account!.UserPrincipalName],
        p.Account.UserPrincipalName,
        p.DisplayName,
        p.Roles.Aggregate(RoleSet.None, (all, role) => all.With(Enum.Parse<Role>(role.ToString()))),
        [p.Login],
        [],
        WorkPhone: null,
        StartDate: null,
        EndDate: null);
}
