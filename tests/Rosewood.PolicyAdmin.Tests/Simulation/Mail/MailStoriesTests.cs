using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Mail.Truth;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Tests.Simulation.Mail;

public sealed class MailStoriesTests(TwentyMailSchools schools) : IClassFixture<TwentyMailSchools>
{
    [Fact]
    public void Every_honest_behaviour_occurs()
    {
        var occurred = schools.All.SelectMany(s => s.Innocents).Select(i => i.Behaviour).ToHashSet();
        Enum.GetValues<MailBehaviour>().Except(occurred).ShouldBeEmpty();
    }

    [Fact]
    public void Every_guilty_story_and_strength_occurs()
    {
        var cases = schools.All.SelectMany(s => s.Cases).ToList();
        Enum.GetValues<MailStory>().Except(cases.Select(c => c.Story)).ShouldBeEmpty();
        Enum.GetValues<MailStrength>().Except(cases.Select(c => c.Strength)).ShouldBeEmpty();
        cases.ShouldAllBe(c => c.Acts.Count > 0);
    }

    [Fact]
    public void As_many_have_a_story_as_the_options_say() => schools.All.ShouldAllBe(s => s.Cases.Count == 4);

    [Fact]
    public void Every_kind_is_guilty_somewhere_and_looks_so_innocently_elsewhere()
    {
        var truth = schools.All.SelectMany(s => s.Truth).ToList();
        foreach (var kind in Enum.GetValues<MailKind>())
        {
            truth.ShouldContain(t => t.Kind == kind && t.IsGuilty, kind.ToString());
            truth.Count(t => t.Kind == kind && !t.IsGuilty && t.Innocent.Count > 0).ShouldBeGreaterThan(truth.Count(t => t.Kind == kind && t.IsGuilty), kind.ToString());
        }
    }

    [Fact]
    public void Some_of_the_guilty_can_be_found_and_some_cannot()
    {
        var guilty = schools.All.SelectMany(s => s.Truth).Where(t => t.IsGuilty).ToList();
        (guilty.Count(t => t.Detectable) / (double)guilty.Count).ShouldBeInRange(0.3, 0.75);
        guilty.ShouldContain(t => t.Detectable && !t.Person.IsRegistered, "the address is alike to the name");
        guilty.Where(t => t.Case!.Story == MailStory.WhollyOffSystem).ShouldAllBe(t => !t.Detectable);
    }

    [Fact]
    public void Only_the_guilty_are_detectable_and_their_proofs_are_their_own_messages()
    {
        foreach (var school in schools.All)
        {
            var byId = school.Messages.ToLookup(m => m.MessageId, StringComparer.Ordinal);
            foreach (var truth in school.Truth.Where(t => t.Detectable))
            {
                truth.IsGuilty.ShouldBeTrue(truth.ToString());
                truth.Detectability.Proofs.Sum(p => p.Weight).ShouldBeGreaterThan(0.99);
                foreach (var proof in truth.Detectability.Proofs)
                {
                    truth.Case!.Acts.ShouldContain(a => a.MessageId == proof.MessageId);
                    byId[proof.MessageId].ShouldContain(m => m.Deliveries.Count > 0, "a proof is a message that came past the school");
                }
            }
        }
    }

    [Fact]
    public void Every_reason_to_be_convinced_occurs()
    {
        var reasons = schools.All.SelectMany(s => s.Truth).SelectMany(t => t.Detectability.Proofs).Select(p => p.Reason).ToHashSet();
        Enum.GetValues<MailReason>().Except(reasons).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MailBehaviour.PayslipHome)]
    [InlineData(MailBehaviour.OwnDocumentsHome)]
    [InlineData(MailBehaviour.PartyMail)]
    [InlineData(MailBehaviour.SickNoteFromHome)]
    [InlineData(MailBehaviour.InternalForwardRule)]
    public void As_many_staff_have_a_behaviour_as_its_rate_says(MailBehaviour behaviour)
    {
        var people = schools.All.SelectMany(s => s.Staff).Where(p => !p.Person.IsSupply && p.Person.Role != StaffRole.Governor).ToList();
        var rate = MailRates.Realistic[behaviour];
        (people.Count(p => p.Does(behaviour)) / (double)people.Count).ShouldBeInRange(rate - 0.06, rate + 0.06);
    }

    [Theory]
    [InlineData(MailBehaviour.ReplyToNewsletter)]
    [InlineData(MailBehaviour.ReplyToOldMail)]
    [InlineData(MailBehaviour.ReplyToOwnMessage)]
    [InlineData(MailBehaviour.FamilyAutoReply)]
    [InlineData(MailBehaviour.SeparatedParents)]
    public void As_many_families_have_a_behaviour_as_its_rate_says(MailBehaviour behaviour)
    {
        var families = schools.All.SelectMany(s => s.Families).ToList();
        var rate = MailRates.Realistic[behaviour];
        (families.Count(f => f.Does(behaviour)) / (double)families.Count).ShouldBeInRange(rate - 0.05, rate + 0.05);
    }

    [Fact]
    public void Half_of_the_staff_have_told_the_school_their_personal_address()
    {
        var people = schools.All.SelectMany(s => s.Staff).ToList();
        (people.Count(p => p.IsRegistered) / (double)people.Count).ShouldBeInRange(0.45, 0.68);
    }

    [Fact]
    public void Most_mail_with_families_is_official_and_most_of_it_in_threads()
    {
        foreach (var school in schools.All)
        {
            var withFamilies = school.Traced.Where(m => m.Topic == MailTopic.Family).ToList();
            withFamilies.Count.ShouldBeGreaterThan(300);
            (withFamilies.Count(m => m.Story is null) / (double)withFamilies.Count).ShouldBeGreaterThan(0.7);
            (withFamilies.Count(m => m.InReplyTo is not null) / (double)withFamilies.Count).ShouldBeInRange(0.35, 0.8);
            school.Staff.Where(p => p.Person is { Role: StaffRole.Teacher, IsSupply: false }).Sum(school.OfficialToFamilies).ShouldBeGreaterThan(50);
        }
    }

    [Fact]
    public void Mail_between_home_and_home_never_comes_past_the_school()
    {
        var off = schools.All.SelectMany(s => s.Cases).Where(c => c.Story == MailStory.WhollyOffSystem).SelectMany(c => c.Acts).ToList();
        off.ShouldNotBeEmpty();
        off.ShouldAllBe(m => m.Deliveries.Count == 0);
    }

    [Fact]
    public void A_contact_that_has_ended_stands_in_the_declarations_somewhere() =>
        schools.All.ShouldContain(s => s.Declarations.Any(d => !d.HoldsOn(s.SchoolDays[0])));

    [Fact]
    public void Message_ids_are_unique_and_answers_come_after_what_they_answer()
    {
        foreach (var school in schools.All)
        {
            var byId = school.Messages.ToDictionary(m => m.MessageId, StringComparer.Ordinal);
            foreach (var message in school.Messages.Where(m => m.InReplyTo is not null && byId.ContainsKey(m.InReplyTo)))
            {
                message.At.ShouldBeGreaterThan(byId[message.InReplyTo!].At, $"{message}, seed {school.Options.Seed}");
            }
        }
    }
}
