using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>What honest members of staff do with mail and their own affairs.</summary>
internal sealed class StaffActs(MailWorld world)
{
    private static readonly string[] OwnThings = ["CV", "FW: Booking confirmation", "Photos", "Flights", "Me", "Passport", "FW: Your order", "Mileage", "Boiler", "Reading list", "FW: Course place confirmed"];

    public void Live()
    {
        foreach (var person in world.People.Staff)
        {
            foreach (var behaviour in person.Behaviours.Order())
            {
                var dice = world.Throw("act-" + behaviour, person.Person.Number);
                foreach (var day in Days(person, behaviour, dice))
                {
                    Act(person, behaviour, day, world.Throw("act-" + behaviour, person.Person.Number, day, 1));
                }
            }
        }
    }

    private IEnumerable<int> Days(MailPerson person, MailBehaviour behaviour, Dice dice)
    {
        var days = behaviour switch
        {
            MailBehaviour.PayslipHome => Enumerable.Range(0, (world.Days.Count + 19) / 20).Select(m => Math.Min((m * 20) + 14, world.Days.Count - 1)),
            MailBehaviour.AutomaticReply or MailBehaviour.JobApplication => world.Times(dice, 0.1).Take(1),
            MailBehaviour.DeclaredFriend => world.Times(dice, 0.8),
            MailBehaviour.SupplyAgency => world.Times(dice, 6),
            MailBehaviour.ParentDeclared or MailBehaviour.ParentUndeclared => world.Times(dice, 3),
            MailBehaviour.LeaverForwarded => [Math.Min((world.Days.Count / 2) + 1, world.Days.Count - 1)],
            MailBehaviour.GovernorPrivateAddress => world.Times(dice, 1.5),
            _ => world.Times(dice, 2),
        };
        return behaviour == MailBehaviour.LeaverForwarded ? days : days.Where(d => person.IsThereOn(world.Days[d]));
    }

    private void Act(MailPerson person, MailBehaviour behaviour, int day, Dice dice)
    {
        switch (behaviour)
        {
            case MailBehaviour.AutomaticReply: AnswerAutomatically(person, day, dice); break;
            case MailBehaviour.PayslipHome:
                var slip = Official(dice, SchoolDirectory.Payroll, person.AtSchool, world.Daytime(dice, day), "Your payslip");
                Send(behaviour, person, dice, person.AtSchool, person.AtHome, slip.At + (90 * UkTime.Minute), "FW: Your payslip", after: slip);
                break;
            case MailBehaviour.OwnDocumentsHome:
                Send(behaviour, person, dice, person.AtSchool, person.AtHome, world.Daytime(dice, day), dice.Pick(OwnThings), size: 400_000 + (int)dice.Wait(2_000_000));
                break;
            case MailBehaviour.HealthAndUnion: HealthAndUnion(person, day, dice); break;
            case MailBehaviour.ParentDeclared or MailBehaviour.ParentUndeclared: WriteAsParent(person, behaviour, day, dice); break;
            case MailBehaviour.SharedHousehold: WriteFromHousehold(person, day, dice); break;
            case MailBehaviour.DeclaredFriend: WriteAsFriend(person, day, dice); break;
            case MailBehaviour.DeclaredContact: WriteByPermission(person, day, dice); break;
            case MailBehaviour.AlikeColleagues: WriteToAlike(person, day, dice); break;
            case MailBehaviour.LeaverForwarded: WriteToLeaver(person, day, dice); break;
            case MailBehaviour.PartyMail:
                var host = world.Colleague(dice, person);
                var party = Send(behaviour, person, dice, host.AtSchool, person.AtHome, world.Daytime(dice, day), Subjects.Private(dice, world.Days[day]), cc: [world.Colleague(dice, person).AtHome]);
                Send(behaviour, person, dice, person.AtHome, host.AtSchool, party.At + (200 * UkTime.Minute), "Re: " + party.Subject, after: party);
                break;
            case MailBehaviour.SickNoteFromHome:
                Send(behaviour, person, dice, person.AtHome, SchoolDirectory.Office, UkTime.At(world.Days[day], dice.Between(370, 440)), dice.Pick(["Not well today", "Sick", "Off today", "Fit note"]), cc: dice.Chance(0.4) ? [SchoolDirectory.Head] : []);
                break;
            case MailBehaviour.JobApplication:
                Send(behaviour, person, dice, person.AtHome, SchoolDirectory.Head, world.Evening(dice, day), "Application: Senior Teaching Assistant", cc: [SchoolDirectory.Office], size: 900_000);
                break;
            case MailBehaviour.GovernorPrivateAddress: SendPapers(person, day, dice); break;
            case MailBehaviour.SupplyAgency:
                var booking = Send(behaviour, person, dice, SchoolDirectory.Agency, person.AtHome, world.Daytime(dice, day), FormattableString.Invariant($"Booking confirmed: Rosewood School, {world.Days[day]:d MMMM}"), cc: [SchoolDirectory.Office]);
                if (dice.Chance(0.5))
                {
                    Send(behaviour, person, dice, person.AtHome, SchoolDirectory.Office, booking.At + (60 * UkTime.Minute), "Re: " + booking.Subject, cc: [SchoolDirectory.Agency], after: booking);
                }

                break;
            case MailBehaviour.StaffOnParentsList: WriteToParentsList(person, day, dice); break;
            default: break;
        }
    }

