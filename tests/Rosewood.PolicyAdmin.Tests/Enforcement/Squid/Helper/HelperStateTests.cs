using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Helper;

/// <summary>The helper takes for Squid's what Squid's own list of hosts holds, and nothing else.</summary>
public sealed class HelperStateTests
{
    [Fact]
    public void All_that_lies_under_a_blocked_host_is_asked_about_and_nothing_else()
    {
        using var workspace = new TempWorkspace(TestConfig.School with { School = TestConfig.School.School with { OwnHosts = ["own.facebook.com", "rosewood.wordpress.com", "own.example"] } });
        var facts = EnforcementFacts.Load(workspace.Context("Publish-SocialMediaBlock"));
        var state = new HelperState(SnapshotFacts.Read(SnapshotWriter.Write(facts)));
        var asked = facts.Blocks.All.Select(h => h.Host).ToList();

        asked.Concat(facts.Blocks.Open).Where(h => !state.IsAskedAbout(h) || !state.IsAskedAbout("a.b." + h)).ShouldBeEmpty();
        facts.Blocks.Open.Contains("own.facebook.com", StringComparer.Ordinal).ShouldBeTrue();
        facts.Blocks.Open.Contains("rosewood.wordpress.com", StringComparer.Ordinal).ShouldBeTrue();
        var others = facts.Access.Catalogue.Services.SelectMany(s => s.Hosts).Select(h => h.Host).Concat(facts.Access.Catalogue.OwnHosts)
            .Except(UnderBlocked(asked, facts), StringComparer.Ordinal).ToList();
        others.Contains("own.example", StringComparer.Ordinal).ShouldBeTrue();
        others.Concat(["ordinary.example", "notfacebook.com", "com", "127.0.0.1", "[::1]", "", "."]).Where(state.IsAskedAbout).ShouldBeEmpty();
    }

    private static IEnumerable<string> UnderBlocked(IReadOnlyList<string> asked, EnforcementFacts facts)
    {
        var set = asked.ToHashSet(StringComparer.Ordinal);
        return facts.Access.Catalogue.Services.SelectMany(s => s.Hosts).Select(h => h.Host).Concat(facts.Access.Catalogue.OwnHosts)
            .Where(h => HostName.Parents(h).Prepend(h).Any(set.Contains));
    }
}
