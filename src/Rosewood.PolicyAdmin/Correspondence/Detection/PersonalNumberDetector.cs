using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Correspondence.Signatures;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds private phone numbers that staff gave to people outside in messages of the school's (COM-2). Of a text nothing stays but which number
/// its writer called their own, and to whom it went.
/// </summary>
/// <param name="book">Tells who is who.</param>
/// <param name="people">The roster: a number that was ever anybody's work number is the school's.</param>
/// <param name="families">Tells families' numbers.</param>
/// <param name="schoolNumbers">Further numbers of the school's, E.164.</param>
internal sealed class PersonalNumberDetector(AddressBook book, PeopleHistory people, FamilyDirectory families, IEnumerable<string> schoolNumbers)
{
    /// <summary>So many messages with a number, on more than one day, are a signature and no slip.</summary>
    private const int Habit = 3;

    private readonly HashSet<string> _ofSchool = people.SpansFrom(long.MinValue).Select(static s => PhoneNumber.ToE164(s.Value.WorkPhone)).OfType<string>().Concat(schoolNumbers).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<(string Person, string Number), List<Gift>> _gifts = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Messages of staff to people outside whose text was looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>Numbers that several people give as theirs: more likely the school's.</summary>
    public int OfSeveral => NumbersOfSeveral().Count;

    /// <summary>Numbers that a family has too, so that whose they are can't be told.</summary>
    public int OfFamilies => _gifts.Keys.Select(static k => k.Number).Distinct(StringComparer.Ordinal).Count(IsFamilys);

    /// <summary>Whether a message's text is looked at: of members of staff only, and only what goes to somebody outside.</summary>
    public bool IsWanted(string from, IReadOnlyList<string> to) => book.Of(from) is { Kind: PartyKind.Staff } sender && Outside(to, sender.PersonIds[0]).Any();

    /// <summary>Takes a message that is wanted.</summary>
    public void Add(MessageText message)
    {
        var person = book.Of(message.From).PersonIds[0];
        if (message.MessageId.Length > 0 && !_seen.Add(message.MessageId))
        {
            return;
        }

        Looked++;
        var to = Outside(message.To, person).Distinct().ToList();
        foreach (var (number, sign) in SignatureReader.Read(message.Text, people.Last(person)!))
        {
            if (_ofSchool.Contains(number))
            {
                continue;
            }

            if (!_gifts.TryGetValue((person, number), out var gifts))
            {
                _gifts.Add((person, number), gifts = []);
            }

            gifts.Add(new Gift(message.UtcTicks, message.MessageId, sign, [.. to.SelectMany(static p => p.Families).Distinct(StringComparer.Ordinal)], to.Exists(static p => p.Kind == PartyKind.Consumer), to.Exists(static p => p.Kind != PartyKind.Family)));
        }
    }

    /// <summary>A sign for each message with a number that is its writer's alone.</summary>
    public IEnumerable<Sign> Find()
    {
        var several = NumbersOfSeveral();
        foreach (var ((person, number), gifts) in _gifts.Where(g => !several.Contains(g.Key.Number) && !IsFamilys(g.Key.Number)))
        {
            var isHabit = gifts.Count >= Habit && gifts.Select(static g => g.UtcTicks / TimeSpan.TicksPerDay).Distinct().Skip(1).Any();
            foreach (var gift in gifts)
            {
                yield return new Sign(CorrespondenceKind.PersonalNumber, person, WrittenNumber.Masked(number), Weigh(gift, isHabit), Explain(gift, gifts))
                {
                    UtcTicks = gift.UtcTicks,
                    MessageId = gift.MessageId,
                    Families = gift.Families,
                    HasOthers = gift.HasOthers,
                    IsOwnDoing = true,
                };
            }
        }
    }

    /// <summary>Somebody outside to whom a private number is not one's own business: not oneself, one's family, a colleague's private address, a union.</summary>
    private static bool IsOutside(Party party, string person) =>
        party.Kind is PartyKind.Family or PartyKind.Consumer or PartyKind.Outside && !party.PersonIds.Contains(person, StringComparer.Ordinal);

    private IEnumerable<Party> Outside(IEnumerable<string> written, string person) => written.SelectMany(AddressReader.ReadAll).Select(book.Of).Where(p => IsOutside(p, person));

    private HashSet<string> NumbersOfSeveral() =>
        _gifts.Keys.GroupBy(static k => k.Number, StringComparer.Ordinal).Where(static g => g.Skip(1).Any()).Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);

    private bool IsFamilys(string number) => families.FamiliesOfNumber(number).Count > 0;

    private static double Weigh(Gift gift, bool isHabit)
    {
        var own = gift.Sign switch
        {
            OwnershipSign.Said => CorrespondenceWeights.NumberSaid,
            OwnershipSign.Signature => isHabit ? CorrespondenceWeights.NumberSaid : CorrespondenceWeights.NumberInSignature,
            _ => isHabit ? CorrespondenceWeights.NumberInSignature : CorrespondenceWeights.NumberBelowClosing,
        };
        return own * (gift.Families.Count > 0 || gift.HasPrivatePerson ? 1 : CorrespondenceWeights.NumberToOrganisation);
    }

    private string Explain(Gift gift, List<Gift> gifts)
    {
        var where = gift.Sign switch
        {
            OwnershipSign.Said => "The text calls a phone number the writer's own",
            OwnershipSign.Signature => "A phone number stands in the writer's signature",
            _ => "A phone number stands below the closing",
        };
        var households = book.Households(gifts.SelectMany(static g => g.Families));
        var to = households == 0 ? "people outside" : households == 1 ? "a family" : PlainText.Count(households, "family", "families");
        return $"{where}, in {(gifts.Count == 1 ? "a message" : PlainText.Count(gifts.Count, "message", "messages"))} to {to}; it is no work number of the roster's. A school mobile that the roster lacks looks the same.";
    }

    /// <summary>A message in which its writer gave a number.</summary>
    private sealed record Gift(long UtcTicks, string MessageId, OwnershipSign Sign, IReadOnlyList<string> Families, bool HasPrivatePerson, bool HasOthers);
}
