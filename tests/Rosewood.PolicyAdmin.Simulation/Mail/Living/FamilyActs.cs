using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>What families do that may look as if a conversation had begun elsewhere.</summary>
internal sealed class FamilyActs(MailWorld world)
{
    public void Live()
    {
        foreach (var family in world.People.Families)
        {
            foreach (var behaviour in family.Behaviours.Order())
            {
                foreach (var day in world.Times(world.Throw("family-" + behaviour, family.Number), 0.8))
                {
                    Act(new Doing(family, behaviour, day, world.Throw("family-" + behaviour, family.Number, day, 1)));
                }
            }
        }
    }

    private void Act(Doing doing)
    {
        switch (doing.Behaviour)
        {
            case MailBehaviour.ReplyToNewsletter: ReplyToNewsletter(doing); break;
            case MailBehaviour.ReplyToPayment: ReplyToPayment(doing); break;
            case MailBehaviour.ReplyToOldMail: ReplyToOldMail(doing); break;
            case MailBehaviour.ReplyToOwnMessage: ReplyToOwnMessage(doing); break;
            case MailBehaviour.ReplyToAnotherParent: BringInAnother(doing, isForward: false); break;
            case MailBehaviour.ForwardOfAnotherParent: BringInAnother(doing, isForward: true); break;
            case MailBehaviour.CalendarReply: AnswerInvitation(doing); break;
            case MailBehaviour.FamilyAutoReply: AnswerAutomatically(doing); break;
            case MailBehaviour.WrongAddress: WriteToWrongAddress(doing); break;
            case MailBehaviour.SeparatedParents: WriteToBoth(doing); break;
            default: WriteAsUsual(doing); break;
        }
    }

    private void ReplyToNewsletter(Doing d)
    {
        var letters = world.Newsletters.Where(n => UkTime.DayOf(n.At) <= world.Days[d.Day]).ToList();
        if (letters.Count == 0)
        {
            letters = world.Newsletters.Take(1).ToList();
        }

        if (letters.Count == 0)
        {
            // A school of less than a week: the letter of the week before.
            letters = [Outside(d, SchoolDirectory.Office, SchoolDirectory.NewsletterHost, "Rosewood Newsletter", world.Daytime(d.Dice, 0) - (5 * 24 * 60 * UkTime.Minute))];
        }

        var letter = letters[^1];
        Send(d, d.Dice.Chance(0.7) ? SchoolDirectory.Office : d.Teacher, Math.Max(letter.At + (30 * UkTime.Minute), world.Evening(d.Dice, d.Day)), "Re: " + letter.Subject, letter);
    }

    private void ReplyToPayment(Doing d)
    {
        var at = world.Daytime(d.Dice, d.Day);
        var reminder = Outside(d, new MailAddress("rosewood@" + SchoolDirectory.PaymentHost, "SchoolPurse for Rosewood"), SchoolDirectory.PaymentHost, "Reminder: dinner money", at);
        Send(d, SchoolDirectory.Office, at + (240 * UkTime.Minute), "Re: Reminder: dinner money", reminder);
    }

    private void ReplyToOldMail(Doing d)
    {
        var at = world.Evening(d.Dice, d.Day);
        var old = UkTime.At(world.Options.StartDate.AddDays(-d.Dice.Between(40, 200)), 700);
        var first = world.Post.Send(d.Dice, new Letter { From = d.Teacher, To = [Parent(d, old)], At = old, Subject = Subject(d), Topic = MailTopic.Family, Family = d.Family });
        Send(d, d.Teacher, at, "Re: " + first.Subject, first);
    }

    private void ReplyToOwnMessage(Doing d)
    {
        var at = world.Evening(d.Dice, d.Day);
        var came = d.Dice.Chance(0.5);
        var stray = new MailAddress(d.Family.Guardians[^1].Address, d.Family.Guardians[^1].Name);
        var first = Send(d, came ? d.Teacher : stray, at, Subject(d), null);
        Send(d, d.Teacher, at + (22 * 60 * UkTime.Minute), "Re: " + first.Subject, first);
    }

    private void BringInAnother(Doing d, bool isForward)
    {
        var others = world.People.Families.Where(f => f != d.Family && f.Teacher == d.Family.Teacher).ToList();
        var other = d.Dice.Pick(others.Count > 0 ? others : [.. world.People.Families.Where(f => f != d.Family)]);
        var at = world.Evening(d.Dice, d.Day);
        var author = MailWorld.Of(other, other.Guardians[0], at, d.Dice);
        var first = world.Post.Send(d.Dice, new Letter { From = author, To = [Parent(d, at)], At = at, Subject = d.Dice.Pick(["Birthday party", "Did you get the letter?", "School bus", Subject(d)]), Topic = MailTopic.Private, Family = other });
        var keepsAuthor = !isForward && d.Dice.Chance(0.8);
        Send(d, keepsAuthor ? author : d.Teacher, at + (60 * UkTime.Minute), (isForward ? "Fwd: " : "Re: ") + first.Subject, first, keepsAuthor ? [d.Teacher] : []);
    }

