using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>
/// One way in which Ana's login is used by somebody else as well. A story is told before the innocent behaviour that stands beside it, for
/// it may keep Ana away on days.
/// </summary>
/// <param name="Tell">Writes it; given Ana's own computer of a day.</param>
/// <param name="Device">The computer that a finding must name.</param>
/// <param name="Kinds">The evidence that a finding must have.</param>
internal sealed record SharingStory(Action<SignInScript, Func<int, string>> Tell, string Device, params SignInEvidenceKind[] Kinds);

/// <summary>The stories.</summary>
internal static class SharingStories
{
    /// <summary>Ben uses it at his own desk in ROOM-2, between his own work, while Ana works at hers.</summary>
    public static SharingStory ColleagueAtOwnDesk { get; } = new(AtBensDesk, "ROOM-2", SignInEvidenceKind.Overlap, SignInEvidenceKind.ForeignDevice);

    /// <summary>Ben uses it on his own laptop in school while Ana works at hers.</summary>
    public static SharingStory OnColleaguesLaptop { get; } = new(OnBensLaptop, "LT-BEN", SignInEvidenceKind.Overlap, SignInEvidenceKind.ForeignDevice);

    /// <summary>A friend uses it on a private computer in another home while Ana teaches.</summary>
    public static SharingStory FriendElsewhere { get; } = new(AtFriends, "a computer that is not registered (Windows, Firefox)", SignInEvidenceKind.Overlap, SignInEvidenceKind.Alternation);

    /// <summary>Ana is ill twice, and somebody takes the register on her computer with it; her phone, which the trap brings along on other days, is at home.</summary>
    public static SharingStory RegisterWhileIll { get; } = new(WhileIll, "ROOM-1", SignInEvidenceKind.Absence, SignInEvidenceKind.PhoneAway);

    /// <summary>Ben uses it at his own desk, and is told the new password each time it changes.</summary>
    public static SharingStory HandedOverAgain { get; } = new(AfterChanges, "ROOM-2", SignInEvidenceKind.HandOver, SignInEvidenceKind.ForeignDevice);

    /// <summary>The days of sharing: Mondays and Tuesdays of weeks 2 to 8.</summary>
    public static IReadOnlyList<int> SharedDays { get; } = [.. Enumerable.Range(5, 33).Where(d => d % 5 < 2)];

    private static string MinuteOf(int day) => SignInScript.Later("10:00", 6 + (day * 7 % 20), day * 13 % 60);

    private static void AtBensDesk(SignInScript s, Func<int, string> own)
    {
        foreach (var day in SharedDays)
        {
            var time = MinuteOf(day);
            // Entra sees Ben's logon to Windows too, so that the clock of ROOM-2 is known.
            s.Unlocks(day, SignInScript.Later(time, -7), "ben", "ROOM-2")
                .SignsIn(day, SignInScript.Later(time, -7), "ben", "ROOM-2", SignInPlace.School, application: "Windows Sign In");
            ThereAndBack(s, day, time, own(day), at => s.Unlocks(day, at, "ana", "ROOM-2"));
            s.Unlocks(day, SignInScript.Later(time, 11), "ben", "ROOM-2");
        }
    }

    private static void OnBensLaptop(SignInScript s, Func<int, string> own)
    {
        s.Laptop("LT-BEN", "ben");
        foreach (var day in s.DaysOf("ben"))
        {
            s.SignsIn(day, "09:11", "ben", "LT-BEN", SignInPlace.School).SignsIn(day, "11:37", "ben", "LT-BEN", SignInPlace.School);
        }

        foreach (var day in SharedDays)
        {
            ThereAndBack(s, day, MinuteOf(day), own(day), at => s.SignsIn(day, at, "ana", "LT-BEN", SignInPlace.School));
        }
    }

    private static void AtFriends(SignInScript s, Func<int, string> own)
    {
        foreach (var day in SharedDays)
        {
            var time = MinuteOf(day);
            s.Unlocks(day, time, "ana", own(day))
                .Browses(day, SignInScript.Later(time, 5), "ana", "Firefox 131.0", SignInPlace.Home("zoe"))
                .Unlocks(day, SignInScript.Later(time, 13), "ana", own(day));
        }
    }

    private static void WhileIll(SignInScript s, Func<int, string> own)
    {
        s.Absent("ana", 15, 18).Absent("ana", 30, 32);
        foreach (var day in Enumerable.Range(0, SignInScript.Days).Except(s.DaysOf("ana")))
        {
            s.PhoneDay(day, "ana", SignInPlace.Home("ana"))
                .Unlocks(day, SignInScript.Later("08:52", day % 7), "ana", "ROOM-1")
                .Unlocks(day, SignInScript.Later("13:06", day % 5), "ana", "ROOM-1");
        }
    }

    private static void AfterChanges(SignInScript s, Func<int, string> own)
    {
        AtBensDesk(s, own);
        foreach (var day in new[] { 10, 25 })
        {
            s.PasswordChanged(day, "15:41", "ana", own(day), SignInPlace.School)
                .FailsAt(day + 1, "08:43:10", "ana", "ROOM-2")
                .FailsAt(day + 1, "08:43:50", "ana", "ROOM-2")
                .Unlocks(day + 1, "08:46", "ana", "ROOM-2");
        }
    }

    /// <summary>Ana, somebody else, Ana again: on every other day in little more than a minute, else in seven.</summary>
    private static void ThereAndBack(SignInScript s, int day, string time, string own, Action<string> other)
    {
        var isTight = day % 2 == 0;
        s.Unlocks(day, time, "ana", own);
        other(isTight ? SignInScript.Later(time, 0, 35) : SignInScript.Later(time, 3));
        s.Unlocks(day, isTight ? SignInScript.Later(time, 1, 10) : SignInScript.Later(time, 7), "ana", own);
    }
}
