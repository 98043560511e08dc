using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>A small school for tests.</summary>
public static class TestConfig
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static PolicyConfig School { get; } = new()
    {
        School = new SchoolConfig("Rosewood Free School", ["rosewood.example"], ["outlook.office365.com", "teams.microsoft.com"]),
        SchoolDay = new SchoolDayConfig(
            [new TermConfig("Autumn 2026", new DateOnly(2026, 9, 2), new DateOnly(2026, 12, 18)), new TermConfig("Spring 2027", new DateOnly(2027, 1, 5), new DateOnly(2027, 3, 26))],
            [
                new SessionConfig("Morning 1", Weekdays, new TimeOnly(8, 50), new TimeOnly(10, 40)),
                new SessionConfig("Morning 2", Weekdays, new TimeOnly(11, 0), new TimeOnly(12, 15)),
                new SessionConfig("Afternoon", Weekdays, new TimeOnly(13, 5), new TimeOnly(15, 10)),
            ],
            [new ClosureConfig("Half term", new DateOnly(2026, 10, 26), new DateOnly(2026, 10, 30))]),
        Networks =
        [
            new NetworkConfig("10.20.0.0/16", DeviceClass.School, "Wired"),
            new NetworkConfig("10.30.0.0/16", DeviceClass.Personal, "Staff Wi-Fi"),
            new NetworkConfig("10.40.0.0/24", DeviceClass.SchoolMobile, "School mobiles"),
            new NetworkConfig("10.50.0.0/24", DeviceClass.Guest, "Guests"),
            new NetworkConfig("10.20.9.0/24", DeviceClass.Server, "Servers"),
            new NetworkConfig("10.20.9.250/32", DeviceClass.Proxy, "Proxy"),
        ],
    };
}