    private void AnswerInvitation(Doing d)
    {
        var at = world.Daytime(d.Dice, d.Day);
        var from = d.Dice.Chance(0.5) ? d.Teacher : SchoolDirectory.Senco;
        var subject = "Annual review: " + d.Family.Children[0];
        var invitation = Innocent(d, new Letter { From = from, To = [Parent(d, at)], At = at, Subject = subject, Headers = [new("Content-Class", "urn:content-classes:calendarmessage")], Topic = MailTopic.Family, Family = d.Family });
        var byProgram = d.Dice.Chance(0.5);
        Innocent(d, new Letter
        {
            From = Parent(d, at),
            To = [from],
            At = at + (100 * UkTime.Minute),
            Subject = (d.Dice.Chance(0.8) ? "Accepted: " : "Declined: ") + subject,
            After = byProgram ? invitation : null,
            AfterId = byProgram ? null : $"<calendar-{d.Dice.Guid()}@google.com>",
            Headers = [new("Content-Class", "urn:content-classes:calendarmessage")],
            Topic = MailTopic.Family,
            Family = d.Family,
        });
    }

    private void AnswerAutomatically(Doing d)
    {
        var at = world.Daytime(d.Dice, d.Day);
        var question = d.Dice.Chance(0.5)
            ? world.Post.Send(d.Dice, new Letter { From = d.Teacher, To = [Parent(d, at)], At = at, Subject = Subject(d), Topic = MailTopic.Family, Family = d.Family })
            : Outside(d, SchoolDirectory.Office, SchoolDirectory.NewsletterHost, "Snow closure", at);
        Innocent(d, new Letter
        {
            From = Parent(d, at),
            To = [question.From],
            At = at + 4000,
            Subject = "Automatic reply: " + question.Subject,
            After = question,
            Headers = [new("Auto-Submitted", "auto-replied")],
            Topic = MailTopic.Family,
            Family = d.Family,
        });
    }

    private void WriteToWrongAddress(Doing d)
    {
        var at = world.Evening(d.Dice, d.Day);
        if (d.Dice.Chance(0.5))
        {
            var typo = d.Family.Teacher.SchoolAddress.Replace(".example", "", StringComparison.Ordinal)[..^2] + "d.example";
            Send(d, new MailAddress(typo.Insert(1, "x"), ""), at, Subject(d), null, [SchoolDirectory.Office]);
            Send(d, new MailAddress("x" + d.Family.Teacher.SchoolAddress, ""), at + (3 * UkTime.Minute), Subject(d), null);
            return;
        }

        // A stranger's address that came to mind; the teacher's own is another.
        var stranger = new MailAddress(MailAddresses.ByInitial(d.Dice, d.Family.Teacher.Name), d.Family.Teacher.Name);
        Send(d, stranger, at, Subject(d), null, [SchoolDirectory.Office]);
    }

    private void WriteToBoth(Doing d)
    {
        var at = world.Daytime(d.Dice, d.Day);
        Innocent(d, new Letter { From = d.Teacher, To = [.. d.Family.Guardians.Select(g => MailWorld.Of(d.Family, g, at, d.Dice))], At = at, Subject = Subject(d), Topic = MailTopic.Family, Family = d.Family });
    }

    /// <summary>Official mail; what is odd is the address alone.</summary>
    private void WriteAsUsual(Doing d)
    {
        var at = world.Evening(d.Dice, d.Day);
        var first = Send(d, d.Teacher, at, Subject(d), null, d.Dice.Chance(0.3) ? [SchoolDirectory.Office] : []);
        Innocent(d, new Letter { From = d.Teacher, To = [first.From], At = at + (14 * 60 * UkTime.Minute), Subject = "RE: " + first.Subject, After = first, Topic = MailTopic.Family, Family = d.Family });
    }

    private string Subject(Doing d) => Subjects.Plainly(d.Dice, d.Family.Children[0], world.Days[d.Day]);

    private static MailAddress Parent(Doing d, long at) => MailWorld.Of(d.Family, d.Family.Guardians[0], at, d.Dice);

    private MailMessage Outside(Doing d, MailAddress from, string host, string subject, long at) =>
        world.Post.Send(d.Dice, new Letter { From = from, To = [Parent(d, at)], At = at, Subject = subject, Service = host, Topic = MailTopic.Family, Family = d.Family });

    private MailMessage Send(Doing d, MailAddress to, long at, string subject, MailMessage? after, IReadOnlyList<MailAddress>? cc = null) =>
        Innocent(d, new Letter { From = Parent(d, at), To = [to], Cc = cc ?? [], At = at, Subject = subject, After = after, Topic = MailTopic.Family, Family = d.Family });

    private MailMessage Innocent(Doing d, Letter letter) => world.Post.Innocent(d.Behaviour, d.Family.Teacher, d.Dice, letter);

    /// <summary>A family about to do something.</summary>
    private sealed record Doing(Family Family, MailBehaviour Behaviour, int Day, Dice Dice)
    {
        public MailAddress Teacher => Family.Teacher.AtSchool;
    }
}
