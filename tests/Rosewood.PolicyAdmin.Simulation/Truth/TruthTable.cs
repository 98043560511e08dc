using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;

namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>Puts the truth about every account together.</summary>
internal static class TruthTable
{
    public static List<AccountTruth> Make(SimulatedSchool school, IReadOnlyList<SharingCase> cases)
    {
        var users = school.SignIns.Where(s => s.Actor is not null).Select(s => (s.Account, Actor: s.Actor!))
            .Concat(school.SecurityEvents.Where(e => e is { Actor: not null, Account: not null }).Select(e => (Account: e.Account!, Actor: e.Actor!)))
            .Distinct()
            .ToLookup(u => u.Account, u => u.Actor);
        var acts = cases.Count == 0 ? [] : HandAct.Of(school.SignIns, school.SecurityEvents, school.Options.Sources);
        var byAccount = acts.ToLookup(a => a.Account);
        return [.. school.Accounts.Select(a => Of(school, a, [.. users[a].OrderBy(p => p != a.Owner).ThenBy(p => p.Number)], cases.FirstOrDefault(c => c.Account == a), byAccount))];
    }

    private static AccountTruth Of(SimulatedSchool school, SimulatedAccount account, IReadOnlyList<SimulatedPerson> usedBy, SharingCase? made, ILookup<SimulatedAccount, HandAct> acts)
    {
        var isShared = made is not null && usedBy.Any(made.Others.Contains);
        var isDeclared = account.Owner is null;
        var detectability = isShared ? Judge(school, account, made!, acts) : Detectability.None;
        return new AccountTruth(account, usedBy, account.Occurred, made, isShared, isDeclared, Sentence(account, made, isShared), detectability);
    }

    private static Detectability Judge(SimulatedSchool school, SimulatedAccount account, SharingCase made, ILookup<SimulatedAccount, HandAct> acts)
    {
        var others = made.Others.Where(o => o.Account is not null).SelectMany(o => acts[o.Account!].Where(a => a.Person == o)).ToList();
        var phone = school.SignIns.Where(s => s.Account == account && s.Device == account.Owner!.Phone && s.Egress.Kind == EgressKind.Home).ToList();
        return Detectability.Of([.. acts[account]], others, phone, school.Absences, school.Options.Sources);
    }

    private static string Sentence(SimulatedAccount account, SharingCase? made, bool isShared)
    {
        if (account.Owner is null)
        {
            return "No person's account: the school has declared it as shared.";
        }

        if (!isShared)
        {
            return account.Occurred.Count == 0 ? "Used by its owner only." : "Used by its owner only: " + string.Join(", ", account.Occurred.Order()) + ".";
        }

        var others = string.Join(" and ", made!.Others.Select(o => o.DisplayName));
        var how = made.Story switch
        {
            SharingStory.TeacherLoginToAssistant => "uses it on the classroom PC while the teacher is elsewhere",
            SharingStory.OfficePair => "uses it at the own PC in the office",
            SharingStory.NewStarterWithoutAccount => "has no account yet and works with this one",
            SharingStory.IllTeachersRegister => "takes the register with it while the teacher is ill",
            SharingStory.JobSharePartners => "works with it on the other half of the week",
            SharingStory.OnColleaguesLaptop => "uses it on the own school laptop",
            SharingStory.HandedRoundTeam => "use it, each at the PC where they are",
            SharingStory.FriendAtHome => "uses it at home",
            _ => "uses it in the office, also for mail, while the deputy is at another site",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{others} {how}; {made.Strength}, on {made.DaysUsed} days.");
    }
}
