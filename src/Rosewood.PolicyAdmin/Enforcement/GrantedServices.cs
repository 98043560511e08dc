using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>What a grant lets a person use at an instant, by the decision.</summary>
/// <param name="Person">Who.</param>
/// <param name="GrantId">The grant; null: the standing authorisation.</param>
/// <param name="Services">The services' names, in the catalogue's order.</param>
internal sealed record GrantedServices(Person Person, string? GrantId, IReadOnlyList<string> Services)
{
    /// <summary>All that is granted to anybody on a class of device; by person and grant.</summary>
    public static IReadOnlyList<GrantedServices> OfAll(EnforcementFacts facts, DeviceClass deviceClass) =>
        [.. facts.Access.People.All(facts.At.UtcTicks).SelectMany(p => Of(facts, p, deviceClass))];

    /// <summary>What is granted to a person on a class of device; by grant.</summary>
    public static IEnumerable<GrantedServices> Of(EnforcementFacts facts, Person person, DeviceClass deviceClass)
    {
        if (facts.Access.Ledger.Of(person.Id).IsEmpty || LoginOf(facts, person) is not { } login)
        {
            return [];
        }

        return facts.Access.Catalogue.Services
            .Select(s => (s.Name, Decision: facts.Access.Decide(login, deviceClass, deviceName: null, s.Name, facts.At.UtcTicks)))
            .Where(s => s.Decision.Allowed)
            .GroupBy(s => s.Decision.GrantId, s => s.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new GrantedServices(person, g.Key, [.. g]));
    }

    /// <summary>A login by which the decision knows a person; null when each of theirs is somebody else's too.</summary>
    public static string? LoginOf(EnforcementFacts facts, Person person) => PeopleHistory.LoginsOf(person)
        .FirstOrDefault(l => string.Equals(facts.Access.People.FindByLogin(l, facts.At.UtcTicks).Person?.Id, person.Id, StringComparison.Ordinal));

    /// <summary>Services in words: <c>every service</c>, or the first names.</summary>
    public static string Describe(IReadOnlyList<string> services, EnforcementFacts facts)
    {
        const int Most = 5;
        if (services.Count == facts.Access.Catalogue.Services.Count)
        {
            return "every service";
        }

        return services.Count <= Most ? string.Join(", ", services) : $"{string.Join(", ", services.Take(Most))} and {services.Count - Most} more";
    }
}
