using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Simulation.Mail;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Tests.Correspondence;

/// <summary>Simulated schools' mail, from their written files and through the command: habitual misuse by a registered address, and its innocent twin.</summary>
public sealed class SimulatedMailTests
{
    private static MailScenario Innocent => MailScenario.Plain(7, schoolDays: 20).With(MailBehaviour.PayslipHome, 8);

    [Theory]
    [InlineData(MailStory.CopiesOwnPersonal, CorrespondenceKind.PersonalAddress)]
    [InlineData(MailStory.FamiliesWriteToPersonal, CorrespondenceKind.PersonalAddress)]
    [InlineData(MailStory.SendsFamilyMailHome, CorrespondenceKind.SelfForward)]
    [InlineData(MailStory.RuleToPersonal, CorrespondenceKind.InboxRuleForward)]
    public void Habitual_misuse_is_found_as_what_it_is_and_nobody_else_is_named(MailStory story, CorrespondenceKind kind)
    {
        var mail = Innocent.WithMisuse(story, MailStrength.Habitual, isRegistered: true).Build();
        mail.Truth.ShouldContain(t => t.IsGuilty && t.Detectable);
        using var school = new SimulatedMailSchool(mail);
        var guilty = school.IdOf(mail.Cases.ShouldHaveSingleItem().Person);

        var findings = school.Find();

        findings.ShouldContain(f => f.Kind == kind && string.Equals(f.PersonId, guilty, StringComparison.Ordinal));
        findings.Select(f => f.PersonId).Distinct(StringComparer.Ordinal).ShouldBe([guilty]);
    }

    [Fact]
    public void The_innocent_twin_in_whom_payslips_alone_go_home_is_left_alone()
    {
        var mail = Innocent.Build();
        mail.Innocents.ShouldNotBeEmpty();
        using var school = new SimulatedMailSchool(mail);

        school.Find().ShouldBeEmpty();
    }
}
