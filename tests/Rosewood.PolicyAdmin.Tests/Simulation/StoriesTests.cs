using Rosewood.PolicyAdmin.Simulation;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation;

[Collection(TwentySchools.Name)]
public sealed class StoriesTests(TwentySchools schools)
{
    [Fact]
    public void Every_honest_behaviour_occurs()
    {
        var occurred = schools.All.SelectMany(s => s.Truth).SelectMany(t => t.Behaviours).ToHashSet();
        Enum.GetValues<Behaviour>().Except(occurred).ShouldBeEmpty();
    }

    [Fact]
    public void Every_story_of_sharing_occurs_in_every_strength_somewhere()
    {
        var shared = schools.All.SelectMany(s => s.Truth).Where(t => t.IsShared).ToList();
        shared.Select(t => t.Case!.Story).Distinct().Count().ShouldBe(Enum.GetValues<SharingStory>().Length);
        shared.Select(t => t.Strength!.Value).Distinct().Count().ShouldBe(Enum.GetValues<SharingStrength>().Length);
    }

    [Fact]
    public void Some_sharers_can_be_found_and_some_cannot()
    {
        var shared = schools.All.SelectMany(s => s.Truth).Where(t => t.IsShared).ToList();
        var found = shared.Count(t => t.Detectable) / (double)shared.Count;
        found.ShouldBeInRange(0.2, 0.8);
    }

    [Fact]
    public void As_many_accounts_are_shared_as_the_options_say()
    {
        foreach (var school in schools.All)
        {
            var cases = school.Truth.Count(t => t.Case is not null);
            cases.ShouldBeInRange((int)Math.Round(40 * 0.03, MidpointRounding.AwayFromZero), (int)Math.Round(40 * 0.06, MidpointRounding.AwayFromZero));
        }
    }

    [Theory]
    [InlineData(Behaviour.PhoneMail)]
    [InlineData(Behaviour.PrivatePcAtHome)]
    [InlineData(Behaviour.PasswordChange)]
    [InlineData(Behaviour.TypingErrors)]
    [InlineData(Behaviour.PasswordSpray)]
    public void As_many_people_have_a_behaviour_as_its_rate_says(Behaviour behaviour)
    {
        // Supply staff and governors could not have all of these.
        var people = schools.All.SelectMany(s => s.Staff).Where(p => !p.IsSupply && p.Role != StaffRole.Governor).ToList();
        var rate = BehaviourRates.Realistic[behaviour];
        var share = people.Count(p => p.Does(behaviour)) / (double)people.Count;
        share.ShouldBeInRange(rate - 0.07, rate + 0.07);
    }

    [Fact]
    public void Most_class_teachers_have_a_laptop_beside_the_classroom_pc()
    {
        var teachers = schools.All.SelectMany(s => s.Staff).Where(p => p is { Role: StaffRole.Teacher, IsSupply: false }).ToList();
        (teachers.Count(p => p.Does(Behaviour.LaptopBesidePc)) / (double)teachers.Count).ShouldBeInRange(0.65, 0.85);
    }

    [Fact]
    public void Machines_sign_in_more_often_than_people()
    {
        foreach (var school in schools.All)
        {
            school.SignIns.Count(s => !s.IsInteractive).ShouldBeGreaterThan(2 * school.SignIns.Count(s => s.IsInteractive));
        }
    }

    [Fact]
    public void Sharing_leaves_traces_of_the_hand_over()
    {
        var others = schools.All
            .SelectMany(s => s.SignIns.Select(i => (SignIn: i, Truth: s.Truth.First(t => t.Account == i.Account))))
            .Where(x => x.SignIn.Actor is not null && x.Truth.IsShared && x.Truth.Case!.Others.Contains(x.SignIn.Actor))
            .ToList();
        others.ShouldContain(x => x.SignIn.ErrorCode == 50126, "a wrong password");
        others.ShouldContain(x => x.SignIn.SecondFactor == SecondFactor.PhoneCall, "an approval by phone call");
        others.ShouldContain(x => x.SignIn.SecondFactor == SecondFactor.Refused, "a refusal");
        others.ShouldContain(x => x.SignIn.Approver != null && x.SignIn.Approver.Of == x.SignIn.Actor, "the other's phone is registered");
    }

    [Fact]
    public void The_truth_names_every_hand()
    {
        foreach (var school in schools.All)
        {
            foreach (var truth in school.Truth)
            {
                var strangers = truth.UsedBy.Where(p => p != truth.Account.Owner).ToList();
                var known = truth.Case?.Others ?? [];
                strangers.Where(p => p.IsStaff && !known.Contains(p)).ShouldBeEmpty(truth.ToString());
                truth.IsShared.ShouldBe(strangers.Any(known.Contains), truth.ToString());
                truth.Story.ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void Nobody_honest_is_detectable_and_nobody_once()
    {
        foreach (var truth in schools.All.SelectMany(s => s.Truth).Where(t => t.Detectable))
        {
            truth.IsShared.ShouldBeTrue();
            truth.Strength.ShouldNotBe(SharingStrength.Once);
            truth.Detectability.Proofs.Count.ShouldBeGreaterThanOrEqualTo(3);
        }
    }
}
