using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

/// <summary>Snapshots of a small school: n.obrien may use Facebook on school devices for an hour from the moment of writing.</summary>
internal static class SnapshotFile
{
    public static SnapshotSource Source { get; } = new(7, "aa", "bb", "cc");

    public static byte[] Bytes(DateTimeOffset writtenAt, bool isGranted = true, DateTimeOffset? until = null)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var people = new PeopleHistory(
            [
                new PersonVersion(0, Person("P-0001", "n.obrien@rosewood.example", RoleSet.Of(Role.Teacher), "n.obrien")),
                new PersonVersion(0, Person("P-0002", "d.puty@rosewood.example", RoleSet.Of(Role.DeputyHead), "d.puty")),
                new PersonVersion(0, Person("P-0003", "å.berg@rosewood.example", RoleSet.Of(Role.Teacher), "å.berg", @"rosewood\å.berg")),
                new PersonVersion(0, Person("P-0004", "s.pace@rosewood.example", RoleSet.Of(Role.Teacher), "s pace")),
                new PersonVersion(0, Person("P-0005", "s.percent@rosewood.example", RoleSet.Of(Role.Teacher), "s%20pace")),
            ],
            zone);
        var grants = isGranted
            ? new[] { new GrantFact("G-0001", "P-0001", ["Facebook"], [DeviceClass.School], [], writtenAt, until ?? writtenAt.AddHours(1), "r", "P-0002", "P-0002", writtenAt, Reference: null, RequiresConfirmation: false) }
            : [];
        var access = new AccessState(
            people,
            new AccessLedger(grants, [], []),
            ServiceCatalogue.BuiltIn.With([], [], TestConfig.School.School.OwnHosts),
            new SchoolCalendar(TestConfig.School.SchoolDay, zone),
            zone,
            standingAuthorisation: true);
        var inventory = new DeviceHistory(
            [
                new DeviceVersion(0, new Device("D-0001", "PC-07", DeviceClass.School, ["10.20.1.7"], "0a:1b:2c:3d:4e:5f", SerialNumber: null, AssignedUser: null)),
                new DeviceVersion(0, new Device("D-0002", "MOB-1", DeviceClass.SchoolMobile, [], "0a:1b:2c:3d:4e:60", SerialNumber: null, AssignedUser: null)),
            ]);
        var body = SnapshotWriter.Write(access, inventory, TestConfig.School, writtenAt.UtcTicks);
        return [.. SnapshotHeader.Of(body, writtenAt, Source).ToBytes(), .. body];
    }

    private static Person Person(string id, string upn, RoleSet roles, params string[] logins) => new(id, upn, upn, roles, logins, [], WorkPhone: null, StartDate: null, EndDate: null);
}
