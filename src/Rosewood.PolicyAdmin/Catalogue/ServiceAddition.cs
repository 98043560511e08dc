using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>What adding to the catalogue comes to, worked out and checked before anything is changed.</summary>
/// <param name="Name">The service.</param>
/// <param name="Fact">What is to be recorded; null when all of it is so already.</param>
/// <param name="Before">The service as it is; null when it is not in the catalogue.</param>
/// <param name="After">The service as it will be.</param>
/// <param name="Action">What is done, in words.</param>
internal sealed record ServiceAddition(string Name, ServiceFact? Fact, SocialMediaService? Before, SocialMediaService After, string Action)
{
    /// <summary>Plans an addition.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="context">The command.</param>
    /// <param name="at">When it is recorded.</param>
    /// <exception cref="FaultException">A name or host is taken, a host is too wide, or a new service has none.</exception>
    public static ServiceAddition Plan(AddSocialMediaService request, CommandContext context, DateTimeOffset at)
    {
        var facts = context.Store.Services.Load();
        var school = context.Config.School;
        var catalogue = CatalogueLoader.WithFacts(facts, [.. school.OwnHosts, .. school.MailDomains]);
        var typed = ServiceName.Parse(request.Name);
        var before = catalogue.Find(typed);
        var shipped = before is null ? ServiceCatalogue.BuiltIn.Find(typed) : null;
        var name = before?.Name ?? shipped?.Name ?? typed;

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, context.Workspace.Zone).DateTime);
        var start = before ?? shipped;
        var fact = new ServiceFact(before is null ? ServiceChange.Added : ServiceChange.Overridden, name, at, context.Operator.Id)
        {
            Kind = request.Kind is { } kind && kind != start?.Kind ? kind : null,
            NamedInPolicy = request.NamedInPolicy && start is not { NamedInPolicy: true } ? true : null,
            Since = start is null ? today : null,
            Hosts = NewHosts(request, catalogue, name, start),
            Aliases = NewAliases(request, catalogue, name, start),
        };
        var after = fact is { Kind: null, NamedInPolicy: null, Hosts.Count: 0, Aliases.Count: 0 } && start is not null ? start : SchoolServices.Apply(start, fact);
        if (after.Hosts.Count == 0)
        {
            throw CatalogueFaults.ServiceNeedsHost(name).ToException();
        }

        var unchanged = before is not null && ReferenceEquals(after, before);
        return new ServiceAddition(name, unchanged ? null : fact, before, after, Describe(before, shipped, after, fact));
    }

    private static List<ServiceHost> NewHosts(AddSocialMediaService request, ServiceCatalogue catalogue, string name, SocialMediaService? start)
    {
        var role = request.Role ?? HostRole.Primary;
        var hosts = new List<ServiceHost>();
        foreach (var host in request.HostName.Select(HostName.Parse).Distinct(StringComparer.Ordinal))
        {
            CheckHost(host, role, catalogue, name);
            if (!request.Force && Unblocks(host, role, catalogue, name))
            {
                throw CatalogueFaults.ServiceNamedInPolicy(name).ToException();
            }

            var known = start?.Hosts.FirstOrDefault(h => string.Equals(h.Host, host, StringComparison.Ordinal));
            if (known is null || (request.Role is not null && known.Role != role))
            {
                hosts.Add(new ServiceHost(host, role));
            }
        }

        return hosts;
    }

    private static void CheckHost(string host, HostRole role, ServiceCatalogue catalogue, string name)
    {
        if (WideHosts.IsRegistry(host))
        {
            throw CatalogueFaults.HostTooWide(host).ToException();
        }

        if (catalogue.OwnHosts.Contains(host, StringComparer.Ordinal))
        {
            throw CatalogueFaults.HostIsSchools(host).ToException();
        }

        // A host below another service's would take part of it away; below a shared platform it is that service's own.
        var match = catalogue.Match(host);
        var covering = catalogue.FindHost(host);
        var owner = match.Found ? catalogue.Services[match.ServiceIndex].Name : name;
        if (!string.Equals(owner, name, StringComparison.OrdinalIgnoreCase)
            && (match.Role != HostRole.SharedInfrastructure || string.Equals(covering, host, StringComparison.Ordinal)))
        {
            throw CatalogueFaults.HostBelongsElsewhere(host, covering!, owner).ToException();
        }

        if (role != HostRole.SharedInfrastructure && WideHosts.IsPlatform(host))
        {
            throw CatalogueFaults.HostShared(host).ToException();
        }
    }

    /// <summary>Whether a service that the policy names would go unblocked at a host where it is blocked now.</summary>
    private static bool Unblocks(string host, HostRole role, ServiceCatalogue catalogue, string name)
    {
        var match = catalogue.Match(host);
        return match.Found && IsBlocked(match.Role) && !IsBlocked(role) && ServiceCatalogue.BuiltIn.Find(name) is { NamedInPolicy: true };

        static bool IsBlocked(HostRole role) => role is HostRole.Primary or HostRole.Api or HostRole.Media;
    }

    private static List<string> NewAliases(AddSocialMediaService request, ServiceCatalogue catalogue, string name, SocialMediaService? start)
    {
        var aliases = new List<string>();
        foreach (var alias in request.Alias.Select(ServiceName.Parse).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (catalogue.Find(alias) is { } owner && !string.Equals(owner.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                throw CatalogueFaults.ServiceNameTaken(alias, owner.Name).ToException();
            }

            if (!string.Equals(alias, name, StringComparison.OrdinalIgnoreCase) && start?.Aliases.Contains(alias, StringComparer.OrdinalIgnoreCase) != true)
            {
                aliases.Add(alias);
            }
        }

        return aliases;
    }

    private static string Describe(SocialMediaService? before, SocialMediaService? shipped, SocialMediaService after, ServiceFact fact)
    {
        var verb = (before, shipped) switch
        {
            (null, null) => $"Add to the catalogue as {after.Kind}",
            (null, _) => "Switch on in the catalogue again",
            _ => "Extend in the catalogue",
        };
        return fact.Hosts.Count == 0 ? verb : $"{verb}, with {string.Join(", ", fact.Hosts.Select(h => $"{h.Host} ({h.Role})"))}";
    }
}
