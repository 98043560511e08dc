using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>Rules and forwarding that are nobody's fault; they stand before the term begins.</summary>
internal sealed class StaffHabits(MailWorld world)
{
    public void SetUp()
    {
        foreach (var person in world.People.Staff)
        {
            var dice = world.Throw("habits", person.Person.Number);
            if (person.Does(MailBehaviour.InternalForwardRule))
            {
                var target = dice.Chance(0.5) ? SchoolDirectory.Office : world.Colleague(dice, person).AtSchool;
                var redirects = dice.Chance(0.5);
                AddRule(person, redirects ? "Parents to the office" : "copy", redirects ? "redirectTo" : "forwardTo", target, ["gmail.com"], MailBehaviour.InternalForwardRule);
            }

            if (person.Does(MailBehaviour.DisabledForwardRule))
            {
                world.Rules.Add(new InboxRule(person.SchoolAddress, "home", "forwardTo", person.AtHome, [], IsEnabled: false));
                world.Post.Note(MailBehaviour.DisabledForwardRule, person, null, null);
            }

            if (person.Does(MailBehaviour.ForwardToService))
            {
                ToService(person, dice.Chance(0.5));
            }

            if (person.Does(MailBehaviour.LeaverForwarded))
            {
                var colleague = world.Colleague(dice, person);
                world.Forwarded[person.SchoolAddress] = colleague.SchoolAddress;
                world.Post.Forward(new Forwarding(person.SchoolAddress, colleague.AtSchool, IsNewMessage: false, [], person.EndDate!.Value.AddDays(1), DateOnly.MaxValue, MailBehaviour.LeaverForwarded, person, null));
            }
        }
    }

    private void ToService(MailPerson person, bool byRule)
    {
        if (byRule)
        {
            AddRule(person, "Tickets", "forwardTo", new MailAddress("rosewood@" + SchoolDirectory.DeskDomain, "IT Desk"), ["office@rosewood.example"], MailBehaviour.ForwardToService);
            world.Post.Note(MailBehaviour.ForwardToService, person, null, null);
            return;
        }

        var target = new MailAddress(person.Person.Login + "@" + SchoolDirectory.VaultDomain, "Vault");
        world.Forwarded[person.SchoolAddress] = target.Address;
        world.Post.Forward(new Forwarding(person.SchoolAddress, target, IsNewMessage: false, [], DateOnly.MinValue, DateOnly.MaxValue, MailBehaviour.ForwardToService, person, null));
        world.Post.Note(MailBehaviour.ForwardToService, person, null, null);
    }

    private void AddRule(MailPerson person, string name, string action, MailAddress target, IReadOnlyList<string> senders, MailBehaviour behaviour)
    {
        world.Rules.Add(new InboxRule(person.SchoolAddress, name, action, target, senders, IsEnabled: true));
        world.Post.Forward(new Forwarding(person.SchoolAddress, target, action is not "redirectTo", senders, DateOnly.MinValue, DateOnly.MaxValue, behaviour, person, null));
        world.Post.Note(behaviour, person, null, null);
    }
}
