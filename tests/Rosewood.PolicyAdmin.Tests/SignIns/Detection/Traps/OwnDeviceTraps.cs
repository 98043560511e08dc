using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SharingStories;
using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SignInScript;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

/// <summary>One person with several devices.</summary>
internal static class OwnDeviceTraps
{
    /// <summary>The traps.</summary>
    public static IReadOnlyList<Trap> All { get; } =
    [
        new("phone and laptop", PhoneAndLaptop, OnColleaguesLaptop) { Innocents = ["LT-ANA", "iPhone"] },
        new("laptop beside the classroom PC all day, every day", LaptopBesidePc, ColleagueAtOwnDesk) { Innocents = ["LT-ANA"] },
        new("replaced laptop", ReplacedLaptop, OnColleaguesLaptop) { Innocents = ["LT-OLD", "LT-NEW"] },
        new("forgotten phone", s => PhoneForgotten(s, [4, 13, 22, 31]), FriendElsewhere) { Innocents = ["iPhone"] },
        new("tablet that lives at home", TabletAtHome, ColleagueAtOwnDesk) { Innocents = ["iPhone"] },
        new("borrowed laptop for a day", BorrowedLaptop, ColleagueAtOwnDesk) { Others = ["cat"], Innocents = ["LT-CAT"] },
        new("token refreshes and background apps", Refreshes, ColleagueAtOwnDesk) { Innocents = ["LT-ANA"] },
        new("non-interactive sign-ins at home while in school", NonInteractiveAtHome, FriendElsewhere) { Innocents = ["LT-ANA"] },
        new("empty device ids", EmptyDeviceIds, OnColleaguesLaptop),
        new("a page left open on an unattended PC", PageLeftOpen, ColleagueAtOwnDesk) { Innocents = ["ROOM-3"] },
        new("delegated mailbox", DelegatedMailbox, FriendElsewhere),
    ];

    private static void PhoneAndLaptop(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.PhoneDay(day, "ana", day % 3 == 0 ? SignInPlace.Carrier(day) : SignInPlace.School)
                .Phone(day, "10:15:10", "ana", SignInPlace.School, background: false)
                .SignsIn(day, "10:15:40", "ana", "LT-ANA", SignInPlace.School)
                .Phone(day, "10:16:20", "ana", SignInPlace.Carrier(day), background: false)
                .SignsIn(day, "19:30:00", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .Phone(day, "19:30:30", "ana", SignInPlace.Carrier(day + 1), background: false)
                .SignsIn(day, "19:31:00", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void LaptopBesidePc(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Works(day, "ana", "LT-ANA", "08:31", "12:00", SignInPlace.School).Works(day, "ana", "LT-ANA", "12:55", "15:45", SignInPlace.School)
                .Unlocks(day, "11:02:05", "ana", "ROOM-1").SignsIn(day, "11:02:30", "ana", "LT-ANA", SignInPlace.School).Unlocks(day, "11:02:55", "ana", "ROOM-1");
        }
    }

    private static void ReplacedLaptop(SignInScript s)
    {
        s.Laptop("LT-OLD", "ana").Laptop("LT-NEW", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            if (day <= 20)
            {
                s.Works(day, "ana", "LT-OLD", "08:40", "15:00", SignInPlace.School).SignsIn(day, "20:10", "ana", "LT-OLD", SignInPlace.Home("ana"));
            }

            if (day >= 20)
            {
                s.Works(day, "ana", "LT-NEW", "08:42", "15:00", SignInPlace.School).SignsIn(day, "20:11", "ana", "LT-NEW", SignInPlace.Home("ana"));
            }
        }
    }

    private static void PhoneForgotten(SignInScript s, int[] days)
    {
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.PhoneDay(day, "ana", days.Contains(day) ? SignInPlace.Home("ana") : SignInPlace.School);
        }
    }

    private static void TabletAtHome(SignInScript s)
    {
        PhoneForgotten(s, []);
        for (var day = 0; day < Days; day++)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                s.Phone(day, At24(hour, "17"), "ana", SignInPlace.Home("ana"), phone: "tablet");
            }
        }
    }

    private static void BorrowedLaptop(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Laptop("LT-CAT", "cat").Ordinary("ana", "ROOM-1").Ordinary("cat", "ROOM-3");
        for (var day = 0; day < Days; day++)
        {
            var isBorrowed = day == 17;
            if (isBorrowed)
            {
                s.FailsAt(day, "08:38:10", "ana", "LT-CAT").FailsAt(day, "08:38:50", "ana", "LT-CAT");
            }

            s.Works(day, isBorrowed ? "ana" : "cat", "LT-CAT", "08:40", "15:30", SignInPlace.School);
            if (!isBorrowed && s.DaysOf("ana").Contains(day))
            {
                s.Works(day, "ana", "LT-ANA", "08:50", "15:20", SignInPlace.School);
            }
        }
    }

    private static void Refreshes(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        for (var day = 0; day < Days; day++)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                s.Background(day, At24(hour, "05"), "ana", "ROOM-1", SignInPlace.School)
                    .Background(day, At24(hour, "06"), "ana", "LT-ANA", SignInPlace.Home("ana"))
                    .Background(day, At24(hour, "06:30"), "ana", "ROOM-9", SignInPlace.School)
                    .Background(day, At24(hour, "07"), "ana", null, SignInPlace.Abroad);
            }
        }
    }

    private static void NonInteractiveAtHome(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.SignsIn(day, "20:02", "ana", "LT-ANA", SignInPlace.Home("ana")).SignsIn(day, "20:47", "ana", "LT-ANA", SignInPlace.Home("ana"));
            for (var hour = 8; hour < 16; hour++)
            {
                s.Background(day, At24(hour, "33"), "ana", "LT-ANA", SignInPlace.Home("ana"));
            }
        }
    }

    private static void EmptyDeviceIds(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Browses(day, "09:41", "ana", "Edge 130.0.0", SignInPlace.School)
                .Unlocks(day, "09:41:30", "ana", "ROOM-1")
                .Browses(day, "09:42", "ana", "Chrome 130.0.0", SignInPlace.School)
                .Browses(day, "14:20", "ana", "Edge 131.0.0", SignInPlace.School)
                .Browses(day, "19:05", "ana", "Edge 130.0.0", SignInPlace.Home("ana"))
                .Browses(day, "19:06", "ana", "Firefox 131.0", SignInPlace.Home("ana"));
        }
    }

    private static void PageLeftOpen(SignInScript s)
    {
        // Ana teaches a lesson a day in Cat's room, leaves the page there open, and it goes on asking.
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            for (var minute = 0; minute < 120; minute += 2)
            {
                s.Page(day, Later("13:40", minute), "ana", "ROOM-3").Page(day, Later("09:31", minute), "ana", "ROOM-1");
            }
        }
    }

    private static void DelegatedMailbox(SignInScript s)
    {
        // Ben reads Ana's mailbox as its delegate: the account is Ben's own, whatever the resource.
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Unlocks(day, "10:40:00", "ana", "ROOM-1")
                .SignsIn(day, "10:40:20", "ben", "ROOM-2", SignInPlace.School, "Exchange Online: ana@rosewood.example")
                .Unlocks(day, "10:41:00", "ana", "ROOM-1")
                .Background(day, "10:41:10", "ben", "ROOM-2", SignInPlace.School);
        }
    }

    private static string At24(int hour, string minutes) => Later("00:" + minutes, hour * 60);
}
