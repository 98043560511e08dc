using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>
/// Shows for which families contacts are recorded, and how many; never an address, for none is kept. With -Address or -Phone it answers
/// whose that is. Each reading is itself written to the audit trail, without the address.
/// </summary>
/// <example><code>Get-FamilyContact</code>Every family, with counts.</example>
/// <example><code>Get-FamilyContact -FamilyId F-1042</code>One family.</example>
/// <example><code>Get-FamilyContact -Address parent@home.example</code>To which family this address belongs; nothing when it is no family's.</example>
public sealed class GetFamilyContact : PolicyRequest
{
    /// <summary>Which families, by the school's id. Default: all.</summary>
    public string[] FamilyId { get; set; } = [];

    /// <summary>A mail address whose family is asked for.</summary>
    public string? Address { get; set; }

    /// <summary>A phone number whose family is asked for.</summary>
    public string? Phone { get; set; }
}

internal sealed class GetFamilyContactHandler : CommandHandler<GetFamilyContact>
{
    private const string Everybody = "all families";

    public override Task HandleAsync(GetFamilyContact request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var address = request.Address is null ? null : CorrespondentAddress.Parse(request.Address) ?? throw FamilyFaults.AddressInvalid().ToException();
        var phone = request.Phone is null ? null : PhoneNumber.ToE164(request.Phone) ?? throw FamilyFaults.PhoneInvalid().ToException();
        var found = context.Store.FamilyContacts.Load().Select(s => s.Contact).ToList();
        if (address is not null || phone is not null)
        {
            var key = new ContactKeyFile(context.Workspace.Paths, context.Store.FamilyContacts).Find();
            found = key is null ? [] : [.. found.Where(c => (address is null || c.Address == key.HashOf(address)) && (phone is null || c.Phone == key.HashOfPhone(phone)))];
        }

        if (request.FamilyId.Length > 0)
        {
            found = [.. found.Where(c => request.FamilyId.Contains(c.FamilyId, StringComparer.OrdinalIgnoreCase))];
        }

        // Written before anything is shown, so that nothing is seen without its trace.
        var families = found.Select(c => c.FamilyId).Distinct(StringComparer.Ordinal).ToList();
        using (var change = context.BeginChange())
        {
            var about = address is null && phone is null && request.FamilyId.Length == 0 ? Everybody : string.Join(' ', families.Select(f => "family:" + f).DefaultIfEmpty("no family"));
            change.Audit("COM-1", about, before: null, new FamiliesRead(families.Count, address is not null || phone is not null));
            change.Commit();
        }

        foreach (var group in found.GroupBy(c => (c.FamilyId, c.Relationship)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var counts = FamilyCounts.Of(group)!;
            sink.Write(new FamilyContact(group.Key.FamilyId, group.Key.Relationship, counts.Contacts, counts.Addresses, counts.Phones));
        }

        return Task.CompletedTask;
    }
}

/// <summary>What the audit trail keeps of a reading.</summary>
/// <param name="Families">How many families were shown.</param>
/// <param name="ByContact">Whether an address or number was looked up.</param>
internal sealed record FamiliesRead(int Families, bool ByContact);
