using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>The term that everybody lives in.</summary>
internal sealed class MailWorld(MailOptions options, MailPeople people, SchoolDirectory directory, Post post, IReadOnlyList<DateOnly> days)
{
    public MailOptions Options => options;

    public MailPeople People => people;

    public SchoolDirectory Directory => directory;

    public Post Post => post;

    /// <summary>The school days.</summary>
    public IReadOnlyList<DateOnly> Days => days;

    public List<MailThread> Threads { get; } = [];

    /// <summary>The letters that the newsletter service sent in the school's name.</summary>
    public List<MailMessage> Newsletters { get; } = [];

    public List<InboxRule> Rules { get; } = [];

    /// <summary>Where mailboxes are forwarded to, by school address: inside or outside.</summary>
    public Dictionary<string, string> Forwarded { get; } = new(StringComparer.Ordinal);

    public Dice Throw(string purpose, long a = 0, long b = 0, long c = 0) => Dice.Of(options.Seed, purpose, a, b, c);

    /// <summary>During the day.</summary>
    public long Daytime(Dice dice, int day) => UkTime.At(days[Math.Clamp(day, 0, days.Count - 1)], dice.Between(480, 1000) + dice.Share());

    /// <summary>In the evening.</summary>
    public long Evening(Dice dice, int day) => UkTime.At(days[Math.Clamp(day, 0, days.Count - 1)], dice.Between(1020, 1340) + dice.Share());

    /// <summary>The number of the school day, or of the one before.</summary>
    public int NumberOf(long at)
    {
        var day = UkTime.DayOf(at);
        var number = 0;
        while (number + 1 < days.Count && days[number + 1] <= day)
        {
            number++;
        }

        return number;
    }

    /// <summary>So many school days for something that happens so often in twenty, at least one.</summary>
    public IEnumerable<int> Times(Dice dice, double inTwenty)
    {
        var count = Math.Max(1, (int)Math.Round(dice.About(inTwenty, inTwenty * 0.5) * days.Count / 20, MidpointRounding.AwayFromZero));
        return Enumerable.Range(0, Math.Min(count, days.Count)).Select(_ => dice.Between(0, days.Count - 1)).Distinct().Order().ToList();
    }

    /// <summary>The address that a guardian writes from, or is written to, on a day.</summary>
    public static MailAddress Of(Family family, Guardian guardian, long at, Dice dice)
    {
        var luck = dice.Share();
        var address = guardian.Address;
        if (guardian.OtherAddress is { } other && (guardian.ChangesOn is { } changes ? UkTime.DayOf(at) >= changes : luck < 0.4))
        {
            address = other;
        }
        else if (family.Does(MailBehaviour.AddressVariants) && luck < 0.5)
        {
            address = MailAddresses.Variant(dice, address);
        }
        else if (family.Does(MailBehaviour.IdnAddress) && guardian == family.Guardians[0])
        {
            var place = address.IndexOf('@', StringComparison.Ordinal) + 1;
            address = address[..place] + (luck < 0.7 ? MailAddresses.Ascii(address[place..]) : address[place..]);
        }

        return new MailAddress(address, guardian.Name);
    }

    /// <summary>Somebody of a role who is there on a day.</summary>
    public MailPerson Somebody(Dice dice, int day, params StaffRole[] roles)
    {
        var on = days[Math.Clamp(day, 0, days.Count - 1)];
        return Pick(dice, p => roles.Contains(p.Person.Role), p => p.IsThereOn(on));
    }

    /// <summary>A colleague with a mailbox, not the person.</summary>
    public MailPerson Colleague(Dice dice, MailPerson person) =>
        Pick(dice, p => p != person && p.Person.Role is not StaffRole.Governor, p => p.EndDate is null);

    /// <summary>Who has left stands in the list all the same, so that a leaver changes nobody else's choice.</summary>
    private MailPerson Pick(Dice dice, Predicate<MailPerson> isMeant, Predicate<MailPerson> isThere)
    {
        var list = people.Staff.Where(p => !p.Person.IsSupply && isMeant(p)).ToList();
        var place = dice.Between(0, list.Count - 1);
        return Enumerable.Range(0, list.Count).Select(i => list[(place + i) % list.Count]).First(p => isThere(p));
    }
}
