using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Tells who is behind an address. Display names play no part in that: whoever writes a mail chooses them.</summary>
internal sealed class AddressBook
{
    private const string TenantDomain = "onmicrosoft.com";

    /// <summary>Private mailboxes whose way of writing is kept; further ones are read each time they come.</summary>
    private const int MostConsumerTexts = 20_000;

    private static readonly Party None = new(PartyKind.Ignored, address: null);
    private static readonly Party Stranger = new(PartyKind.Outside, address: null);

    private readonly PeopleHistory _people;
    private readonly long _now;
    private readonly FamilyDirectory _families;
    private readonly AddressList _journals;
    private readonly AddressList _excluded;
    private readonly AddressList _senders;
    private readonly AddressList _senderDomains;
    private readonly AddressList _shared;
    private readonly AddressList _lists;
    private readonly IReadOnlyList<string> _domains;
    private readonly ILookup<string, string> _owners;
    private readonly HashSet<string> _undeclared;
    private readonly Dictionary<string, Party> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Party> _byCanonical = new(StringComparer.Ordinal);
    private ILookup<string, CorrespondentAddress>? _familyAddresses;
    private int _consumerTexts;

    /// <param name="people">The roster.</param>
    /// <param name="now">The instant whose roster counts, UTC ticks.</param>
    /// <param name="families">The register of families.</param>
    /// <param name="config">The school's settings.</param>
    public AddressBook(PeopleHistory people, long now, FamilyDirectory families, PolicyConfig config)
    {
        _people = people;
        _now = now;
        _families = families;
        var settings = config.Correspondence;
        _journals = new AddressList(settings.JournalAddresses);
        _excluded = new AddressList(settings.ExcludedCorrespondents);
        _senders = new AddressList(settings.OutsideSenders);
        _senderDomains = new AddressList(settings.OutsideSenders.Select(static s => s[(s.IndexOf('@', StringComparison.Ordinal) + 1)..]).Where(static d => !ConsumerMail.IsConsumer(d)));
        _shared = new AddressList(settings.SharedMailboxes);
        _lists = new AddressList(settings.DistributionLists);
        _domains = [.. config.School.MailDomains.Select(d => MailDomainName.Normalize(d)).OfType<string>()];
        Staff = people.All(now);
        _undeclared = Staff.Where(s => s.PersonalAddresses.Count == 0 && !HasNoSchoolMail(s.Id)).Select(static s => s.Id).ToHashSet(StringComparer.Ordinal);
        Names = new NameLikeness(Staff, _undeclared);
        _owners = Staff
            .SelectMany(p => p.PersonalAddresses.Select(a => (Address: CorrespondentAddress.Parse(a), p.Id)))
            .Where(a => a.Address is not null)
            .ToLookup(a => a.Address!.Canonical, a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>Everybody on the roster, leavers too.</summary>
    public IReadOnlyList<Person> Staff { get; }

    /// <summary>Weighs what is only like a name of theirs.</summary>
    public NameLikeness Names { get; }

    /// <summary>
    /// The member of staff whose a private mailbox of which nothing is known is most likely, of those who declared none and have school mail,
    /// and how likely, 0–1.
    /// </summary>
    public LikelyOwner LikeliestOwner(Party party) =>
        party.Address is not { } address ? LikelyOwner.Nobody
        : party.CalledAs is not { } called ? party.OwnerByAddress ??= Names.Likeliest(address)
        : _undeclared.Contains(called) ? new LikelyOwner(called, Names.Of(called, party))
        : LikelyOwner.Nobody;

    /// <summary>How many households families are: those that share an address are one, by several ids.</summary>
    public int Households(IEnumerable<string> families) => families.Select(_families.HouseholdOf).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether an address of a family that was seen is like a person's name, or has the surname: an address like that name is then rather a relative's. Asked when everything is read.</summary>
    public bool IsKin(string personId, string family)
    {
        _familyAddresses ??= _byCanonical.Values.Where(static p => p.Kind == PartyKind.Family && p.Address is not null)
            .SelectMany(static p => p.Families.Select(f => (Family: f, p.Address))).ToLookup(static p => p.Family, static p => p.Address!, StringComparer.Ordinal);
        return _familyAddresses[family].Any(a => Names.HasSurname(personId, a) || Names.Of(personId, a) > 0);
    }

    /// <summary>Whether somebody works here at the instant whose roster counts.</summary>
    public bool IsEmployed(Person person) => PeopleHistory.IsEmployed(person, _people.DateAt(_now));

    /// <summary>Whether somebody had left the school at an instant, UTC ticks.</summary>
    public bool HasLeft(string personId, long ticks) => _people.At(personId, _now) is { EndDate: { } end } && _people.DateAt(ticks) > end;

    /// <summary>Whether somebody is a governor and nothing else: governors mostly have no school mailbox, and write from their own.</summary>
    public bool HasNoSchoolMail(string personId) => _people.At(personId, _now) is { } person && person.Roles == RoleSet.Of(Role.Governor);

    /// <summary>Who is behind an address as an export writes it.</summary>
    public Party Of(string written)
    {
        if (!_byText.TryGetValue(written, out var party))
        {
            party = CorrespondentAddress.Parse(written) is { } address ? Of(address) : None;

            // Strangers are many, and nothing about them is asked: keeping them would let anybody who sends spam fill the memory.
            if (party.Kind != PartyKind.Outside && (party.Kind != PartyKind.Consumer || _consumerTexts++ < MostConsumerTexts))
            {
                _byText.Add(written, party);
            }
        }

        return party;
    }

    /// <summary>Who is behind an address.</summary>
    public Party Of(CorrespondentAddress address)
    {
        if (!_byCanonical.TryGetValue(address.Canonical, out var party))
        {
            party = Find(address);
            if (party.Kind != PartyKind.Outside)
            {
                _byCanonical.Add(address.Canonical, party);
            }
        }

        return party;
    }

    /// <summary>Whether a domain is the school's: one of its own, below one, or its tenant's.</summary>
    public bool IsSchool(string domain) => MailDomainName.IsWithin(domain, _domains) || IsTenant(domain);

    /// <summary>Whether an address is a shared mailbox by the configuration.</summary>
    public bool IsShared(CorrespondentAddress address) => _shared.Contains(address);

    /// <summary>Whether an address or a message id's domain is of a service that sends for the school.</summary>
    public bool IsOutsideSender(string domain) => _senderDomains.ContainsDomain(domain);

    /// <summary>Takes note that a person's mailbox has another address in the school's domains; before any mail is looked at.</summary>
    public void Link(string account, string alias)
    {
        if (PersonOf(account) is { } person && CorrespondentAddress.Parse(alias) is { } address && IsSchool(address.Domain) && !_shared.Contains(address))
        {
            _aliases.TryAdd(address.Canonical, person.Id);
            _byCanonical.Remove(address.Canonical);
        }
    }

    /// <summary>The person whose school mailbox goes by a name, an address or a login; null when it is nobody's, or cannot be told.</summary>
    public Person? PersonOf(string mailbox)
    {
        if (mailbox.Contains('@', StringComparison.Ordinal))
        {
            return CorrespondentAddress.Parse(mailbox) is { } address && Of(address) is { Kind: PartyKind.Staff } party ? _people.At(party.PersonIds[0], _now) : null;
        }

        var name = mailbox[(mailbox.LastIndexOf('/') + 1)..];
        return _people.FindByLogin(name, _now).Person ?? (_people.AllByName(PersonName.KeyOf(name), _now) is [var one] ? one : null);
    }

    private Party Find(CorrespondentAddress address)
    {
        var domain = address.Domain;
        if (_journals.Contains(address) || _excluded.Contains(address))
        {
            return new Party(PartyKind.Ignored, address);
        }

        if (IsSchool(domain))
        {
            return OfSchool(address);
        }

        var owners = _owners[address.Canonical].Distinct(StringComparer.Ordinal).ToList();
        var families = _families.FamiliesOf(address);
        if (families.Count > 0)
        {
            // A member of staff whose personal address is in the register is a parent here, and writes as one.
            return new Party(PartyKind.Family, address) { Families = families, PersonIds = owners };
        }

        return owners.Count > 0 ? new Party(PartyKind.Personal, address) { PersonIds = owners }
            : _senders.Contains(address) ? new Party(PartyKind.Ignored, address)
            : ConsumerMail.IsConsumer(domain) ? new Party(PartyKind.Consumer, address) : Stranger;
    }

    private Party OfSchool(CorrespondentAddress address)
    {
        var isList = _lists.Contains(address);
        if (isList || _shared.Contains(address))
        {
            return new Party(PartyKind.School, address) { IsList = isList };
        }

        if (_aliases.TryGetValue(address.Canonical, out var known))
        {
            return new Party(PartyKind.Staff, address) { PersonIds = [known] };
        }

        // A login without its domain says whose it is in the school's own domains only: pupils have the same logins below them.
        var isOwn = _domains.Contains(address.Domain, StringComparer.Ordinal) || IsTenant(address.Domain);
        var match = isOwn ? _people.FindByLogin(address.Canonical, _now) : _people.FindOwner(address.Canonical, _now);
        return match.Person is { } person ? new Party(PartyKind.Staff, address) { PersonIds = [person.Id] } : new Party(PartyKind.School, address);
    }

    /// <summary>The tenant's first domain, <c>rosewood.onmicrosoft.com</c>, is named like one of the school's.</summary>
    private bool IsTenant(string domain) => MailDomainName.IsWithin(domain, TenantDomain)
        && domain.Split('.') is var labels && _domains.Any(d => labels.Contains(d.Split('.')[0], StringComparer.Ordinal));
}
