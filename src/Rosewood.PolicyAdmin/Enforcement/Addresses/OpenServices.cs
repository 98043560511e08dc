using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Enforcement.Addresses;

/// <summary>Which services of a catalogue are open to somebody. A value: the same services are equal.</summary>
/// <param name="Mask">One character for each service, in the catalogue's order: 1 open, 0 blocked.</param>
internal sealed record OpenServices(string Mask)
{
    /// <summary>Whether every service is open.</summary>
    public bool IsAll => !Mask.Contains('0', StringComparison.Ordinal);

    /// <summary>Whether none is.</summary>
    public bool IsNone => !Mask.Contains('1', StringComparison.Ordinal);

    /// <summary>The services that a question answers yes for, by index.</summary>
    public static OpenServices Where(int count, Func<int, bool> isOpen) => new(string.Create(count, isOpen, static (mask, isOpen) =>
    {
        for (var i = 0; i < mask.Length; i++)
        {
            mask[i] = isOpen(i) ? '1' : '0';
        }
    }));

    /// <summary>Whether a service is open.</summary>
    public bool Has(int service) => service >= 0 && service < Mask.Length && Mask[service] == '1';

    /// <summary>These and those.</summary>
    public OpenServices Or(OpenServices other) => Where(Mask.Length, i => Has(i) || other.Has(i));

    /// <summary>These without those.</summary>
    public OpenServices Except(OpenServices other) => Where(Mask.Length, i => Has(i) && !other.Has(i));

    /// <summary>In words: <c>every service</c>, or the first names.</summary>
    public string Describe(ServiceCatalogue catalogue)
    {
        if (IsAll)
        {
            return "every service";
        }

        const int Most = 5;
        var names = catalogue.Services.Where((_, i) => Has(i)).Select(s => s.Name).ToList();
        return names.Count <= Most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more";
    }
}
