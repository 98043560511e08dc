using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>What comes to the school from all sides.</summary>
internal sealed class SchoolActs(MailWorld world, MailCasting casting)
{
    public void Live()
    {
        if (casting.Occurs(MailBehaviour.JournalCopies))
        {
            world.Post.Note(MailBehaviour.JournalCopies, null, null, null);
        }

        if (casting.Occurs(MailBehaviour.DuplicateRows))
        {
            world.Post.Note(MailBehaviour.DuplicateRows, null, null, null);
        }

        Each(MailBehaviour.PhishingLookalike, 2, Phish);
        Each(MailBehaviour.SpamAndQuarantine, 8, Spam);
        Each(MailBehaviour.Bounces, 3, Bounce);
        Each(MailBehaviour.MailingLists, 10, MailingList);
        Each(MailBehaviour.OutsideBodies, 30, Outsider);
    }

    private void Each(MailBehaviour behaviour, double inTwenty, Action<int, Dice> act)
    {
        if (!casting.Occurs(behaviour))
        {
            return;
        }

        var count = Math.Max(1, (int)(inTwenty * world.Days.Count / 20));
        for (var i = 0; i < count; i++)
        {
            var dice = world.Throw("school-" + behaviour, i);
            act(dice.Between(0, world.Days.Count - 1), dice);
        }
    }

    private void Phish(int day, Dice dice)
    {
        var leader = world.Somebody(dice, day, StaffRole.HeadTeacher, StaffRole.DeputyHead);
        var victim = world.Somebody(dice, day, StaffRole.Admin, StaffRole.Teacher, StaffRole.Support);
        var fake = new MailAddress(MailAddresses.ByInitial(dice, leader.Name), leader.Name);
        var first = Innocent(MailBehaviour.PhishingLookalike, leader, dice, new Letter { From = fake, To = [victim.AtSchool], At = world.Daytime(dice, day), Subject = dice.Pick(["Are you at your desk?", "Quick task", "Urgent", "Gift cards"]), Status = dice.Chance(0.4) ? DeliveryStatus.Quarantined : dice.Chance(0.4) ? DeliveryStatus.FilteredAsSpam : DeliveryStatus.Delivered });
        if (dice.Chance(0.3) && first.Deliveries[0].Status == DeliveryStatus.Delivered)
        {
            var answer = Innocent(MailBehaviour.PhishingLookalike, leader, dice, new Letter { From = victim.AtSchool, To = [fake], At = first.At + (9 * UkTime.Minute), Subject = "RE: " + first.Subject, After = first });
            Innocent(MailBehaviour.PhishingLookalike, leader, dice, new Letter { From = fake, To = [victim.AtSchool], At = answer.At + (5 * UkTime.Minute), Subject = "Re: " + first.Subject, After = answer });
        }
    }

    /// <summary>Advertising, and a family's letter that the filter took for it.</summary>
    private void Spam(int day, Dice dice)
    {
        var to = world.Somebody(dice, day, StaffRole.Admin, StaffRole.Teacher, StaffRole.SeniorLeader);
        var at = world.Daytime(dice, day);
        var status = dice.Chance(0.7) ? DeliveryStatus.FilteredAsSpam : DeliveryStatus.Quarantined;
        if (dice.Chance(0.25))
        {
            var family = dice.Pick(world.People.Families);
            Innocent(MailBehaviour.SpamAndQuarantine, to, dice, new Letter { From = MailWorld.Of(family, family.Guardians[0], at, dice), To = [to.AtSchool], At = at, Subject = Subjects.Plainly(dice, family.Children[0], world.Days[day]), Status = status, Topic = MailTopic.Family, Family = family });
            return;
        }

        Innocent(MailBehaviour.SpamAndQuarantine, to, dice, new Letter { From = new MailAddress(FormattableString.Invariant($"offers{dice.Between(1, 99)}@bestdeals.example"), "Best Deals"), To = [to.AtSchool], At = at, Subject = "Interactive displays from £499", Status = status });
    }

