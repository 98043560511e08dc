using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>Rulings as an audit asks for them (COM-4). Immutable, without I/O.</summary>
/// <param name="rulings">All rulings, oldest first.</param>
public sealed class RulingSet(IReadOnlyList<RecordedRuling> rulings)
{
    /// <summary>No ruling.</summary>
    public static RulingSet Empty { get; } = new([]);

    /// <summary>
    /// The ruling that permitted a mail system at an instant; null where none did. Where several held, the one recorded last counts: SLT may
    /// have thought better of it.
    /// </summary>
    /// <param name="domain">The system's domain, lower case; null: not known.</param>
    /// <param name="utcTicks">The instant.</param>
    public SltRulingFact? Permitting(string? domain, long utcTicks) =>
        domain is { Length: > 0 } && rulings.LastOrDefault(r => r.StatusAt(utcTicks) == RulingStatus.Active && Covers(r.Fact.Domain, domain)) is { Fact.Ruling: RulingKind.Permitted } found
            ? found.Fact
            : null;

    /// <summary>A domain covers what lies below it; one of a known mail provider covers the provider's others, which its mail goes by too.</summary>
    private static bool Covers(string? ruled, string domain) => ruled is not null
        && (MailDomainName.IsWithin(domain, ruled)
            || (ConsumerMail.ProviderOf(ruled) is { } provider && string.Equals(ConsumerMail.ProviderOf(domain), provider, StringComparison.Ordinal)));
}
