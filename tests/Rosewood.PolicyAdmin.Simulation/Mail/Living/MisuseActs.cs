using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>What the guilty stories write.</summary>
internal sealed class MisuseActs(MailWorld world, IReadOnlyList<MisuseCase> cases)
{
    /// <summary>Rules and forwarding, which must stand before the term begins. Those of one day are gone when the files are written.</summary>
    public void SetUp()
    {
        foreach (var made in cases.Where(c => c.Story is MailStory.RuleToPersonal or MailStory.MailboxToPersonal))
        {
            var dice = world.Throw("misuse-rule", made.Person.Person.Number);
            var isOnce = made.Strength == MailStrength.Once;
            var day = world.Days[MisuseDays.Of(world.Options, made)[0]];
            var (from, until) = isOnce ? (day, day) : (DateOnly.MinValue, DateOnly.MaxValue);
            var person = made.Person;
            if (made.Story == MailStory.MailboxToPersonal)
            {
                world.Post.Forward(new Forwarding(person.SchoolAddress, person.AtHome, IsNewMessage: false, [], from, until, null, person, made));
                if (!isOnce)
                {
                    world.Forwarded[person.SchoolAddress] = person.PersonalAddress;
                }

                continue;
            }

            var families = made.Strength == MailStrength.Occasional ? made.Families.Take(1) : made.Families;
            IReadOnlyList<string> senders = made.Strength is MailStrength.Habitual or MailStrength.Once ? [] : [.. families.SelectMany(f => f.Guardians).Select(g => g.Address)];
            var action = dice.Pick(["forwardTo", "redirectTo", "forwardAsAttachmentTo"]);
            world.Post.Forward(new Forwarding(person.SchoolAddress, person.AtHome, action is not "redirectTo", senders, from, until, null, person, made));
            if (!isOnce)
            {
                world.Rules.Add(new InboxRule(person.SchoolAddress, dice.Pick(["home", ".", "copy to me", "Parents"]), action, person.AtHome, senders, IsEnabled: true));
            }
        }
    }

    public void Live()
    {
        foreach (var made in cases)
        {
            foreach (var day in MisuseDays.Of(world.Options, made))
            {
                var dice = world.Throw("misuse-" + made.Story, made.Person.Person.Number, day);
                var family = made.Story == MailStory.RuleToPersonal && made.Strength == MailStrength.Occasional ? made.Families[0] : dice.Pick(made.Families);
                Act(new Doing(made, family, day, dice));
            }
        }
    }

    private void Act(Doing d)
    {
        var at = world.Evening(d.Dice, d.Day);
        switch (d.Case.Story)
        {
            case MailStory.WritesFromPersonal: WriteFromPersonal(d, at, d.Dice.Chance(0.6) ? SchoolDirectory.Office : world.Colleague(d.Dice, d.Person).AtSchool); break;
            case MailStory.AfterLeaving: WriteFromPersonal(d, at, d.Case.Colleague!.AtSchool); break;
            case MailStory.FamiliesWriteToPersonal:
                Send(d, Parent(d, at), [d.Person.AtHome], [d.Dice.Chance(0.6) ? d.Person.AtSchool : SchoolDirectory.Office], at, Subject(d));
                break;
            case MailStory.CopiesOwnPersonal:
                at = world.Daytime(d.Dice, d.Day);
                Send(d, d.Person.AtSchool, [Parent(d, at)], [d.Person.AtHome], at, Subject(d));
                break;
            case MailStory.ColleaguesPersonalCopied:
                at = world.Daytime(d.Dice, d.Day);
                Send(d, d.Case.Colleague!.AtSchool, [Parent(d, at)], [d.Person.AtHome], at, Subject(d));
                break;
            case MailStory.WrongAccountOnPhone: AnswerWithWrongAccount(d, at); break;
            case MailStory.WhollyOffSystem:
                var first = Send(d, d.Person.AtHome, [Parent(d, at)], [], at, Subject(d));
                Send(d, Parent(d, at), [d.Person.AtHome], [], at + (30 * UkTime.Minute), "Re: " + first.Subject, first);
                break;
            case MailStory.BeganOffSystem: BeginOffSystem(d, at); break;
            case MailStory.SendsFamilyMailHome: SendHome(d, at); break;
            default:
                // The rule or the forwarding takes it from here, and it is counted there.
                at = world.Daytime(d.Dice, d.Day);
                world.Post.Send(d.Dice, new Letter { From = Rule(d, at), To = [d.Person.AtSchool], At = at, Subject = Subject(d), Topic = MailTopic.Family, Family = d.Family });
                break;
        }
    }

