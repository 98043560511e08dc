using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation;

public sealed class ScenarioTests
{
    public static TheoryData<Behaviour> Behaviours => [.. Enum.GetValues<Behaviour>()];

    public static TheoryData<SharingStory> Stories => [.. Enum.GetValues<SharingStory>()];

    [Fact]
    public void In_a_plain_school_nothing_odd_happens()
    {
        var school = SchoolScenario.Plain(5).Build();
        school.Truth.ShouldAllBe(t => t.Behaviours.Count == 0 && !t.IsShared && t.UsedBy.Count <= 1);
        school.SignIns.ShouldAllBe(s => s.ErrorCode == 0);
        school.Absences.ShouldBeEmpty();
        school.SignIns.Count.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void A_behaviour_that_is_added_to_a_plain_school_occurs(Behaviour behaviour)
    {
        var school = SchoolScenario.Plain(3).With(behaviour).Build();
        school.Truth.ShouldContain(t => t.Behaviours.Contains(behaviour));
        school.Truth.ShouldAllBe(t => !t.IsShared);
    }

    [Fact]
    public void One_teacher_has_a_laptop_beside_the_pc_and_nobody_else()
    {
        var school = SchoolScenario.Plain(7).With(Behaviour.LaptopBesidePc).Build();
        var odd = school.Truth.Where(t => t.Behaviours.Count > 0).ToList();
        odd.Count.ShouldBe(1);
        odd[0].Behaviours.ShouldBe([Behaviour.LaptopBesidePc]);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_story_that_is_added_is_the_only_one(SharingStory story)
    {
        var school = SchoolScenario.Plain(7).With(Behaviour.LaptopBesidePc).WithSharing(story, SharingStrength.Habitual).Build();
        var shared = school.Truth.Where(t => t.IsShared).ToList();
        shared.Count.ShouldBe(1);
        shared[0].Case!.Story.ShouldBe(story);
        shared[0].UsedBy.Count.ShouldBeGreaterThanOrEqualTo(2);
        shared[0].Case!.DaysUsed.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void The_guilty_twin_is_the_same_person_and_the_rest_of_the_school_does_the_same()
    {
        var innocent = SchoolScenario.Plain(11).With(Behaviour.LaptopBesidePc);
        var one = innocent.Build();
        var other = innocent.WithSharing(SharingStory.TeacherLoginToAssistant, SharingStrength.Habitual).Build();
        var sharer = other.Truth.Single(t => t.IsShared);
        sharer.Behaviours.ShouldContain(Behaviour.LaptopBesidePc);

        var involved = sharer.UsedBy.Select(p => p.Number).ToHashSet();
        Told(one, involved).ShouldBe(Told(other, involved));
    }

    [Theory]
    [InlineData(SharingStrength.Once, 1, 1)]
    [InlineData(SharingStrength.Occasional, 1, 6)]
    [InlineData(SharingStrength.Regular, 6, 24)]
    [InlineData(SharingStrength.Habitual, 24, 40)]
    public void A_strength_is_so_many_days_in_eight_weeks(SharingStrength strength, int least, int most)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var school = SchoolScenario.Plain(seed, schoolDays: 40).WithSharing(SharingStory.OfficePair, strength).Build();
            school.Truth.Single(t => t.IsShared).Case!.DaysUsed.ShouldBeInRange(least, most);
        }
    }

    [Fact]
    public void Two_clerks_with_one_login_can_be_found_with_all_files_and_not_with_none()
    {
        var guilty = SchoolScenario.Plain(2).WithSharing(SharingStory.OfficePair, SharingStrength.Habitual);
        guilty.Build().Truth.Single(t => t.IsShared).Detectable.ShouldBeTrue();
        guilty.Changed(o => o with { Sources = Sources.Registers | Sources.Absences }).Build().Truth.Single(t => t.IsShared).Detectable.ShouldBeFalse();
    }

    [Fact]
    public void A_school_too_small_for_what_is_asked_says_so() =>
        Should.Throw<ArgumentException>(() => SchoolScenario.Plain(1).With(Behaviour.IctTeacherInSuite, 5).Build()).Message.ShouldContain("5 people shall have IctTeacherInSuite");

    private static List<string> Told(SimulatedSchool school, HashSet<int> without) =>
    [
        .. school.SignIns
            .Where(s => s.Account.Owner is not { } owner || !without.Contains(owner.Number))
            .Select(s => $"{s.At} {s.Account} {s.App.Name} {s.Device} {s.Egress.Address} {s.ErrorCode} {s.Actor}")
            .Order(StringComparer.Ordinal),
    ];
}
