using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>Tells families' addresses by their hashes. Immutable, without I/O.</summary>
internal sealed class FamilyDirectory
{
    private readonly ContactKey? _key;
    private readonly Dictionary<ContactHash, string[]> _families;
    private readonly Dictionary<ContactHash, string[]> _phones;
    private readonly Dictionary<string, string> _households = new(StringComparer.Ordinal);

    /// <param name="key">The key of the hashes; null where there are no contacts.</param>
    /// <param name="contacts">The contacts.</param>
    public FamilyDirectory(ContactKey? key, IEnumerable<HashedContact> contacts)
    {
        _key = key;
        var all = contacts.ToList();
        _families = Index(all, static c => c.Address);
        _phones = Index(all, static c => c.Phone);
        foreach (var sharing in _families.Values.Where(static f => f.Length > 1))
        {
            var households = sharing.Select(HouseholdOf).Distinct(StringComparer.Ordinal).ToList();
            var first = households.Min(StringComparer.Ordinal)!;
            foreach (var family in sharing.Concat(_households.Where(h => households.Contains(h.Value, StringComparer.Ordinal)).Select(static h => h.Key).ToList()))
            {
                _households[family] = first;
            }
        }
    }

    /// <summary>How many addresses are known.</summary>
    public int Addresses => _families.Count;

    /// <summary>How many phone numbers are known.</summary>
    public int Phones => _phones.Count;

    /// <summary>Opens the register of a workspace.</summary>
    /// <exception cref="FaultException"><c>ContactKeyLost</c>, <c>ContactKeyWrong</c>.</exception>
    public static FamilyDirectory Open(CommandContext context) => new(
        new ContactKeyFile(context.Workspace.Paths, context.Store.FamilyContacts).Find(),
        context.Store.FamilyContacts.Load().Select(s => s.Contact));

    /// <summary>The families that an address belongs to; mostly one, and none for an address that is not recorded.</summary>
    public IReadOnlyList<string> FamiliesOf(CorrespondentAddress address) =>
        _key is null || _families.Count == 0 ? [] : _families.GetValueOrDefault(_key.HashOf(address)) ?? [];

    /// <summary>
    /// The household of a family, by the id of one of its families: brothers and sisters with ids of their own share an address, and what is seen
    /// with them is seen with one household.
    /// </summary>
    public string HouseholdOf(string family) => _households.GetValueOrDefault(family) ?? family;

    /// <summary>The families that a number (E.164) belongs to; none for one that is not recorded.</summary>
    public IReadOnlyList<string> FamiliesOfNumber(string e164) => _key is null || _phones.Count == 0 ? [] : FamiliesOfPhone(_key.HashOfPhone(e164));

    /// <summary>The families that a number, given by its hash, belongs to; none for one that is not recorded.</summary>
    public IReadOnlyList<string> FamiliesOfPhone(ContactHash phone) => _phones.GetValueOrDefault(phone) ?? [];

    private static Dictionary<ContactHash, string[]> Index(List<HashedContact> contacts, Func<HashedContact, ContactHash?> hash) => contacts
        .Where(c => hash(c) is not null)
        .GroupBy(c => hash(c)!.Value)
        .ToDictionary(static g => g.Key, static g => g.Select(static c => c.FamilyId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());
}
