using System.Globalization;
using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SharingStories;
using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SignInScript;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

/// <summary>One person at many computers, and many at one.</summary>
internal static class RoomTraps
{
    private static readonly string[] Suite = [.. Enumerable.Range(1, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"SUITE-{i:00}"))];

    /// <summary>The traps.</summary>
    public static IReadOnlyList<Trap> All { get; } =
    [
        new("classroom PC with many accounts", ManyAccounts, ColleagueAtOwnDesk),
        new("quick look at a colleague's PC", QuickLook, FriendElsewhere) { Innocents = ["ROOM-2"], MayBeAsked = true },
        new("ICT teacher in a suite", IctTeacher, ColleagueAtOwnDesk) { Own = _ => "SUITE-01", Innocents = Suite[1..] },
        new("teacher between two rooms", TwoRooms, OnColleaguesLaptop) { Own = _ => "ROOM-11" },
        new("supply staff on many PCs over days", Supply, FriendElsewhere) { Others = ["cat", "dan", "eve", "fay"], Own = SupplyRoom },
        new("job share on one PC, each with an account", JobShare, ColleagueAtOwnDesk) { Others = ["jon"] },
        new("remote desktop from home, with the PC's own log", RemoteDesktop, ColleagueAtOwnDesk) { Innocents = ["a computer that is not registered (Windows, Firefox)"] },
        new("remote desktop from home, without the PC's own log", RemoteDesktop, OnColleaguesLaptop) { Setting = s => s.WithoutLog("ROOM-1"), Innocents = ["a computer that is not registered (Windows, Firefox)"] },
        new("clock 5 minutes ahead, logons seen by both", WrongClock, OnColleaguesLaptop) { Own = SecondRoom, Setting = s => Clock(s, 5, seenByBoth: true) },
        new("clock 9 minutes ahead, logons seen by both", WrongClock, OnColleaguesLaptop) { Own = SecondRoom, Setting = s => Clock(s, 9, seenByBoth: true) },
        new("clock 5 minutes ahead, logons seen by one", WrongClock, OnColleaguesLaptop) { Own = SecondRoom, Setting = s => Clock(s, 5, seenByBoth: false), MayBeAsked = true },
        new("clock 9 minutes ahead, logons seen by one", WrongClock, OnColleaguesLaptop) { Own = SecondRoom, Setting = s => Clock(s, 9, seenByBoth: false), MayBeAsked = true },
        new("clock 9 minutes ahead on a colleague's desk, logons seen by one", WrongClockAtDesk, FriendElsewhere) { Setting = s => Clock(s, 9, seenByBoth: false), MayBeAsked = true },
        new("kiosk and service accounts that are declared", Kiosk, ColleagueAtOwnDesk),
    ];

    private static string SupplyRoom(int day) => "ROOM-" + (3 + (day % 4)).ToString(CultureInfo.InvariantCulture);

    private static void ManyAccounts(SignInScript s)
    {
        s.Staff("kit").Staff("lou").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Works(day, "kit", "ROOM-1", "08:40", "15:00").Works(day, "lou", "ROOM-1", "10:00", "12:00")
                .Unlocks(day, "11:11:00", "kit", "ROOM-1").Unlocks(day, "11:11:30", "ana", "ROOM-1").Unlocks(day, "11:12:00", "lou", "ROOM-1").Unlocks(day, "11:12:30", "kit", "ROOM-1");
        }
    }

    private static void QuickLook(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in new[] { 9, 19, 29 })
        {
            s.Leaves(day, "ana", "10:05", "10:26").Unlocks(day, "10:08", "ben", "ROOM-2").Unlocks(day, "10:14", "ana", "ROOM-2").Unlocks(day, "10:19", "ben", "ROOM-2").Unlocks(day, "10:26", "ana", "ROOM-1");
        }
    }

    private static void IctTeacher(SignInScript s)
    {
        s.Room(Suite);
        foreach (var day in s.DaysOf("ana"))
        {
            s.Works(day, "ana", "SUITE-01", "08:30", "15:40");
            foreach (var start in new[] { "09:02", "11:04", "13:20" })
            {
                for (var i = 0; i < 4; i++)
                {
                    s.Unlocks(day, Later(start, i * 3), "ana", "SUITE-01").Unlocks(day, Later(start, (i * 3) + 1), "ana", Suite[1 + ((day + (i * 5)) % 11)]);
                }
            }
        }
    }

    private static void TwoRooms(SignInScript s)
    {
        s.Room("ROOM-11");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Works(day, "ana", "ROOM-1", "08:25", "09:55").Works(day, "ana", "ROOM-11", "10:02", "10:55").Works(day, "ana", "ROOM-1", "11:10", "12:10")
                .Works(day, "ana", "ROOM-11", "13:05", "14:00").Works(day, "ana", "ROOM-1", "14:09", "15:40");
        }
    }

    private static void Supply(SignInScript s)
    {
        foreach (var day in s.DaysOf("ana"))
        {
            var room = SupplyRoom(day);
            s.Works(day, "ana", room, "08:30", "15:30");
            foreach (var (who, i) in new[] { "cat", "dan", "eve", "fay" }.Select((w, i) => (w, i)))
            {
                if (i != day % 4)
                {
                    s.Works(day, who, "ROOM-" + (3 + i).ToString(CultureInfo.InvariantCulture), "08:25", "15:40");
                }
            }
        }
    }

    private static void JobShare(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1", d => d % 5 <= 2).Ordinary("jon", "ROOM-1", d => d % 5 >= 2);
        foreach (var day in s.DaysOf("ana").Where(d => d % 5 == 2))
        {
            s.Unlocks(day, "12:30:00", "jon", "ROOM-1").Unlocks(day, "12:30:40", "ana", "ROOM-1").Unlocks(day, "12:31:20", "jon", "ROOM-1");
        }
    }

    private static void RemoteDesktop(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana").Where(d => d % 3 == 0))
        {
            s.Browses(day, "18:00", "ana", "Firefox 131.0", SignInPlace.Home("ana"))
                .Remote(day, "18:02", "ana", "ROOM-1")
                .SignsIn(day, "18:03", "ana", "ROOM-1", SignInPlace.School)
                .Browses(day, "18:07", "ana", "Firefox 131.0", SignInPlace.Home("ana"))
                .SignsIn(day, "18:12", "ana", "ROOM-1", SignInPlace.School)
                .Browses(day, "18:15", "ana", "Firefox 131.0", SignInPlace.Home("ana"));
        }
    }

    private static string SecondRoom(int day) => day % 4 == 3 ? "ROOM-1" : "ROOM-11";

    private static void Clock(SignInScript s, int minutes, bool seenByBoth)
    {
        s.LogonsSeenByBoth = seenByBoth;
        s.ClockAhead("ROOM-1", minutes);
    }

    private static void WrongClock(SignInScript s)
    {
        // From one's own room to a second one of one's own and back after the lesson: the first computer's clock makes it a zigzag.
        s.Room("ROOM-11").Ordinary("ana", "ROOM-1", d => d % 4 == 3);
        foreach (var day in s.DaysOf("ana").Where(d => d % 4 != 3))
        {
            s.Works(day, "ana", "ROOM-1", "08:25", "09:40").Unlocks(day, "09:54", "ana", "ROOM-1")
                .Unlocks(day, "09:58", "ana", "ROOM-11").Unlocks(day, Later("10:04", day % 3), "ana", "ROOM-11").Works(day, "ana", "ROOM-11", "10:15", "11:40")
                .Works(day, "ana", "ROOM-1", "11:55", "15:30");
        }
    }

    private static void WrongClockAtDesk(SignInScript s)
    {
        // Once a week Ana prints at Ben's desk, a quarter of an hour there and back; her own PC is nine minutes ahead. The time that she is
        // away is taken out of what her PC wrote, by its own clock.
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana").Where(d => d % 5 == 4))
        {
            s.Leaves(day, "ana", "10:00", "10:45").Unlocks(day, "10:05", "ana", "ROOM-1").Unlocks(day, "10:03", "ben", "ROOM-2").Unlocks(day, "10:12", "ana", "ROOM-2")
                .Unlocks(day, "10:16", "ana", "ROOM-2").Unlocks(day, "10:19", "ben", "ROOM-2").Unlocks(day, "10:24", "ana", "ROOM-1");
        }
    }

    private static void Kiosk(SignInScript s)
    {
        s.Room("HALL-1", "HALL-2").Ordinary("ana", "ROOM-1");
        s.Config = s.Config with { DeclaredSharedAccounts = ["Kiosk@rosewood.example", "signage@rosewood.example"] };
        for (var day = 0; day < Days; day++)
        {
            s.Works(day, "kiosk", "HALL-1", "08:00", "16:00").Works(day, "kiosk", "HALL-2", "08:00", "16:00")
                .SignsIn(day, "10:00:00", "kiosk", "HALL-1", SignInPlace.School).SignsIn(day, "10:00:30", "kiosk", "HALL-2", SignInPlace.School).SignsIn(day, "10:01:00", "kiosk", "HALL-1", SignInPlace.School)
                .SignsIn(day, "10:00:00", "signage", "HALL-1", SignInPlace.School).SignsIn(day, "10:00:30", "signage", "ROOM-2", SignInPlace.School).SignsIn(day, "10:01:00", "signage", "HALL-1", SignInPlace.School);
        }
    }
}
