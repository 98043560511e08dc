using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>What removing from the catalogue comes to for one service, worked out and checked before anything is changed.</summary>
/// <param name="Fact">What is to be recorded.</param>
/// <param name="Before">The service as it is.</param>
/// <param name="After">The service as it will be; null when it goes.</param>
/// <param name="Action">What is done, in words.</param>
internal sealed record ServiceRemoval(ServiceFact Fact, SocialMediaService Before, SocialMediaService? After, string Action)
{
    /// <summary>Plans the removals of a request.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="context">The command.</param>
    /// <param name="at">When they are recorded.</param>
    /// <exception cref="FaultException">A service or host is not there, it is the service's last host, or the policy names the service.</exception>
    public static IReadOnlyList<ServiceRemoval> Plan(RemoveSocialMediaService request, CommandContext context, DateTimeOffset at)
    {
        var catalogue = CatalogueLoader.WithFacts(context.Store.Services.Load(), []);
        var services = request.Name.Select(n => catalogue.Find(n) ?? throw CatalogueFaults.ServiceNotFound(n, catalogue).ToException()).Distinct().ToList();
        var removals = request.HostName.Length == 0
            ? services.Select(s => OfService(s, context, at))
            : HostsByService(request, catalogue, services).Select(g => OfHosts(g.Key, [.. g], context, at));
        var planned = removals.ToList();
        return request.Force || planned.Find(IsGuarded) is not { } guarded
            ? planned
            : throw CatalogueFaults.ServiceNamedInPolicy(guarded.Before.Name).ToException();
    }

    /// <summary>Whether it takes something away that the product ships for a service which the policy names.</summary>
    private static bool IsGuarded(ServiceRemoval removal)
    {
        var index = ServiceCatalogue.BuiltIn.IndexOf(removal.Before.Name);
        var shipped = index < 0 ? null : ServiceCatalogue.BuiltIn.Services[index];
        return shipped is { NamedInPolicy: true }
            && (removal.After is null || shipped.Hosts.Any(h => removal.Fact.HostsRemoved.Contains(h.Host, StringComparer.Ordinal)));
    }

    private static IEnumerable<IGrouping<SocialMediaService, string>> HostsByService(
        RemoveSocialMediaService request,
        ServiceCatalogue catalogue,
        List<SocialMediaService> services)
    {
        return request.HostName.Select(HostName.Parse).Distinct(StringComparer.Ordinal).GroupBy(Owner);

        SocialMediaService Owner(string host)
        {
            var owner = catalogue.Services.FirstOrDefault(s => s.Hosts.Any(h => string.Equals(h.Host, host, StringComparison.Ordinal)));
            return services.Count == 0 ? owner ?? throw CatalogueFaults.HostNotFound(host).ToException()
                : owner is not null && services.Contains(owner) ? owner
                : throw CatalogueFaults.HostNotInService(host, string.Join(" or ", services.Select(s => s.Name))).ToException();
        }
    }

    private static ServiceRemoval OfService(SocialMediaService service, CommandContext context, DateTimeOffset at)
    {
        var isBuiltIn = ServiceCatalogue.BuiltIn.IndexOf(service.Name) >= 0;
        return new ServiceRemoval(
            new ServiceFact(ServiceChange.Removed, service.Name, at, context.Operator.Id),
            service,
            After: null,
            isBuiltIn ? "Switch off in the catalogue: its use is no longer blocked or found" : "Remove from the catalogue: its use is no longer blocked or found");
    }

    private static ServiceRemoval OfHosts(SocialMediaService service, IReadOnlyList<string> hosts, CommandContext context, DateTimeOffset at)
    {
        var fact = new ServiceFact(ServiceChange.Overridden, service.Name, at, context.Operator.Id) { HostsRemoved = hosts };
        var after = SchoolServices.Apply(service, fact);
        return after.Hosts.Count > 0
            ? new ServiceRemoval(fact, service, after, $"Take {string.Join(", ", hosts)} out of the catalogue")
            : throw CatalogueFaults.ServiceLastHost(service.Name).ToException();
    }
}
