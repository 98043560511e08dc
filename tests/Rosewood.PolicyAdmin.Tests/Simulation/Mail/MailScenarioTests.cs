using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation.Mail;

public sealed class MailScenarioTests
{
    // As many days as every behaviour and story needs to occur; the tests below assert that it does.
    private const int Days = 16;

    private static readonly MailScenario Innocent = MailScenario.Plain(11, schoolDays: Days).With(MailBehaviour.OwnDocumentsHome, 3);

    private static readonly Lazy<SimulatedMail> InnocentMail = new(Innocent.Build);

    public static TheoryData<MailBehaviour> Behaviours => [.. Enum.GetValues<MailBehaviour>()];

    public static TheoryData<MailStory> Stories => [.. Enum.GetValues<MailStory>()];

    [Fact]
    public void In_a_plain_school_nothing_odd_happens()
    {
        var school = MailScenario.Plain(5).Build();
        school.Innocents.ShouldBeEmpty();
        school.Truth.ShouldAllBe(t => !t.IsGuilty && !t.Detectable && t.Innocent.Count == 0);
        school.Rules.ShouldBeEmpty();
        school.Mailboxes.ShouldAllBe(m => m.ForwardingAddress == null && m.ForwardingSmtpAddress == null);
        school.Traced.Count.ShouldBeGreaterThan(500);
        school.Traced.ShouldAllBe(m => m.Deliveries.All(d => d.Status == DeliveryStatus.Delivered || d.Status == DeliveryStatus.Expanded));
        var homes = school.Staff.Select(p => p.PersonalAddress).ToHashSet(StringComparer.OrdinalIgnoreCase);
        school.Messages.SelectMany(m => m.Shown).ShouldAllBe(a => !homes.Contains(a.Address));
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void A_behaviour_that_is_added_to_a_plain_school_is_the_only_one(MailBehaviour behaviour)
    {
        var school = MailScenario.Plain(3, schoolDays: Days).With(behaviour).Build();
        school.Innocents.Select(i => i.Behaviour).Distinct().ShouldBe([behaviour]);
        school.Truth.ShouldAllBe(t => !t.IsGuilty);
        foreach (var kind in MailBehaviours.LooksLike(behaviour).Where(_ => MailBehaviours.ScopeOf(behaviour) != BehaviourScope.School))
        {
            school.Truth.ShouldContain(t => t.Kind == kind && t.Innocent.Contains(behaviour));
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_story_that_is_added_is_the_only_one_and_goes_to_whom_the_behaviour_was_given(MailStory story)
    {
        var school = MailScenario.Plain(7, schoolDays: Days).With(MailBehaviour.PayslipHome, 8).WithMisuse(story, MailStrength.Habitual, isRegistered: true).Build();
        var made = school.Cases.ShouldHaveSingleItem();
        made.Story.ShouldBe(story);
        made.Person.Does(MailBehaviour.PayslipHome).ShouldBeTrue();
        var guilty = school.Truth.Where(t => t.IsGuilty).ToList();
        guilty.ShouldAllBe(t => t.Person == made.Person && made.Kinds.Contains(t.Kind));
        guilty.Select(t => t.Kind).Order().ShouldBe(made.Kinds.Order());
        guilty.ShouldAllBe(t => t.Detectable == (story != MailStory.WhollyOffSystem));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void In_the_guilty_twin_everybody_else_writes_the_same(MailStory story)
    {
        var other = Innocent.WithMisuse(story, MailStrength.Regular).Build();
        var made = other.Cases.Single();
        string[] involved = [made.Person.SchoolAddress, made.Person.PersonalAddress];
        var one = Told(InnocentMail.Value, involved);
        one.Count.ShouldBeGreaterThan(500);
        one.Except(Told(other, involved), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MailStrength.Once, 1, 1)]
    [InlineData(MailStrength.Occasional, 3, 3)]
    [InlineData(MailStrength.Regular, 8, 24)]
    [InlineData(MailStrength.Habitual, 32, 40)]
    public void A_strength_is_so_many_days_in_eight_weeks(MailStrength strength, int least, int most)
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var school = MailScenario.Plain(seed, schoolDays: 40).WithMisuse(MailStory.CopiesOwnPersonal, strength).Build();
            school.Cases.Single().Acts.Select(a => a.At / 86_400_000).Distinct().Count().ShouldBeInRange(least, most);
        }
    }

    [Theory]
    [InlineData(MailStory.CopiesOwnPersonal, MailSources.Trace)]
    [InlineData(MailStory.FamiliesWriteToPersonal, MailSources.Headers)]
    [InlineData(MailStory.SendsFamilyMailHome, MailSources.Trace)]
    [InlineData(MailStory.RuleToPersonal, MailSources.Rules | MailSources.Trace)]
    [InlineData(MailStory.MailboxToPersonal, MailSources.Mailboxes | MailSources.Trace)]
    [InlineData(MailStory.BeganOffSystem, MailSources.Headers | MailSources.Trace)]
    public void A_story_can_be_found_with_its_files_and_not_without(MailStory story, MailSources needs)
    {
        var guilty = MailScenario.Plain(2, schoolDays: Days).WithMisuse(story, MailStrength.Habitual, isRegistered: true);
        guilty.Changed(o => o with { Sources = needs }).Build().Truth.ShouldContain(t => t.IsGuilty && t.Detectable);
        guilty.Changed(o => o with { Sources = MailSources.None }).Build().Truth.ShouldAllBe(t => !t.Detectable);
    }

    [Fact]
    public void One_message_from_a_registered_address_convinces_and_from_one_alike_it_does_not()
    {
        for (var seed = 1UL; seed <= 6; seed++)
        {
            var once = MailScenario.Plain(seed, schoolDays: Days).Changed(o => o with { RegisteredShare = 0 });
            var known = once.WithMisuse(MailStory.CopiesOwnPersonal, MailStrength.Once, isRegistered: true).Build().Truth.Single(t => t.IsGuilty);
            var unknown = once.WithMisuse(MailStory.CopiesOwnPersonal, MailStrength.Once, isRegistered: false).Build().Truth.Single(t => t.IsGuilty);
            known.Detectability.Proofs.ShouldHaveSingleItem().Weight.ShouldBeOneOf(1, 0.5);
            known.Detectable.ShouldBe(known.Detectability.Proofs[0].Weight > 0.9);
            unknown.Detectable.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_rule_of_one_day_is_gone_from_the_file_and_cannot_be_found()
    {
        var school = MailScenario.Plain(4).WithMisuse(MailStory.RuleToPersonal, MailStrength.Once, isRegistered: true).Build();
        school.Cases.Single().Acts.ShouldNotBeEmpty();
        school.Rules.ShouldBeEmpty();
        school.Truth.ShouldAllBe(t => !t.Detectable);
    }

    [Fact]
    public void A_school_too_small_for_what_is_asked_says_so() =>
        Should.Throw<ArgumentException>(() => MailScenario.Plain(1).With(MailBehaviour.SupplyAgency, 9).Build()).Message.ShouldContain("9 shall have SupplyAgency");

    private static HashSet<string> Told(SimulatedMail school, string[] without) =>
    [
        .. school.Messages
            .Where(m => !m.Shown.Any(a => without.Contains(a.Address, StringComparer.OrdinalIgnoreCase)))
            .Select(m => $"{m.At} {m.MessageId} {m.From} {string.Join(' ', m.To)} {string.Join(' ', m.Cc)} {m.Subject} {m.Size}"),
    ];
}
