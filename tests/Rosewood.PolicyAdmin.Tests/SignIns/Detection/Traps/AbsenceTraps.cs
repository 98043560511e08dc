using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SharingStories;
using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SignInScript;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

/// <summary>Absences on paper that the rows do not keep to.</summary>
internal static class AbsenceTraps
{
    /// <summary>The traps.</summary>
    public static IReadOnlyList<Trap> All { get; } =
    [
        new("ill but came in", IllButCameIn, RegisterWhileIll),
        new("ill, came in, and forgot the phone once", IllForgotPhone, RegisterWhileIll) { MayBeAsked = true },
        new("ill and working from home", IllFromHome, RegisterWhileIll) { Innocents = ["LT-ANA"] },
        new("ill and working from home by remote desktop", IllRemote, RegisterWhileIll),
        new("ill and at home", IllAtHome, RegisterWhileIll),
    ];

    private static void Well(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Absent("ana", 7, 8).Absent("ana", 24, 24).Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.PhoneDay(day, "ana", SignInPlace.School).SignsIn(day, "20:05", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void IllButCameIn(SignInScript s)
    {
        Well(s);
        foreach (var day in new[] { 7, 24 })
        {
            s.PhoneDay(day, "ana", SignInPlace.School).Unlocks(day, "08:10", "ana", "ROOM-1").Unlocks(day, "08:36", "ana", "ROOM-1");
        }

        s.PhoneDay(8, "ana", SignInPlace.Home("ana"));
    }

    private static void IllForgotPhone(SignInScript s)
    {
        Well(s);
        s.PhoneDay(7, "ana", SignInPlace.Home("ana")).Unlocks(7, "08:10", "ana", "ROOM-1").Unlocks(7, "08:36", "ana", "ROOM-1");
        s.PhoneDay(8, "ana", SignInPlace.Home("ana")).PhoneDay(24, "ana", SignInPlace.School).Unlocks(24, "08:10", "ana", "ROOM-1");
    }

    private static void IllFromHome(SignInScript s)
    {
        Well(s);
        foreach (var day in new[] { 7, 8, 24 })
        {
            s.PhoneDay(day, "ana", SignInPlace.Home("ana"))
                .SignsIn(day, "09:10", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .SignsIn(day, "09:40", "ana", "LT-ANA", SignInPlace.Vpn)
                .SignsIn(day, "11:40", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void IllRemote(SignInScript s)
    {
        Well(s);
        foreach (var day in new[] { 7, 8, 24 })
        {
            s.PhoneDay(day, "ana", SignInPlace.Home("ana"))
                .SignsIn(day, "09:10", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .Remote(day, "09:15", "ana", "ROOM-1")
                .SignsIn(day, "09:17", "ana", "ROOM-1", SignInPlace.School)
                .Unlocks(day, "10:02", "ana", "ROOM-1")
                .SignsIn(day, "10:04", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void IllAtHome(SignInScript s)
    {
        Well(s);
        foreach (var day in Enumerable.Range(0, Days).Except(s.DaysOf("ana")).Where(d => d is 7 or 8 or 24))
        {
            s.PhoneDay(day, "ana", SignInPlace.Home("ana"));
        }
    }
}
