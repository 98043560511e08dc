using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.SignIns.Model;
using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SharingStories;
using static Rosewood.PolicyAdmin.Tests.SignIns.Detection.SignInScript;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection.Traps;

/// <summary>Addresses that say less than they seem to, and attacks from outside.</summary>
internal static class NetworkTraps
{
    private static readonly string[] Everybody = ["ben", "cat", "dan", "eve", "fay", "gus", "hal", "ida", "jon"];

    /// <summary>The traps.</summary>
    public static IReadOnlyList<Trap> All { get; } =
    [
        new("school NAT that nobody configured", SchoolNat, OnColleaguesLaptop) { Setting = s => s.Networks = [], Innocents = ["LT-ANA"] },
        new("VPN egress", VpnEgress, ColleagueAtOwnDesk) { Innocents = ["LT-ANA"] },
        new("VPN egress that nobody configured", VpnUnknown, ColleagueAtOwnDesk) { Innocents = ["LT-ANA"] },
        new("proxy egress", ProxyEgress, OnColleaguesLaptop) { Innocents = ["LT-ANA"] },
        new("carriers' moving addresses", CarrierAddresses, FriendElsewhere) { Innocents = ["iPhone", "LT-ANA"] },
        new("a laptop on the phone's hotspot in school", Hotspot, ColleagueAtOwnDesk) { Innocents = ["iPhone", "LT-ANA"] },
        new("IPv6 privacy addresses and a dual-stack home", DualStackHome, OnColleaguesLaptop) { Innocents = ["LT-ANA"] },
        new("couple in one home", CoupleAtHome, ColleagueAtOwnDesk) { Innocents = ["LT-ANA"] },
        new("password spray", PasswordSpray, ColleagueAtOwnDesk),
        new("phished from abroad", Phished, OnColleaguesLaptop),
        new("missed prompts for the second factor", MissedPrompts, FriendElsewhere),
    ];

    private static void SchoolNat(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Works(day, "ana", "LT-ANA", "08:31", "15:40", SignInPlace.School)
                .SignsIn(day, "10:31", "ana", "ROOM-1", SignInPlace.School)
                .SignsIn(day, "19:40", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }

        for (var day = 0; day < Days; day++)
        {
            foreach (var (who, i) in Everybody.Select((w, i) => (w, i)))
            {
                s.SignsIn(day, Later("09:05", i * 3), who, "ROOM-" + (i + 2).ToString(System.Globalization.CultureInfo.InvariantCulture), SignInPlace.School);
            }
        }
    }

