using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>Official mail: with families in threads, among colleagues, and the newsletters.</summary>
internal sealed class OfficialLife(MailWorld world)
{
    public void Live()
    {
        for (var day = 0; day < world.Days.Count; day++)
        {
            foreach (var person in world.People.Staff.Where(p => !p.Person.IsSupply && p.Person.Role != StaffRole.Governor && p.IsThereOn(world.Days[day])))
            {
                var dice = world.Throw("official", person.Person.Number, day);
                for (var i = 0; dice.Chance(Often(person.Person.Role)) && i < 3; i++)
                {
                    Converse(person, day, world.Throw("thread", person.Person.Number, day, i));
                }

                for (var i = 0; dice.Chance(0.45 * world.Options.ColleagueMail) && i < 3; i++)
                {
                    WriteToColleagues(person, day, world.Throw("colleagues", person.Person.Number, day, i));
                }
            }

            if (world.Days[day].DayOfWeek == DayOfWeek.Friday)
            {
                Newsletter(day);
            }
        }
    }

    private static double Often(StaffRole role) => role switch
    {
        StaffRole.Admin => 0.5,
        StaffRole.HeadTeacher or StaffRole.DeputyHead or StaffRole.SeniorLeader or StaffRole.SafeguardingLead => 0.35,
        StaffRole.Teacher => 0.3,
        StaffRole.Support => 0.06,
        _ => 0.02,
    };

    private void Converse(MailPerson person, int day, Dice dice)
    {
        var own = world.People.Families.Where(f => f.Teacher == person).ToList();
        var family = own.Count > 0 && dice.Chance(0.9) ? dice.Pick(own) : dice.Pick(world.People.Families);
        var guardian = dice.Pick(family.Guardians);
        var role = person.Person.Role;
        var mailbox = role == StaffRole.Admin && dice.Chance(0.6) ? SchoolDirectory.Office
            : role == StaffRole.HeadTeacher && dice.Chance(0.5) ? SchoolDirectory.Head
            : role == StaffRole.SeniorLeader && dice.Chance(0.3) ? SchoolDirectory.Senco
            : person.AtSchool;
        if (string.Equals(guardian.Name, person.Name, StringComparison.Ordinal))
        {
            // Nobody writes to themselves about their own child.
            return;
        }

        var bySchool = dice.Chance(0.5);
        var at = bySchool || dice.Chance(0.4) ? world.Daytime(dice, day) : world.Evening(dice, day);
        var theirs = MailWorld.Of(family, guardian, at, dice);
        var others = family.Guardians.Where(g => g != guardian && dice.Chance(family.Does(MailBehaviour.SeparatedParents) ? 0.7 : 0.2)).Select(g => MailWorld.Of(family, g, at, dice)).ToList();
        List<MailAddress> copies = bySchool ? others : dice.Chance(0.12) && mailbox != SchoolDirectory.Office ? [SchoolDirectory.Office] : [];
        var thread = new MailThread(family, guardian, person, mailbox, []);
        var subject = Subjects.AboutChild(dice, dice.Pick(family.Children), world.Days[day]);
        var last = Send(bySchool ? mailbox : theirs, bySchool ? theirs : mailbox, copies, at, subject, null, thread, dice);
        for (var i = 0; i < 4 && dice.Chance(0.6); i++)
        {
            bySchool = !bySchool;
            at = Next(last.At, bySchool, dice);
            if (UkTime.DayOf(at) > world.Days[^1] || (bySchool && !person.IsThereOn(UkTime.DayOf(at))))
            {
                break;
            }

            theirs = MailWorld.Of(family, guardian, at, dice);
            var subjectNow = (bySchool ? "RE: " : "Re: ") + Subjects.Bare(subject);
            last = Send(bySchool ? mailbox : theirs, bySchool ? last.From : mailbox, dice.Chance(0.7) ? last.Cc : [], at, subjectNow, last, thread, dice);
        }

        world.Threads.Add(thread);
    }

    private MailMessage Send(MailAddress from, MailAddress to, IReadOnlyList<MailAddress> copies, long at, string subject, MailMessage? after, MailThread thread, Dice dice)
    {
        var message = world.Post.Send(dice, new Letter { From = from, To = [to], Cc = copies, At = at, Subject = subject, After = after, Topic = MailTopic.Family, Family = thread.Family });
        thread.Messages.Add(message);
        return message;
    }

    /// <summary>The school answers in working time, families whenever they are awake.</summary>
    private static long Next(long at, bool bySchool, Dice dice)
    {
        var next = at + (long)((10 + dice.Wait(360)) * UkTime.Minute);
        var minute = UkTime.MinuteOf(next);
        var day = UkTime.DayOf(next);
        if (bySchool && (!SchoolTerms.IsSchoolDay(day) || minute is < 470 or > 1080))
        {
            do
            {
                day = day.AddDays(1);
            }
            while (!SchoolTerms.IsSchoolDay(day));
            return UkTime.At(day, dice.Between(480, 960));
        }

        return !bySchool && minute is < 390 or > 1390 ? UkTime.At(minute > 1390 ? day.AddDays(1) : day, dice.Between(400, 540)) : next;
    }

    private void WriteToColleagues(MailPerson person, int day, Dice dice)
    {
        var at = world.Daytime(dice, day);
        var subject = Subjects.BetweenColleagues(dice, world.Days[day]);
        var isToList = dice.Chance(0.06);
        var colleague = world.Colleague(dice, person);
        var first = world.Post.Send(dice, new Letter { From = person.AtSchool, To = [isToList ? SchoolDirectory.AllStaff : colleague.AtSchool], At = at, Subject = subject });
        if (!isToList && dice.Chance(0.4))
        {
            world.Post.Send(dice, new Letter { From = colleague.AtSchool, To = [person.AtSchool], At = at + (dice.Between(3, 90) * UkTime.Minute), Subject = "RE: " + subject, After = first });
        }
    }

    /// <summary>The service writes to all families; past the school comes only the copy for staff.</summary>
    private void Newsletter(int day)
    {
        var dice = world.Throw("newsletter", day);
        world.Newsletters.Add(world.Post.Send(dice, new Letter
        {
            From = SchoolDirectory.Office,
            To = [SchoolDirectory.AllStaff],
            At = UkTime.At(world.Days[day], 900),
            Subject = FormattableString.Invariant($"Rosewood Newsletter {world.Newsletters.Count + 1}"),
            Service = SchoolDirectory.NewsletterHost,
            Headers = [new("List-Unsubscribe", "<https://mail.parentpost.example/u>"), new("Precedence", "bulk")],
        }));
    }
}
