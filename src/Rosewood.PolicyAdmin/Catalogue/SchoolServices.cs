namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>What a school did to a service.</summary>
public enum ServiceChange
{
    /// <summary>Added a service of its own, or switched a built-in one on again.</summary>
    Added,

    /// <summary>Changed a service: hosts, kind, names.</summary>
    Overridden,

    /// <summary>Switched a service off, or took its own back.</summary>
    Removed,
}

/// <summary>One thing that a school did to a service; recorded once and never edited.</summary>
/// <param name="Change">What was done.</param>
/// <param name="Service">The service's name.</param>
/// <param name="At">When.</param>
/// <param name="OperatorId">Who.</param>
public sealed record ServiceFact(ServiceChange Change, string Service, DateTimeOffset At, string OperatorId)
{
    /// <summary>Its kind from now on; null: as before.</summary>
    public ServiceKind? Kind { get; init; }

    /// <summary>Whether the school's policy names it from now on; null: as before.</summary>
    public bool? NamedInPolicy { get; init; }

    /// <summary>The date from which a service of the school's own counts; null: as before.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Hosts that are added, or that have another role from now on.</summary>
    public IReadOnlyList<ServiceHost> Hosts { get; init; } = [];

    /// <summary>Hosts that are taken out.</summary>
    public IReadOnlyList<string> HostsRemoved { get; init; } = [];

    /// <summary>Aliases that are added.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>
/// A school's facts folded over the built-in catalogue. Facts hold differences, so that a service which a school extended still follows
/// the built-in entry when a later version of the product knows more hosts.
/// </summary>
public static class SchoolServices
{
    /// <summary>What counts after all these facts.</summary>
    /// <param name="builtIn">The built-in catalogue.</param>
    /// <param name="facts">Facts in the order in which they were recorded.</param>
    /// <returns>Services of the school's own or overridden by it, and names of built-in ones that are off.</returns>
    public static (IReadOnlyList<SocialMediaService> Services, IReadOnlyList<string> SwitchedOff) Fold(ServiceCatalogue builtIn, IEnumerable<ServiceFact> facts)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        var services = new Dictionary<string, SocialMediaService>(StringComparer.OrdinalIgnoreCase);
        var off = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var fact in facts)
        {
            if (fact.Change == ServiceChange.Removed)
            {
                // Whatever the school did before goes with it: switched on again, the service is as shipped.
                services.Remove(fact.Service);
                off.Add(fact.Service);
                continue;
            }

            off.Remove(fact.Service);
            var index = builtIn.IndexOf(fact.Service);
            var shipped = index >= 0 ? builtIn.Services[index] : null;
            var after = Apply(services.GetValueOrDefault(fact.Service) ?? shipped, fact);
            if (shipped is not null && IsAsShipped(after, shipped))
            {
                services.Remove(fact.Service);
            }
            else
            {
                services[fact.Service] = after;
            }
        }

        return ([.. services.Values.Where(s => s.Hosts.Count > 0)], [.. off.Where(n => builtIn.IndexOf(n) >= 0)]);
    }

    /// <summary>A service after one fact.</summary>
    internal static SocialMediaService Apply(SocialMediaService? before, ServiceFact fact)
    {
        before ??= new SocialMediaService(fact.Service, ServiceKind.Other, [], NamedInPolicy: false, [], DateOnly.FromDateTime(fact.At.UtcDateTime), ServiceSource.School);
        var gone = fact.HostsRemoved.Concat(fact.Hosts.Select(h => h.Host)).ToHashSet(StringComparer.Ordinal);
        return before with
        {
            Kind = fact.Kind ?? before.Kind,
            NamedInPolicy = fact.NamedInPolicy ?? before.NamedInPolicy,
            Since = fact.Since ?? before.Since,
            Hosts = [.. before.Hosts.Where(h => !gone.Contains(h.Host)), .. fact.Hosts],
            Aliases = [.. before.Aliases, .. fact.Aliases.Where(a => !before.Aliases.Contains(a, StringComparer.OrdinalIgnoreCase))],
            Source = ServiceSource.School,
        };
    }

    /// <summary>Whether nothing of the school's is left, as after taking back what it added.</summary>
    private static bool IsAsShipped(SocialMediaService service, SocialMediaService shipped) =>
        service.Kind == shipped.Kind
        && service.NamedInPolicy == shipped.NamedInPolicy
        && service.Since == shipped.Since
        && service.Aliases.Count == shipped.Aliases.Count
        && service.Hosts.ToHashSet().SetEquals(shipped.Hosts);
}
