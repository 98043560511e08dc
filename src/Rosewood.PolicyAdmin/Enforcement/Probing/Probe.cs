using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Enforcement.Probing;

/// <summary>Whom and what a test tries.</summary>
internal sealed class ProbeScope
{
    /// <summary>As whom; null: as whoever the target's configuration names, else as nobody.</summary>
    public Person? Person { get; init; }

    /// <summary>The login that the target knows the person by; null: their first login name.</summary>
    public string? Login { get; init; }

    /// <summary>Their password, where the target asks for one.</summary>
    public string? Password { get; init; }

    /// <summary>The services to try, by name; empty: one of those that the policy names, and one host that belongs to none.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The services to try.</summary>
    public IEnumerable<SocialMediaService> ServicesOf(ServiceCatalogue catalogue) => Services.Count > 0
        ? Services.Select(catalogue.Find).OfType<SocialMediaService>()
        : catalogue.Services.Where(static s => s.NamedInPolicy && s.Hosts.Any(static h => h.Role == HostRole.Primary)).Take(1);

    /// <summary>Set by the driver that gives no probes: why nothing can be tried from here, and what to do instead.</summary>
    public string? WhyNot { get; set; }
}

/// <summary>One thing to try.</summary>
/// <param name="Host">The host.</param>
/// <param name="Service">Its service; null for the control, a host that is not blocked.</param>
/// <param name="ExpectAllowed">What the decision says.</param>
/// <param name="Reason">Why it says so, in words.</param>
internal sealed record Probe(string Host, string? Service, bool ExpectAllowed, string Reason)
{
    /// <summary>The login to try it with; null: none.</summary>
    public string? Login { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>This machine's address as the target sees it, or null.</summary>
    public string? SourceAddress { get; init; }
}

/// <summary>What a probe found.</summary>
/// <param name="Allowed">Whether the access went through; null: it could not be found out.</param>
/// <param name="Result">What came back, in words: <c>403 with the reason NoGrant</c>, <c>NXDOMAIN</c>, <c>ERR_BLOCKED_BY_ADMINISTRATOR</c>.</param>
internal sealed record ProbeFinding(bool? Allowed, string Result);
