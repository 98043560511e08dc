using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>
/// Reads the file of family contacts. Each cell that is wrong becomes a problem of the table; no problem repeats an address or a number,
/// for faults are kept where families' addresses must not be.
/// </summary>
/// <param name="table">The file.</param>
/// <param name="key">Hashes what is read, at once.</param>
internal sealed class FamilyContactFile(CsvTable table, ContactKey key)
{
    /// <summary>The column that says which family.</summary>
    public const string FamilyId = "FamilyId";

    private const string Relationship = "Relationship";
    private const string Address = "Address";
    private const string Phone = "Phone";
    private const int LongestId = 64;
    private const int LongestAddress = 320;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new(FamilyId, Required: true, "Family", "Family reference", "Pupil reference", "UPN", "Household"),
        new(Relationship, Required: false, "Relation", "Relationship to pupil"),
        new(Address, Required: true, "Email", "Email address", "Mail"),
        new(Phone, Required: false, "Mobile", "Telephone", "Phone number", "Mobile number"),
    ];

    /// <summary>The contacts that can be read, in the file's order.</summary>
    public IReadOnlyList<HashedContact> Read(CancellationToken cancellationToken)
    {
        // One row for each child is how schools export: a contact that comes again is the same contact.
        var seen = new HashSet<HashedContact>();
        var contacts = new List<HashedContact>();
        foreach (var row in table.Rows(cancellationToken))
        {
            if (ReadRow(row) is { } contact && seen.Add(contact))
            {
                contacts.Add(contact);
            }
        }

        return contacts;
    }

    private HashedContact? ReadRow(CsvRow row)
    {
        var family = row.Required(FamilyId, LongestId);
        var relationship = row.Text(Relationship, LongestId) ?? "";
        foreach (var (column, text) in new[] { (FamilyId, family), (Relationship, relationship) })
        {
            if (text is not null && (text.Contains('@', StringComparison.Ordinal) || (text.Length > 9 && PhoneNumber.ToE164(text) is not null)))
            {
                row.Problem(column, "this looks like an address or a phone number, which must not stand here: it is shown in reports. Check the columns.");
                return null;
            }
        }

        var writtenAddress = row.Text(Address, LongestAddress);
        var address = CorrespondentAddress.Parse(writtenAddress);
        if (writtenAddress is not null && address is null)
        {
            row.Problem(Address, "it is no single address of the form name@domain. Make a row for each address.");
            return null;
        }

        var writtenPhone = row.Text(Phone, LongestId);
        var phone = PhoneNumber.ToE164(writtenPhone);
        if (writtenPhone is not null && phone is null)
        {
            row.Problem(Phone, "it is no single phone number. Write it as 07700 900123, or with its country as +44 7700 900123.");
            return null;
        }

        if (address is null && phone is null)
        {
            row.Problem(Address, "the contact has neither an address nor a phone number. Take the row out, or give one.");
            return null;
        }

        return family is null ? null : new HashedContact(family, relationship, address is null ? null : key.HashOf(address), phone is null ? null : key.HashOfPhone(phone));
    }
}