    private void Bounce(int day, Dice dice)
    {
        var person = world.Somebody(dice, day, StaffRole.Admin, StaffRole.Teacher);
        var family = dice.Pick(world.People.Families);
        var at = world.Daytime(dice, day);
        var gone = new MailAddress("old." + MailAddresses.Personal(dice, family.Guardians[0].Name), family.Guardians[0].Name);
        var letter = Innocent(MailBehaviour.Bounces, person, dice, new Letter { From = person.AtSchool, To = [gone], At = at, Subject = Subjects.Plainly(dice, family.Children[0], world.Days[day]), Status = DeliveryStatus.Failed, Topic = MailTopic.Family, Family = family });
        var byUs = dice.Chance(0.6);
        Innocent(MailBehaviour.Bounces, person, dice, new Letter
        {
            From = byUs ? new MailAddress(SchoolDirectory.PostMaster, "Microsoft Outlook") : new MailAddress("mailer-daemon@googlemail.com", "Mail Delivery Subsystem"),
            Envelope = byUs ? SchoolDirectory.PostMaster : "<>",
            To = [person.AtSchool],
            At = at + 9000,
            Subject = (byUs ? "Undeliverable: " : "Delivery Status Notification (Failure): ") + letter.Subject,
            After = letter,
            Headers = [new("Auto-Submitted", "auto-replied"), new("X-Failed-Recipients", gone.Address)],
        });
    }

    private void MailingList(int day, Dice dice)
    {
        var reader = world.Somebody(dice, day, StaffRole.Teacher, StaffRole.Technician, StaffRole.SeniorLeader);
        var list = new MailAddress("senco-forum@lists.edforum.example", "SENCO Forum");
        var at = world.Daytime(dice, day);
        var writer = new MailAddress(MailAddresses.Personal(dice, "Frances Heald"), "Frances Heald");
        var subject = "[senco-forum] " + dice.Pick(["EHCP deadlines", "Provision maps", "Sensory room", "Reading schemes"]);
        var question = world.Post.Send(dice, new Letter { From = writer, To = [list], At = at - (200 * UkTime.Minute), Subject = subject });
        Innocent(MailBehaviour.MailingLists, reader, dice, new Letter
        {
            From = new MailAddress(MailAddresses.Personal(dice, "Gillian Sharp"), "Gillian Sharp"),
            To = [list, reader.AtSchool],
            At = at,
            Subject = "Re: " + subject,
            After = question,
            Envelope = "senco-forum-bounces@lists.edforum.example",
            Headers = [new("List-Id", "<senco-forum.lists.edforum.example>"), new("Precedence", "list"), new("List-Unsubscribe", "<mailto:senco-forum-leave@lists.edforum.example>")],
        });
    }

    /// <summary>Bodies write to a mailbox; a family is in copy at times, and everybody answers everybody.</summary>
    private void Outsider(int day, Dice dice)
    {
        var body = dice.Pick(SchoolDirectory.Outsiders);
        var person = world.Somebody(dice, day, StaffRole.Admin, StaffRole.Teacher, StaffRole.SeniorLeader, StaffRole.DeputyHead);
        var mailbox = dice.Chance(0.5) ? dice.Pick(world.Directory.Shared) : person.AtSchool;
        var family = dice.Chance(0.35) ? dice.Pick(world.People.Families) : null;
        var at = world.Daytime(dice, day);
        var letter = new Letter
        {
            From = body,
            To = [mailbox],
            At = at,
            Family = family,
            Topic = family is null ? MailTopic.Work : MailTopic.Family,
            Cc = family is not null && dice.Chance(0.6) ? [MailWorld.Of(family, family.Guardians[0], at, dice)] : [],
            Subject = family is null ? Subjects.BetweenColleagues(dice, world.Days[day]) : Subjects.Plainly(dice, family.Children[0], world.Days[day]),
        };
        var first = Innocent(MailBehaviour.OutsideBodies, person, dice, letter);
        if (dice.Chance(0.5))
        {
            Innocent(MailBehaviour.OutsideBodies, person, dice, letter with { From = mailbox, To = [body], At = at + (150 * UkTime.Minute), Subject = "RE: " + first.Subject, After = first });
        }

        if (letter.Cc.Count > 0 && dice.Chance(0.5))
        {
            // The family answers what the body wrote to it alone, and the school gets a copy.
            var aside = world.Post.Send(dice, letter with { To = letter.Cc, Cc = [], At = at + (20 * UkTime.Minute), After = first, Subject = "RE: " + first.Subject });
            Innocent(MailBehaviour.OutsideBodies, person, dice, letter with { From = letter.Cc[0], To = [body], Cc = [mailbox], At = at + (400 * UkTime.Minute), Subject = "Re: " + first.Subject, After = aside });
        }
    }

    private MailMessage Innocent(MailBehaviour behaviour, MailPerson person, Dice dice, Letter letter) => world.Post.Innocent(behaviour, person, dice, letter);
}