    private void AnswerAutomatically(MailPerson person, int day, Dice dice)
    {
        var asked = world.Threads.SelectMany(t => t.Messages).Where(m => m.Family is not null && m.To.Any(r => r == person.AtSchool) && !m.IsSentBySchool).ToList();
        var question = asked.Count > 0 ? dice.Pick(asked) : Ask(person, dice.Pick(world.People.Families), day, dice);
        world.Post.Innocent(MailBehaviour.AutomaticReply, person, dice, new Letter
        {
            From = person.AtSchool,
            To = [question.From],
            At = question.At + 5000,
            Subject = "Automatic reply: " + question.Subject,
            After = question,
            Headers = [new("Auto-Submitted", "auto-replied"), new("X-Auto-Response-Suppress", "All")],
            Topic = MailTopic.Family,
            Family = question.Family,
        });
    }

    private MailMessage Ask(MailPerson person, Family family, int day, Dice dice)
    {
        var at = world.Evening(dice, day);
        return world.Post.Send(dice, new Letter { From = MailWorld.Of(family, family.Guardians[0], at, dice), To = [person.AtSchool], At = at, Subject = Subjects.Plainly(dice, family.Children[0], world.Days[day]), Topic = MailTopic.Family, Family = family });
    }

    private void HealthAndUnion(MailPerson person, int day, Dice dice)
    {
        var body = dice.Chance(0.5) ? SchoolDirectory.Union : SchoolDirectory.Health;
        var first = Official(dice, body, person.AtSchool, world.Daytime(dice, day), body == SchoolDirectory.Union ? "Your case" : "Occupational health appointment");
        Send(MailBehaviour.HealthAndUnion, person, dice, person.AtSchool, person.AtHome, first.At + (40 * UkTime.Minute), "FW: " + first.Subject, after: first);
        if (dice.Chance(0.5))
        {
            Send(MailBehaviour.HealthAndUnion, person, dice, person.AtHome, body, first.At + (400 * UkTime.Minute), "Re: " + first.Subject, cc: [SchoolDirectory.Head], after: first);
        }
    }

    private void WriteAsParent(MailPerson person, MailBehaviour behaviour, int day, Dice dice)
    {
        var family = person.CloseFamily!;
        var copies = dice.Chance(0.5) ? new[] { family.Teacher.AtSchool } : [];
        var first = Send(behaviour, person, dice, person.AtHome, SchoolDirectory.Office, world.Evening(dice, day), Subjects.Plainly(dice, family.Children[0], world.Days[day]), cc: copies, topic: MailTopic.Private, family: family);
        if (dice.Chance(0.6))
        {
            Send(behaviour, person, dice, SchoolDirectory.Office, person.AtHome, first.At + (16 * 60 * UkTime.Minute), "RE: " + first.Subject, after: first, topic: MailTopic.Family, family: family);
        }
    }

    private void WriteFromHousehold(MailPerson person, int day, Dice dice)
    {
        var family = person.CloseFamily!;
        var partner = new MailAddress(person.PersonalAddress, family.Guardians[0].Name);
        Send(MailBehaviour.SharedHousehold, person, dice, partner, family.Teacher.AtSchool, world.Evening(dice, day), Subjects.Plainly(dice, family.Children[0], world.Days[day]), topic: MailTopic.Family, family: family);
        Send(MailBehaviour.SharedHousehold, person, dice, person.AtSchool, partner, world.Daytime(dice, day), dice.Pick(["Tea tonight", "Back late", "Shopping", "Dentist"]), topic: MailTopic.Private);
    }

    private void WriteAsFriend(MailPerson person, int day, Dice dice)
    {
        var family = person.CloseFamily!;
        var at = world.Evening(dice, day);
        var friend = MailWorld.Of(family, family.Guardians[0], at, dice);
        var copy = dice.Chance(0.5) ? world.Colleague(dice, person).AtSchool : person.AtSchool;
        var first = Send(MailBehaviour.DeclaredFriend, person, dice, friend, person.AtHome, at, Subjects.Private(dice, world.Days[day]), cc: [copy], topic: MailTopic.Private, family: family);
        Send(MailBehaviour.DeclaredFriend, person, dice, person.AtHome, friend, at + (50 * UkTime.Minute), "Re: " + first.Subject, cc: [copy], after: first, topic: MailTopic.Private, family: family);
    }

