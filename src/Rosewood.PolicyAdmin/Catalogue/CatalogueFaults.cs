using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Faults of the catalogue and its commands.</summary>
internal static class CatalogueFaults
{
    public static Fault Invalid(string file, int line, int column, string message) => new(
        "CatalogueInvalid",
        FaultKind.InvalidArgument,
        $"{file}:{line}:{column}",
        $"{file}, line {line}, column {column}: {message}");

    public static Fault HostInvalid(string typed) => new(
        "HostInvalid",
        FaultKind.InvalidArgument,
        typed,
        $"'{typed}' is no host name. Write it as in chat.example.org, without spaces; an address of numbers can't be in the catalogue.");

    public static Fault HostTooWide(string host) => new(
        "HostTooWide",
        FaultKind.InvalidArgument,
        host,
        $"{host} covers sites of many owners, so it can't belong to one service. Name the service's own host, such as chat.{host}.");

    public static Fault HostShared(string host) => new(
        "HostShared",
        FaultKind.InvalidArgument,
        host,
        $"{host} is a platform that other sites use too. Name the service's own host below it, or give -Role SharedInfrastructure: it is then never blocked and never counted alone.");

    public static Fault HostBelongsElsewhere(string host, string covering, string service) => new(
        "HostBelongsElsewhere",
        FaultKind.Conflict,
        host,
        string.Equals(host, covering, StringComparison.Ordinal)
            ? $"{host} already belongs to {service}. Take it from there first with Remove-SocialMediaService, or add it to {service}."
            : $"{host} lies under {covering}, which belongs to {service}. Add it to {service}, or take {covering} from there first with Remove-SocialMediaService.");

    public static Fault HostIsSchools(string host) => new(
        "HostIsSchools",
        FaultKind.Conflict,
        host,
        $"{host} is one of the school's own hosts, which are never social media. Take it out of mailDomains or ownHosts in policy.json first.");

    public static Fault HostNotInService(string host, string service) => new(
        "HostNotInService",
        FaultKind.NotFound,
        host,
        $"{host} is no host of {service}. Get-SocialMediaService -HostName {host} says what it belongs to.");

    public static Fault HostNotFound(string host) => new(
        "HostNotFound",
        FaultKind.NotFound,
        host,
        $"No service has {host} as one of its own entries. Get-SocialMediaService -HostName {host} says which entry covers it, if any.");

    public static Fault ServiceNotFound(string name, ServiceCatalogue catalogue) => new(
        "ServiceNotFound",
        FaultKind.NotFound,
        name,
        $"There is no service '{name}' in the catalogue.{Suggestions.Sentence(name, catalogue.Services.SelectMany(static v => v.Aliases.Prepend(v.Name)))} Get-SocialMediaService lists them; wildcards such as *{name}* help; Add-SocialMediaService adds one.");

    public static Fault ServiceNameInvalid(string name) => new(
        "ServiceNameInvalid",
        FaultKind.InvalidArgument,
        name,
        "A service's name or alias has 1 to 64 characters, and none of * ? [ ] , ; or line breaks. Give another name.");

    public static Fault ServiceNameTaken(string name, string service) => new(
        "ServiceNameTaken",
        FaultKind.Conflict,
        name,
        $"'{name}' is already a name or alias of {service}. Give another one.");

    public static Fault ServiceNeedsHost(string name) => new(
        "ServiceNeedsHost",
        FaultKind.InvalidArgument,
        name,
        $"{name} needs at least one host by which the logs show it. Give -HostName.");

    public static Fault ServiceLastHost(string name) => new(
        "ServiceLastHost",
        FaultKind.Conflict,
        name,
        $"That would leave {name} without a host. Remove the service itself: Remove-SocialMediaService -Name '{name}'.");

    public static Fault ServiceNamedInPolicy(string name) => new(
        "ServiceNamedInPolicy",
        FaultKind.Conflict,
        name,
        $"The school's policy names {name} (SAF-2). Without it, its use is neither blocked nor found. If SLT wants that, run the command again with -Force.");

    public static Fault NothingToRemove() => new(
        "NothingToRemove",
        FaultKind.InvalidArgument,
        "Remove-SocialMediaService",
        "Say what to remove: -Name for a service, -HostName for hosts.");
}
