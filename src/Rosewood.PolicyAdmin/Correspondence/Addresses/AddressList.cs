namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>Addresses and domains of a configuration; a domain stands for all that lies below it too.</summary>
internal sealed class AddressList
{
    private readonly HashSet<string> _addresses;
    private readonly HashSet<string> _domains;

    /// <param name="entries">Addresses and domains; what is neither is left out.</param>
    public AddressList(IEnumerable<string> entries)
    {
        var all = entries.ToList();
        _addresses = all.Select(e => CorrespondentAddress.Parse(e)?.Canonical).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _domains = all.Where(static e => !e.Contains('@', StringComparison.Ordinal)).Select(static e => MailDomainName.Normalize(e)).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether an address is listed, or lies in a listed domain.</summary>
    public bool Contains(CorrespondentAddress address) => _addresses.Contains(address.Canonical) || ContainsDomain(address.Domain);

    /// <summary>Whether a domain is listed, or lies below a listed one.</summary>
    public bool ContainsDomain(string domain)
    {
        if (_domains.Count == 0)
        {
            return false;
        }

        for (var name = domain; ;)
        {
            if (_domains.Contains(name))
            {
                return true;
            }

            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return false;
            }

            name = name[(dot + 1)..];
        }
    }
}