    /// <summary>The leaders know: the child is in hospital, and the family has only this way.</summary>
    private void WriteByPermission(MailPerson person, int day, Dice dice)
    {
        var family = person.CloseFamily!;
        var at = world.Evening(dice, day);
        var parent = MailWorld.Of(family, family.Guardians[0], at, dice);
        var first = Send(MailBehaviour.DeclaredContact, person, dice, person.AtHome, parent, at, family.Children[0] + " in hospital", cc: [SchoolDirectory.Senco], topic: MailTopic.Family, family: family);
        Send(MailBehaviour.DeclaredContact, person, dice, parent, dice.Chance(0.5) ? person.AtHome : SchoolDirectory.Senco, at + (120 * UkTime.Minute), "Re: " + first.Subject, cc: [SchoolDirectory.Head], after: first, topic: MailTopic.Family, family: family);
    }

    private void WriteToAlike(MailPerson person, int day, Dice dice)
    {
        var other = world.People.Staff.First(p => p != person && MailCasting.HaveOneSurname(p, person));
        var isLift = dice.Chance(0.5);
        var sent = Send(MailBehaviour.AlikeColleagues, person, dice, other.AtSchool, person.AtHome, world.Daytime(dice, day), isLift ? Subjects.Private(dice, world.Days[day]) : "FW: Minutes", topic: isLift ? MailTopic.Private : MailTopic.Work);
        world.Post.Note(MailBehaviour.AlikeColleagues, other, null, sent);
    }

    private void WriteToLeaver(MailPerson person, int day, Dice dice)
    {
        var family = world.People.Families.FirstOrDefault(f => f.Teacher == person) ?? dice.Pick(world.People.Families);
        var at = world.Evening(dice, day);
        Send(MailBehaviour.LeaverForwarded, person, dice, MailWorld.Of(family, family.Guardians[0], at, dice), person.AtSchool, at, Subjects.Plainly(dice, family.Children[0], world.Days[day]), topic: MailTopic.Family, family: family);
    }

    private void SendPapers(MailPerson person, int day, Dice dice)
    {
        var head = world.People.Staff.First(p => p.Person.Role == StaffRole.HeadTeacher);
        var others = world.People.Staff.Where(p => p != person && p.Does(MailBehaviour.GovernorPrivateAddress)).Select(p => p.AtHome).ToList();
        var parent = world.People.Families[world.Throw("parent-governor").Between(0, world.People.Families.Count - 1)];
        var at = world.Daytime(dice, day);
        others.Add(MailWorld.Of(parent, parent.Guardians[0], at, dice));
        var first = Send(MailBehaviour.GovernorPrivateAddress, person, dice, head.AtSchool, person.AtHome, at, FormattableString.Invariant($"Governors' meeting {world.Days[day].AddDays(7):d MMMM} - papers"), cc: others, size: 2_500_000);
        if (dice.Chance(0.6))
        {
            Send(MailBehaviour.GovernorPrivateAddress, person, dice, person.AtHome, head.AtSchool, at + (300 * UkTime.Minute), "Re: " + first.Subject, cc: others, after: first);
        }
    }

    private void WriteToParentsList(MailPerson person, int day, Dice dice)
    {
        var family = dice.Pick(world.People.Families);
        var at = world.Evening(dice, day);
        var parent = MailWorld.Of(family, family.Guardians[0], at, dice);
        KeyValuePair<string, string>[] headers = [new("List-Id", "Friends of Rosewood <friends.lists.rosewoodfriends.example>"), new("Precedence", "list")];
        var letter = new Letter { From = parent, To = [SchoolDirectory.Friends], Cc = [SchoolDirectory.Office], At = at, Subject = "[Friends] " + dice.Pick(["Summer fair", "Cake stall", "Quiz night", "Raffle prizes"]), Envelope = "friends-bounces@lists.rosewoodfriends.example", Headers = headers, Topic = MailTopic.Private };
        var first = world.Post.Innocent(MailBehaviour.StaffOnParentsList, person, dice, letter);
        world.Post.Innocent(MailBehaviour.StaffOnParentsList, person, dice, letter with { From = person.AtHome, Cc = [parent, SchoolDirectory.Office], At = at + (80 * UkTime.Minute), Subject = "Re: " + first.Subject, After = first });
    }

    private MailMessage Official(Dice dice, MailAddress from, MailAddress to, long at, string subject) => world.Post.Send(dice, new Letter { From = from, To = [to], At = at, Subject = subject });

    private MailMessage Send(MailBehaviour behaviour, MailPerson person, Dice dice, MailAddress from, MailAddress to, long at, string subject, IReadOnlyList<MailAddress>? cc = null, MailMessage? after = null, MailTopic? topic = null, Family? family = null, int size = 0) =>
        world.Post.Innocent(behaviour, person, dice, new Letter
        {
            From = from,
            To = [to],
            Cc = cc ?? [],
            At = at,
            Subject = subject,
            After = after,
            Family = family,
            Size = size,
            Topic = topic ?? (behaviour is MailBehaviour.GovernorPrivateAddress or MailBehaviour.SupplyAgency or MailBehaviour.JobApplication ? MailTopic.Work : MailTopic.Private),
        });
}
