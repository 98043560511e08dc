using Rosewood.PolicyAdmin.Enforcement.Addresses;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Who may ask for what: networks and addresses cut into pieces that do not overlap, with what is open to each.</summary>
/// <param name="Pieces">Where something is open; everywhere else nothing is.</param>
/// <param name="Openings">Whom the target lets through.</param>
/// <param name="Widenings">What would let others in.</param>
/// <param name="Notes">What can't be said, for the technician.</param>
/// <param name="NextChange">When it changes by itself, or null.</param>
internal sealed record DnsClients(
    IReadOnlyList<(AddressPrefix Prefix, OpenServices Open)> Pieces,
    IReadOnlyList<Opening> Openings,
    IReadOnlyList<Widening> Widenings,
    IReadOnlyList<string> Notes,
    DateTimeOffset? NextChange)
{
    /// <summary>The pieces to which everything is open.</summary>
    public IReadOnlyList<AddressPrefix> Free => [.. Pieces.Where(p => p.Open.IsAll).Select(p => p.Prefix)];

    /// <summary>The pieces to which some services are open, by what is.</summary>
    public IReadOnlyList<(OpenServices Open, IReadOnlyList<AddressPrefix> Prefixes)> Narrow =>
        [.. Pieces.Where(p => !p.Open.IsAll)
            .GroupBy(p => p.Open.Mask, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (new OpenServices(g.Key), (IReadOnlyList<AddressPrefix>)[.. g.Select(p => p.Prefix)]))];

    /// <summary>Everybody by the decision at the facts' instant.</summary>
    public static DnsClients Of(EnforcementFacts facts, bool force)
    {
        var networks = new DnsNetworks(facts);
        var people = new DnsOpenings(facts, networks, force, hasViews: true);
        people.Add();
        var pieces = AddressSpace.Cut(networks.All(people.Extra), networks.Nothing);
        return new DnsClients(pieces, people.Openings, people.Widenings, [.. networks.Notes, .. people.Notes], WhenNext(facts, networks));
    }

    /// <summary>Everybody, for a format that answers all alike.</summary>
    public static DnsClients Alike(EnforcementFacts facts)
    {
        var networks = new DnsNetworks(facts);
        var people = new DnsOpenings(facts, networks, force: false, hasViews: false);
        people.Add();
        return new DnsClients([], [], people.Widenings, networks.NotesWithoutViews, NextChange: null);
    }

    /// <summary>A bell counts only where own devices may ask.</summary>
    private static DateTimeOffset? WhenNext(EnforcementFacts facts, DnsNetworks networks)
    {
        var bell = networks.HasOwn ? facts.Access.Calendar.BellAfter(facts.At.UtcTicks) : long.MaxValue;
        var next = Math.Min(bell, facts.NextChange()?.UtcTicks ?? long.MaxValue);
        return next == long.MaxValue ? null : new DateTimeOffset(next, TimeSpan.Zero);
    }
}
