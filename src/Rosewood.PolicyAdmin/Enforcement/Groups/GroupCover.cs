using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>
/// What of a group's services and devices a person has in their own right: by a grant or the standing authorisation. That own devices are
/// free between sessions is nobody's right, and no ground for a membership.
/// </summary>
/// <param name="GrantIds">The grants that give something of it.</param>
/// <param name="Standing">Whether the standing authorisation gives something of it.</param>
/// <param name="Missing">What membership would open beyond, in words; null: nothing.</param>
internal sealed record GroupCover(IReadOnlyList<string> GrantIds, bool Standing, string? Missing)
{
    /// <summary>Asks the decision about each service on each class of device.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="person">Who.</param>
    /// <param name="services">The services that membership opens.</param>
    /// <param name="devices">The classes on which it opens them.</param>
    public static GroupCover Of(EnforcementFacts facts, Person person, IReadOnlyList<string> services, IReadOnlyList<DeviceClass> devices)
    {
        var grants = new SortedSet<string>(StringComparer.Ordinal);
        var standing = false;
        var missing = new List<(DeviceClass Device, string What)>();
        foreach (var device in devices)
        {
            var lacking = new List<string>();
            foreach (var service in services)
            {
                var decision = facts.Access.Decide(person.UserPrincipalName, device, deviceName: null, service, facts.At.UtcTicks);
                if (decision.Verdict != Verdict.Authorised)
                {
                    lacking.Add(service);
                }
                else if (decision.GrantId is { } grant)
                {
                    grants.Add(grant);
                }
                else
                {
                    standing = true;
                }
            }

            if (lacking.Count > 0)
            {
                missing.Add((device, GrantedServices.Describe(lacking, facts)));
            }
        }

        grants.UnionWith(OnSingleDevices(facts, person, services, devices));
        var words = missing.GroupBy(m => m.What, m => m.Device, StringComparer.Ordinal).Select(g => $"{g.Key} on {Words(g)}");
        return new([.. grants], standing, missing.Count == 0 ? null : string.Join(", and ", words));
    }

    /// <summary>Grants that open something on single devices of these classes: narrower than any group.</summary>
    private static IEnumerable<string> OnSingleDevices(EnforcementFacts facts, Person person, IReadOnlyList<string> services, IReadOnlyList<DeviceClass> devices)
    {
        var names = facts.Access.Ledger.Of(person.Id).ToArray().SelectMany(g => g.Fact.DeviceNames).Distinct(StringComparer.OrdinalIgnoreCase);
        var classes = devices.Select(AccessState.TreatedAs).ToHashSet();
        return names.Select(n => facts.Inventory.FindByName(n, facts.At.UtcTicks))
            .OfType<Device>()
            .Where(d => classes.Contains(AccessState.TreatedAs(d.Class)))
            .SelectMany(d => services.Select(s => facts.Access.Decide(person.UserPrincipalName, d.Class, d.Name, s, facts.At.UtcTicks)))
            .Where(d => d.Verdict == Verdict.Authorised)
            .Select(d => d.GrantId)
            .OfType<string>();
    }

    /// <summary>Device classes in words: <c>School and SchoolMobile</c>.</summary>
    public static string Words(IEnumerable<DeviceClass> devices) => string.Join(" and ", devices);
}
