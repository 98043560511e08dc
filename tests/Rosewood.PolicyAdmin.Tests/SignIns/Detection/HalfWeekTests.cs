using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.SignIns.Detection;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>Two people who have one half of the week each, at one computer, with one login; and those who only look like it.</summary>
public sealed class HalfWeekTests
{
    [Fact]
    public void A_partner_who_works_with_the_login_on_the_other_half_of_the_week_is_found()
    {
        var script = Weeks(day => day % 5 >= 3, withLaptop: day => day % 5 < 3);
        var finding = script.Detect().Findings.ShouldHaveSingleItem();
        finding.Account.ShouldBe("Ana");
        finding.Verdict.ShouldBe(SharedCredentialVerdict.Shared);
        finding.Evidence.Select(e => e.Kind).ShouldBe([SignInEvidenceKind.PhoneAway, SignInEvidenceKind.LaptopAway], ignoreOrder: true);
    }

    [Fact]
    public void Who_leaves_the_phone_at_home_on_two_days_a_week_and_brings_the_laptop_is_not()
    {
        Weeks(day => day % 5 >= 3, withLaptop: _ => true).Detect().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_phone_alone_is_a_question_and_no_finding()
    {
        var findings = Weeks(day => day % 5 >= 3, withLaptop: _ => false).Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldBeEmpty(InnocentExplanationTests.Describe(findings));
    }

    [Fact]
    public void Who_forgets_the_phone_on_any_day_and_brings_the_laptop_on_every_second_is_not()
    {
        var findings = Weeks(day => day * 7 % 10 < 2, withLaptop: day => day * 3 % 7 < 4).Detect().Findings;
        findings.Where(f => f.Verdict == SharedCredentialVerdict.Shared).ShouldBeEmpty(InnocentExplanationTests.Describe(findings));
    }

    [Fact]
    public void A_phone_at_home_again_and_again_between_uses_in_school_counts_though_the_uses_lie_far_apart()
    {
        var script = SignInScript.School("ana").Ordinary("ana", "ROOM-1", day => day % 5 < 3).Laptop("LT-ANA", "ana");
        foreach (var day in script.DaysOf("ana"))
        {
            if (day % 5 < 3)
            {
                script.PhoneDay(day, "ana", SignInPlace.School).SignsIn(day, "10:21", "ana", "LT-ANA", SignInPlace.School);
            }
            else
            {
                script.Unlocks(day, "09:00", "ana", "ROOM-1").Unlocks(day, "10:45", "ana", "ROOM-1").Unlocks(day, "12:30", "ana", "ROOM-1");
                foreach (var time in new[] { "06:40", "09:50", "11:35", "21:35", "22:40" })
                {
                    script.Phone(day, time, "ana", SignInPlace.Home("ana"));
                }
            }
        }

        script.Detect().Findings.ShouldHaveSingleItem().Evidence.Select(e => e.Kind).ShouldContain(SignInEvidenceKind.PhoneAway);
    }

    [Fact]
    public void The_probabilities_of_all_sets_of_days_are_one_together()
    {
        foreach (var model in new[] { new BetaBinomial(0.06, 16), new BetaBinomial(0.5, 4), new BetaBinomial(0.9, 10) })
        {
            var (sum, sets) = (0.0, 1.0);
            for (var days = 0; days <= 12; days++)
            {
                sum += sets * Math.Exp(model.LogProbability(days, 12));
                sets = sets * (12 - days) / (days + 1);
            }

            sum.ShouldBe(1, 1e-9);
        }
    }

    [Fact]
    public void Days_of_the_same_weekdays_speak_for_a_habit_and_scattered_ones_against_it()
    {
        var observed = Enumerable.Range(0, 56).Where(d => d % 7 < 5).ToList();
        WeekdayPattern.LogLikelihoodRatio([.. observed.Where(d => d % 7 >= 3)], observed).ShouldBeGreaterThan(5);
        WeekdayPattern.LogLikelihoodRatio([.. observed.Where(d => d % 9 == 0)], observed).ShouldBeLessThan(0);
        WeekdayPattern.LogLikelihoodRatio([observed[3]], [observed[3]]).ShouldBe(0);
    }

    /// <summary>Ana's login is used at ROOM-1 on all days; on some her phone is at home, and on some her laptop is in use beside it.</summary>
    private static SignInScript Weeks(Predicate<int> phoneAtHome, Predicate<int> withLaptop)
    {
        var script = SignInScript.School("ana").Ordinary("ana", "ROOM-1").Laptop("LT-ANA", "ana");
        foreach (var day in script.DaysOf("ana"))
        {
            script.PhoneDay(day, "ana", phoneAtHome(day) ? SignInPlace.Home("ana") : SignInPlace.School);
            if (withLaptop(day))
            {
                script.SignsIn(day, "10:21", "ana", "LT-ANA", SignInPlace.School).SignsIn(day, "13:40", "ana", "LT-ANA", SignInPlace.School);
            }
        }

        return script;
    }
}
