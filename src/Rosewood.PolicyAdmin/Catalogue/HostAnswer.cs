namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Which service a host belongs to: what <c>Get-SocialMediaService -HostName</c> gives.</summary>
public sealed record HostAnswer
{
    /// <summary>The service's name; null when the host belongs to none.</summary>
    public required string? Service { get; init; }

    /// <summary>The host that was asked about, in normal form.</summary>
    public required string HostName { get; init; }

    /// <summary>The entry that covers it, itself or a host above it; null when there is none.</summary>
    public required string? MatchedHost { get; init; }

    /// <summary>The host's role in the service; null when it belongs to none.</summary>
    public required HostRole? Role { get; init; }

    /// <summary>Whether the policy's rule on social media applies: it does to no shared platform and to none of the school's own hosts.</summary>
    public required bool InScope { get; init; }

    /// <summary>The service's kind; null when the host belongs to none.</summary>
    public required ServiceKind? Kind { get; init; }

    /// <summary>Whether the policy names the service (SAF-2).</summary>
    public required bool NamedInPolicy { get; init; }

    /// <summary>The answer in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>Asks a catalogue about a host.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="host">In normal form.</param>
    internal static HostAnswer Of(ServiceCatalogue catalogue, string host)
    {
        var match = catalogue.Match(host);
        var service = match.Found ? catalogue.Services[match.ServiceIndex] : null;
        return new HostAnswer
        {
            Service = service?.Name,
            HostName = host,
            MatchedHost = catalogue.FindHost(host),
            Role = service is null ? null : match.Role,
            InScope = service is not null && match.Role != HostRole.SharedInfrastructure,
            Kind = service?.Kind,
            NamedInPolicy = service?.NamedInPolicy ?? false,
            Explanation = Explain(match, service?.Name),
        };
    }

    private static string Explain(HostMatch match, string? service) => match switch
    {
        { IsSchoolService: true } => "One of the school's own services: never social media.",
        { Found: false } => "It belongs to no service in the catalogue.",
        { Role: HostRole.Primary } => $"A person goes there to use {service}.",
        { Role: HostRole.Api } => $"The app or page of {service} talks to it.",
        { Role: HostRole.Media } => $"It carries images or video of {service}; other sites' pages show them too.",
        { Role: HostRole.Widget } => $"Other sites' pages embed it from {service}: alone it is no sign of a person's use.",
        { Role: HostRole.Background } => $"{service} uses it by itself, for push, telemetry or updates.",
        _ => $"{service} uses it, and so do others: never blocked, never counted alone.",
    };
}
