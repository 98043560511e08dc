using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Browsers;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Feeds;

/// <summary>
/// Lists that firewalls fetch. A list knows no persons: a service that it left out would be open to everybody behind the firewall, pupils
/// too, for as long as the firewall keeps its copy. So it never opens anything, not even by force; whoever has a grant is a member of
/// the group that the firewall's rule exempts, which a Group target keeps.
/// </summary>
internal sealed class FeedDriver : IEnforcementDriver
{
    private const string Everybody = "everyone behind the firewall";

    /// <inheritdoc/>
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        ArgumentNullException.ThrowIfNull(target);
        var feed = FeedLines.Of(target.Format, facts);
        var path = TargetPath.Of(target, facts.Paths, FeedFormat.Of(target.Format).Extension);
        var text = string.Concat(FeedSyntax.Head(target.Format).Concat(feed.Lines).Select(l => l + "\n"));
        DeviceClass[] classes = [DeviceClass.School, DeviceClass.SchoolMobile];
        var granted = classes.SelectMany(c => GrantedServices.OfAll(facts, c)).Where(g => g.GrantId is not null).DistinctBy(g => (g.Person.Id, g.GrantId)).ToList();
        var notes = FeedNotes.Of(target, facts, feed);
        if (granted.Count > 0)
        {
            notes = notes.Append("Grants are in force, and a feed can't hold them: make those people exempt on the firewall by its directory group, which a Group target keeps.");
        }

        return new TargetPlan(new PlannedFile(path, PolicyFile.Utf8.GetBytes(text)))
        {
            Widenings = [.. granted.Select(g => new Widening(g.Person.Id, g.GrantId, GrantedServices.Describe(g.Services, facts), Everybody, Made: false) { CanBeForced = false })],
            Notes = [.. notes],
        };
    }

    /// <inheritdoc/>
    public async Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        string? wrong;
        try
        {
            wrong = FeedSyntax.FindWrong(target.Format, PolicyFile.Utf8.GetString(await File.ReadAllBytesAsync(stagedEntry, cancellationToken).ConfigureAwait(false)));
        }
        catch (System.Text.DecoderFallbackException e)
        {
            wrong = e.Message;
        }

        return wrong is null ? null : throw EnforcementFaults.CheckFailed(target.Name, "Reading the feed again", wrong).ToException();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope)
    {
        scope.WhyNot = $"The firewall fetches {TargetPath.Of(target, facts.Paths, FeedFormat.Of(target.Format).Extension)} at its own interval. Look there when it last did and how many entries it took, as docs/targets/feeds.md shows, then open a blocked site on a school device.";
        return [];
    }

    /// <inheritdoc/>
    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) =>
        Task.FromResult(new ProbeFinding(Allowed: null, "a feed can't be asked"));
}
