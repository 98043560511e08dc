using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Detection;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>What days and other families make of a sign, and what they never make of it.</summary>
public sealed class RepetitionTests
{
    [Fact]
    public void Days_leave_less_doubt_up_to_what_the_sign_may_come_to()
    {
        Weigh([.. Days(2, "F-1", 0.45)]).ShouldBe(0.6975, 0.001);
        Weigh([.. Days(30, "F-1", 0.45)]).ShouldBe(CorrespondenceWeights.Most);
        Weigh([.. Days(30, "F-1", 0.6, most: 0.7)]).ShouldBe(0.7);
        Weigh([.. Days(30, "F-1", 0.2, most: CorrespondenceWeights.OnlyPossible)]).ShouldBe(CorrespondenceWeights.OnlyPossible);
    }

    [Fact]
    public void What_may_never_be_shown_makes_nothing_else_surer()
    {
        var weak = Days(20, "F-1", 0.1, most: CorrespondenceWeights.OnlyPossible).ToList();
        Weigh([Sign(30, "F-1", 0.5), .. weak]).ShouldBe(0.5);
        Repetition.Weigh([Sign(30, "F-2", 0.5)], [Sign(30, "F-2", 0.5), .. weak]).ShouldBe(0.5);
    }

    [Fact]
    public void Another_family_lends_once_however_many_days_it_has()
    {
        var own = Sign(40, "F-2", 0.4);
        var once = Repetition.Weigh([own], [own, Sign(1, "F-1", 0.95)]);
        once.ShouldBeInRange(0.41, 0.49);
        Repetition.Weigh([own], [own, .. Days(20, "F-1", 0.95)]).ShouldBe(once);
        Repetition.Weigh([own], [own, .. Days(20, "F-1", 0.95), Sign(50, "F-3", 0.95)]).ShouldBeGreaterThan(once);
    }

    [Fact]
    public void What_only_a_subject_ties_to_a_family_borrows_and_lends_nothing()
    {
        var bySubject = Sign(40, "F-2", 0.1) with { IsBySubject = true };
        Repetition.Weigh([bySubject], [bySubject, .. Days(20, "F-1", 0.95)]).ShouldBe(0.1, 0.001);
        var own = Sign(40, "F-1", 0.45);
        Repetition.Weigh([own], [own, .. Days(20, "F-2", 0.45).Select(s => s with { IsBySubject = true })]).ShouldBe(0.45, 0.001);
    }

    [Fact]
    public void One_message_to_two_families_is_one_slip()
    {
        Sign[] both = [Sign(1, "F-1", 0.45), Sign(1, "F-2", 0.45)];
        Repetition.Weigh([both[0]], both).ShouldBe(0.45, 0.001);
        Repetition.Weigh([both[0]], [both[0], Sign(2, "F-2", 0.45)]).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void An_address_that_nobody_declared_lends_all_that_its_likeness_allows()
    {
        var alike = new Party(PartyKind.Consumer, address: null);
        List<Sign> signs = [.. Enumerable.Range(1, 8).Select(i => Sign(i, $"F-{i}", 0.3) with { Alike = alike, Most = 0.7 })];
        Repetition.Weigh(signs[..1], signs[..2]).ShouldBe(0.51 * 0.9, 0.001);
        Repetition.Weigh(signs[..1], signs).ShouldBe(0.7);
    }

    [Fact]
    public void Two_ids_of_one_household_lend_each_other_nothing()
    {
        Sign[] signs = [Sign(1, "F-1", 0.45) with { SameAddress = ["F-8"] }, Sign(2, "F-8", 0.45) with { SameAddress = ["F-1"] }];
        Repetition.Weigh([signs[0]], signs).ShouldBe(0.45, 0.001);
    }

    private static double Weigh(List<Sign> signs) => Repetition.Weigh(signs, []);

    private static IEnumerable<Sign> Days(int count, string family, double confidence, double most = CorrespondenceWeights.Most) =>
        Enumerable.Range(1, count).Select(d => Sign(d, family, confidence) with { Most = most });

    private static Sign Sign(int day, string family, double confidence) =>
        new(CorrespondenceKind.PersonalAddress, "P-1", "family:" + family, confidence, "") { UtcTicks = day * TimeSpan.TicksPerDay, Families = [family], AddsUp = true };
}
