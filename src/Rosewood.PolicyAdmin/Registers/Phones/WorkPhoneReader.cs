using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Phones;

/// <summary>Looks at the work numbers of those employed today: who lacks one, and whose is somebody else's as well.</summary>
internal static class WorkPhoneReader
{
    /// <summary>The numbers, by name.</summary>
    /// <param name="context">The command.</param>
    /// <param name="blind">Why families' numbers could not be compared; null where they could.</param>
    public static IReadOnlyList<WorkPhone> Read(CommandContext context, out Fault? blind)
    {
        var people = context.LoadPeople();
        var now = context.Now.UtcTicks;
        var staff = people.All(now).Where(p => PeopleHistory.IsEmployed(p, people.DateAt(now))).ToList();
        var owners = staff.Where(static p => p.WorkPhone is not null).ToLookup(static p => PhoneNumber.ToE164(p.WorkPhone) ?? "", StringComparer.Ordinal);
        var families = Families(context, out blind);
        return [.. staff
            .Where(static p => !string.IsNullOrEmpty(p.WorkPhone) || p.Roles.Overlaps(RoleSet.StandingAuthorisation))
            .Select(p => Look(p, people, now, owners, families))
            .OrderBy(static p => p.User, StringComparer.Ordinal)];
    }

    private static WorkPhone Look(Person person, PeopleHistory people, long now, ILookup<string, Person> owners, Func<string, IReadOnlyList<string>> families)
    {
        var name = PersonNames.Show(people, person, now);
        var mayBeShared = person.Roles.Overlaps(RoleSet.StandingAuthorisation);
        if (string.IsNullOrEmpty(person.WorkPhone))
        {
            return new WorkPhone(name, Number: null, mayBeShared, WorkPhoneFinding.Missing, [], "Families reach the head and the deputy by a school mobile. Enter its number as WorkPhone in the roster's file and import it.");
        }

        if (PhoneNumber.ToE164(person.WorkPhone) is not { } number)
        {
            return new WorkPhone(name, person.WorkPhone, mayBeShared, WorkPhoneFinding.Unreadable, [], "That is no phone number. Correct WorkPhone in the roster's file and import it.");
        }

        var of = families(number);
        if (of.Count > 0)
        {
            return new WorkPhone(name, person.WorkPhone, mayBeShared, WorkPhoneFinding.SameAsFamily, [.. of.Select(static f => "family:" + f)], "A family has the same number: is it the person's own? Personal numbers stay private (COM-2). Give them a school mobile, and correct WorkPhone in the roster's file.");
        }

        var colleagues = owners[number].Where(p => !string.Equals(p.Id, person.Id, StringComparison.Ordinal)).Select(p => PersonNames.Show(people, p, now)).ToList();
        return colleagues.Count > 0
            ? new WorkPhone(name, person.WorkPhone, mayBeShared, WorkPhoneFinding.SameAsColleague, colleagues, "A colleague has the same number, so nobody can tell who was called. If it is the office's, enter it for nobody; else correct WorkPhone in the roster's file.")
            : new WorkPhone(name, person.WorkPhone, mayBeShared, WorkPhoneFinding.None, [], Explanation: null);
    }

    /// <summary>Tells the families of a number; where their key is lost, the rest is still looked at.</summary>
    private static Func<string, IReadOnlyList<string>> Families(CommandContext context, out Fault? blind)
    {
        blind = null;
        try
        {
            return FamilyDirectory.Open(context).FamiliesOfNumber;
        }
        catch (FaultException e)
        {
            blind = e.Fault;
            return static _ => [];
        }
    }
}
