using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Mail.Living;
using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Mail.Truth;
using Rosewood.PolicyAdmin.Simulation.Mail.Writing;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail;

/// <summary>A school whose term of mail was lived through: its files, and the truth.</summary>
public sealed class SimulatedMail
{
    private const double Deleted = 0.05;

    private SimulatedMail(MailWorld world, IReadOnlyList<MisuseCase> cases)
    {
        Options = world.Options;
        Staff = world.People.Staff;
        Families = world.People.Families;
        Declarations = [.. world.People.Declarations, .. EndedContacts(world, cases)];
        SchoolDays = world.Days;
        Lists = world.Directory.Settings;
        Cases = cases;
        Rules = [.. world.Rules.OrderBy(r => r.Mailbox, StringComparer.Ordinal)];
        Mailboxes = MakeMailboxes(world);
        Messages = [.. world.Post.Messages.OrderBy(m => m.At).ThenBy(m => m.TraceId, StringComparer.Ordinal)];
        var first = UkTime.At(Later(world.Days[^1].AddDays(1 - Options.TraceDays), Options.StartDate), 0);
        var end = UkTime.At(world.Days[^1].AddDays(1), 0);
        Traced = [.. Messages.Where(m => m.Deliveries.Count > 0 && m.At >= first && m.At < end).Reverse()];
        HeaderMailboxes = new HashSet<string>(Mailboxes.Select(m => m.Address).Where(a => Dice.Of(Options.Seed, "headers of " + a).Chance(Options.HeaderShare)), StringComparer.Ordinal);
        HeaderCopies = [.. Traced.Reverse().SelectMany(Copies)];
        Innocents = MailTruthTable.Innocents(world.Post.Acts);
        Truth = MailTruthTable.Make(this);
    }

    /// <summary>What it was made from.</summary>
    public MailOptions Options { get; }

    /// <summary>Who works there.</summary>
    public IReadOnlyList<MailPerson> Staff { get; }

    /// <summary>The families.</summary>
    public IReadOnlyList<Family> Families { get; }

    /// <summary>What staff have declared.</summary>
    public IReadOnlyList<Declaration> Declarations { get; }

    /// <summary>What the configuration has about mail.</summary>
    public MailLists Lists { get; }

    /// <summary>The school days, in order.</summary>
    public IReadOnlyList<DateOnly> SchoolDays { get; }

    /// <summary>All messages, in order, also those that never came past the school.</summary>
    public IReadOnlyList<MailMessage> Messages { get; }

    /// <summary>The messages that the trace has, the newest first.</summary>
    public IReadOnlyList<MailMessage> Traced { get; }

    /// <summary>The mailboxes whose headers are exported.</summary>
    public IReadOnlySet<string> HeaderMailboxes { get; }

    /// <summary>The copies that <c>headers.json</c> has, in order.</summary>
    public IReadOnlyList<HeaderCopy> HeaderCopies { get; }

    /// <summary>The inbox rules that exist at the end.</summary>
    public IReadOnlyList<InboxRule> Rules { get; }

    /// <summary>The mailboxes as they are at the end.</summary>
    public IReadOnlyList<Mailbox> Mailboxes { get; }

    /// <summary>The guilty stories.</summary>
    public IReadOnlyList<MisuseCase> Cases { get; }

    /// <summary>The honest behaviours that occurred.</summary>
    public IReadOnlyList<InnocentTruth> Innocents { get; }

    /// <summary>The truth, an entry for every member of staff and kind.</summary>
    public IReadOnlyList<PersonKindTruth> Truth { get; }

    /// <summary>Makes a school and lives through its term.</summary>
    /// <exception cref="ArgumentException">The options ask for what such a school cannot have.</exception>
    public static SimulatedMail Make(MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StaffCount, 30, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.StaffCount, 120, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FamilyCount, 60, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.FamilyCount, 300, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SchoolDays, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.SchoolDays, 80, nameof(options));
        var casting = new MailCasting(options);
        var people = new MailPeople(options, casting);
        var cases = new MisuseCasting(options, people, casting.Chosen).Make();
        var directory = new SchoolDirectory(people.Staff);
        var post = new Post(options, directory, casting.Occurs(MailBehaviour.JournalCopies), casting.Occurs(MailBehaviour.SpamAndQuarantine));
        List<DateOnly> days = [.. Enumerable.Range(0, options.SchoolDays).Select(people.Day)];
        var world = new MailWorld(options, people, directory, post, days);
        new StaffHabits(world).SetUp();
        var misuse = new MisuseActs(world, cases);
        misuse.SetUp();
        new OfficialLife(world).Live();
        new StaffActs(world).Live();
        new FamilyActs(world).Live();
        new SchoolActs(world, casting).Live();
        misuse.Live();
        return new SimulatedMail(world, cases);
    }

    /// <summary>How many messages a person sent to families from the own school address: what an official correspondent has.</summary>
    public int OfficialToFamilies(MailPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Traced.Count(m => m.From == person.AtSchool && m is { Topic: MailTopic.Family, Family: not null, Story: null });
    }

    /// <summary>Writes the files of the sources that are switched on, and the registers.</summary>
    /// <param name="folder">Where to; made if need be.</param>
    public void WriteTo(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        MailFiles.Write(this, folder);
    }

    /// <summary>One in four of those who write on the personal address had leave to, and it has ended: it explains nothing any more.</summary>
    private static IEnumerable<Declaration> EndedContacts(MailWorld world, IReadOnlyList<MisuseCase> cases)
    {
        var number = world.People.Declarations.Count;
        foreach (var made in cases.Where(c => c.Story is MailStory.WritesFromPersonal or MailStory.FamiliesWriteToPersonal && world.Throw("ended-contact", c.Person.Person.Number).Chance(0.25)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"D-{++number:0000}");
            yield return new Declaration(id, made.Person, made.Families[0], "contact", world.Options.StartDate.AddDays(-120), world.Options.StartDate.AddDays(-10));
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static List<Mailbox> MakeMailboxes(MailWorld world)
    {
        var addresses = world.Directory.Shared.Select(s => (Address: s, IsShared: true)).Concat(world.People.Staff.Where(p => !p.Does(MailBehaviour.GovernorPrivateAddress)).Select(p => (Address: p.AtSchool, IsShared: false)));
        var mailboxes = new List<Mailbox>();
        foreach (var (address, isShared) in addresses)
        {
            var target = world.Forwarded.GetValueOrDefault(address.Address);
            var isInside = target is not null && SchoolDirectory.IsSchools(target);
            mailboxes.Add(new Mailbox(address.Address, address.Name, isShared, isInside ? target : null, isInside ? null : target, KeepsCopy: target is not null));
        }

        return mailboxes;
    }

    /// <summary>Where a message lies, as far as nobody deleted it.</summary>
    private IEnumerable<HeaderCopy> Copies(MailMessage message)
    {
        var places = message.Deliveries.Where(d => d.Status is DeliveryStatus.Delivered or DeliveryStatus.FilteredAsSpam).Select(d => (Mailbox: d.Recipient.ToLowerInvariant(), IsSent: false));
        if (message.IsSentBySchool)
        {
            places = places.Append((message.From.Address, true));
        }

        return places
            .Where(p => HeaderMailboxes.Contains(p.Mailbox) && !Dice.Of(Options.Seed, "deleted " + p.Mailbox + message.MessageId).Chance(Deleted))
            .Select(p => new HeaderCopy(p.Mailbox, message, p.IsSent));
    }
}