    private void WriteFromPersonal(Doing d, long at, MailAddress copy)
    {
        var first = Send(d, d.Person.AtHome, [Parent(d, at)], [copy], at, Subject(d));
        if (d.Dice.Chance(0.5))
        {
            Send(d, Parent(d, at), [d.Person.AtHome], d.Dice.Chance(0.6) ? [copy] : [], at + (45 * UkTime.Minute), "Re: " + first.Subject, first);
        }
    }

    /// <summary>The family wrote to the school address; the answer goes from the phone's other account, and the family answers whom it sees.</summary>
    private void AnswerWithWrongAccount(Doing d, long at)
    {
        var question = world.Post.Send(d.Dice, new Letter { From = Parent(d, at), To = [d.Person.AtSchool], At = at - (60 * UkTime.Minute), Subject = Subject(d), Topic = MailTopic.Family, Family = d.Family });
        var answer = Send(d, d.Person.AtHome, [question.From], [], at, "Re: " + question.Subject, question);
        if (d.Dice.Chance(0.7))
        {
            var both = d.Dice.Chance(0.6);
            Send(d, question.From, [both ? d.Person.AtHome : d.Person.AtSchool], both ? [d.Person.AtSchool] : [], at + (25 * UkTime.Minute), "Re: " + question.Subject, answer);
        }
    }

    private void BeginOffSystem(Doing d, long at)
    {
        var first = Send(d, d.Person.AtHome, [Parent(d, at)], [], at, Subject(d));
        var both = d.Dice.Chance(0.5);
        Send(d, Parent(d, at), [d.Person.AtSchool], both ? [d.Person.AtHome] : [], at + (70 * UkTime.Minute), "Re: " + first.Subject, first);
    }

    private void SendHome(Doing d, long at)
    {
        var recent = world.Threads.SelectMany(t => t.Messages).Where(m => m.To.Any(r => r == d.Person.AtSchool) && m.Family == d.Family && m.At < at && at - m.At < 3 * 24 * 60 * UkTime.Minute).OrderByDescending(m => m.At).FirstOrDefault();
        var letter = recent ?? world.Post.Send(d.Dice, new Letter { From = Parent(d, at), To = [d.Person.AtSchool], At = at - (120 * UkTime.Minute), Subject = Subject(d), Topic = MailTopic.Family, Family = d.Family });
        var keeps = d.Dice.Chance(0.8);
        Send(d, d.Person.AtSchool, [d.Person.AtHome], [], at, keeps ? "FW: " + Subjects.Bare(letter.Subject) : d.Dice.Pick(["for later", "tonight", "x", "to do"]), letter);
    }

    private string Subject(Doing d) => Subjects.AboutChild(d.Dice, d.Family.Children[0], world.Days[d.Day]);

    private static MailAddress Parent(Doing d, long at) => MailWorld.Of(d.Family, d.Family.Guardians[0], at, d.Dice);

    /// <summary>A rule knows the address that it was made for.</summary>
    private static MailAddress Rule(Doing d, long at) => d.Case.Strength is MailStrength.Regular or MailStrength.Occasional ? new MailAddress(d.Family.Guardians[0].Address, d.Family.Guardians[0].Name) : Parent(d, at);

    private MailMessage Send(Doing d, MailAddress from, IReadOnlyList<MailAddress> to, IReadOnlyList<MailAddress> cc, long at, string subject, MailMessage? after = null)
    {
        var message = world.Post.Send(d.Dice, new Letter { From = from, To = to, Cc = cc, At = at, Subject = subject, After = after, Topic = MailTopic.Family, Family = d.Family, Story = d.Case.Story });
        d.Case.Add(message);
        return message;
    }

    /// <summary>Somebody about to do something.</summary>
    private sealed record Doing(MisuseCase Case, Family Family, int Day, Dice Dice)
    {
        public MailPerson Person => Case.Person;
    }
}