    private static void VpnEgress(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.SignsIn(day, "08:10", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .SignsIn(day, "10:20", "ana", "LT-ANA", SignInPlace.Vpn)
                .SignsIn(day, "19:05", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .SignsIn(day, "19:06", "ana", "LT-ANA", SignInPlace.Vpn)
                .SignsIn(day, "19:08", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void VpnUnknown(SignInScript s)
    {
        VpnEgress(s);
        s.Networks = [.. s.Networks.Where(n => n.Class != DeviceClass.Vpn)];
        foreach (var who in Everybody)
        {
            s.Laptop("LT-" + who.ToUpperInvariant(), who);
            for (var day = 0; day < Days; day++)
            {
                s.SignsIn(day, Later("18:30", (int)who[0]), who, "LT-" + who.ToUpperInvariant(), SignInPlace.Vpn);
            }
        }
    }

    private static void ProxyEgress(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.SignsIn(day, "09:50:00", "ana", "ROOM-1", SignInPlace.School)
                .SignsIn(day, "09:50:30", "ana", "ROOM-1", SignInPlace.Proxy)
                .SignsIn(day, "09:51:00", "ana", "LT-ANA", SignInPlace.Proxy)
                .SignsIn(day, "09:51:30", "ana", "ROOM-1", SignInPlace.School)
                .SignsIn(day, "20:00:00", "ana", "LT-ANA", SignInPlace.Proxy)
                .SignsIn(day, "20:01:00", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void CarrierAddresses(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.PhoneDay(day, "ana", SignInPlace.Carrier(day));
            for (var i = 0; i < 6; i++)
            {
                s.Phone(day, Later("09:10", i * 55), "ana", SignInPlace.Carrier((day * 6) + i), background: i % 2 == 0);
            }
        }

        foreach (var who in Everybody)
        {
            for (var day = 0; day < Days; day += 3)
            {
                s.Phone(day, "12:31", who, SignInPlace.Carrier(day + who[0]), background: false);
            }
        }
    }

    private static void Hotspot(SignInScript s)
    {
        CarrierAddresses(s);
        s.Laptop("LT-ANA", "ana");
        foreach (var day in s.DaysOf("ana"))
        {
            s.Unlocks(day, "11:20:00", "ana", "ROOM-1").SignsIn(day, "11:21:00", "ana", "LT-ANA", SignInPlace.Carrier(day * 6)).Unlocks(day, "11:24:00", "ana", "ROOM-1");
        }
    }

    private static void DualStackHome(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana"))
        {
            s.SignsIn(day, "19:00:00", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .Browses(day, "19:02:00", "ana", "Firefox 131.0", SignInPlace.HomeV6("ana", day))
                .SignsIn(day, "19:04:00", "ana", "LT-ANA", SignInPlace.HomeV6("ana", day + 500))
                .Browses(day, "19:05:00", "ana", "Firefox 131.0", SignInPlace.Home("ana"))
                .SignsIn(day, "19:09:00", "ana", "LT-ANA", SignInPlace.Home("ana"));
        }
    }

    private static void CoupleAtHome(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Laptop("LT-JON", "jon").Ordinary("ana", "ROOM-1");
        for (var day = 0; day < Days; day++)
        {
            s.SignsIn(day, "19:10", "jon", "LT-JON", SignInPlace.Home("ana")).SignsIn(day, "20:15", "jon", "LT-JON", SignInPlace.Home("ana"));
            if (s.DaysOf("ana").Contains(day))
            {
                s.SignsIn(day, "19:12", "ana", "LT-ANA", SignInPlace.Home("ana")).SignsIn(day, "20:16", "ana", "LT-ANA", SignInPlace.Home("ana"));
            }
        }
    }

    private static void PasswordSpray(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1");
        foreach (var who in Everybody.Append("ana"))
        {
            for (var i = 0; i < 30; i++)
            {
                s.Fails(9 + (i % 4), Later("02:00", i * 17), who, null, SignInPlace.Abroad);
            }
        }

        s.Browses(12, "11:03", "ana", "Chrome 100.0", SignInPlace.Abroad, SignInOutcome.SecondFactorRefused)
            .Browses(12, "11:05", "ana", "Chrome 100.0", SignInPlace.Abroad, SignInOutcome.SecondFactorTimedOut);
    }

    private static void Phished(SignInScript s)
    {
        s.Ordinary("ana", "ROOM-1");
        s.Browses(14, "10:02", "ana", "Chrome 100.0", SignInPlace.Abroad)
            .Browses(14, "10:20", "ana", "Chrome 100.0", SignInPlace.Abroad)
            .Browses(16, "10:20", "ana", "Chrome 100.0", SignInPlace.Abroad)
            .Browses(16, "13:20", "ana", "Chrome 100.0", SignInPlace.Abroad)
            .PasswordChanged(17, "09:00", "ana", "ROOM-1", SignInPlace.School)
            .Fails(17, "09:20", "ana", null, SignInPlace.Abroad)
            .Fails(17, "09:21", "ana", null, SignInPlace.Abroad);
    }

    private static void MissedPrompts(SignInScript s)
    {
        s.Laptop("LT-ANA", "ana").Ordinary("ana", "ROOM-1");
        foreach (var day in s.DaysOf("ana").Where(d => d % 4 == 0))
        {
            s.Fails(day, "19:02", "ana", "LT-ANA", SignInPlace.Home("ana"), SignInOutcome.SecondFactorTimedOut)
                .SignsIn(day, "19:04", "ana", "LT-ANA", SignInPlace.Home("ana"))
                .Fails(day, "10:02", "ana", "LT-ANA", SignInPlace.School, SignInOutcome.SecondFactorTimedOut)
                .Unlocks(day, "10:03", "ana", "ROOM-1")
                .SignsIn(day, "10:05", "ana", "LT-ANA", SignInPlace.School);
        }
    }
}
