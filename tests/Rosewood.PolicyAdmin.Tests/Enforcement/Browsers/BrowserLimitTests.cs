using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Browsers;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

/// <summary>Browsers pass over what is beyond a list's limit without a word: the plan never is, and never in silence.</summary>
public sealed class BrowserLimitTests : IDisposable
{
    private const int Limit = 1000;
    private readonly TempWorkspace _workspace = new();

    private EnforcementFacts Facts => EnforcementFacts.Load(_workspace.Context("x"));

    [Fact]
    public void The_catalogue_that_is_shipped_fits()
    {
        var hosts = BrowserHosts.Of(Facts, new HashSet<string>(StringComparer.Ordinal));
        hosts.Notes.ShouldBeEmpty();
        hosts.Rules.Blocked.Count().ShouldBeInRange(1, Limit);
        hosts.Rules.Open.Count().ShouldBeInRange(1, Limit);
        Facts.Blocks.All.ShouldAllBe(h => hosts.Rules.Blocks(h.Host));
    }

    [Theory]
    [InlineData(EnforcementFormat.Chrome)]
    [InlineData(EnforcementFormat.Chromium)]
    [InlineData(EnforcementFormat.Edge)]
    [InlineData(EnforcementFormat.Firefox)]
    public async Task Of_too_many_services_those_that_the_policy_names_come_first_and_the_rest_is_named(EnforcementFormat format)
    {
        var services = Enumerable.Range(0, 1200).Select(i => BrowserSchool.Service(
            Name(i),
            named: i >= 1100,
            new ServiceHost($"s{i}.example", HostRole.Primary),
            new ServiceHost($"t{i}.example", HostRole.Media)));
        var facts = Facts.With(ServiceCatalogue.Of([.. services]));
        foreach (var platform in Enum.GetValues<BrowserPlatform>())
        {
            var (plan, policy) = await BrowserSchool.ReadAsync(BrowserSchool.Target(format, platform), facts);
            var blocked = BrowserSchool.Hosts(policy, blocked: true).ToHashSet(StringComparer.Ordinal);
            blocked.Count.ShouldBe(Limit);
            Enumerable.Range(1100, 100).ShouldAllBe(i => blocked.Contains($"s{i}.example") && blocked.Contains($"t{i}.example"));
            var left = plan.Notes.Single(n => n.Contains("are not blocked in it", StringComparison.Ordinal));
            for (var i = 0; i < 1200; i++)
            {
                left.Contains(Name(i), StringComparison.Ordinal).ShouldBe(!blocked.Contains($"s{i}.example"), Name(i));
            }
        }

        static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"Service {i:D4}!");
    }

    [Property(MaxTest = 300)]
    public Property Whatever_does_not_fit_is_named()
    {
        var facts = Facts;
        var label = Gen.Elements("a", "b", "c");
        var host = label.ListOf().Where(l => l.Count is > 0 and < 5).Select(l => string.Join('.', l.Append("example")));
        var services = Gen.Zip(host, Gen.Elements(Enum.GetValues<HostRole>())).ListOf().Where(l => l.Count is > 0 and < 5).ListOf().Select(l => l.Take(9).ToList());
        return Prop.ForAll(
            Gen.Zip(Gen.Choose(1, 8), Gen.Zip(services, host.ListOf())).ToArbitrary(),
            sample =>
            {
                var (limit, (made, own)) = sample;
                var catalogue = ServiceCatalogue.Of([.. made.Select((s, i) => BrowserSchool.Service($"Service {i}!", i % 2 == 0, [.. s.DistinctBy(h => h.Item1, StringComparer.Ordinal).Select(h => new ServiceHost(h.Item1, h.Item2))]))]).With([], [], own);
                var changed = facts.With(catalogue);

                var hosts = BrowserHosts.Of(changed, new HashSet<string>(StringComparer.Ordinal), limit);

                hosts.Rules.Blocked.Count().ShouldBeLessThanOrEqualTo(limit);
                hosts.Rules.Open.Count().ShouldBeLessThanOrEqualTo(limit);
                changed.Blocks.All.ShouldAllBe(h => hosts.Rules.Blocks(h.Host) || hosts.Notes.Any(n => n.Contains(h.Service, StringComparison.Ordinal)));
                changed.Blocks.Open.ShouldAllBe(h => !hosts.Rules.Blocks(h) || hosts.Notes.Any(n => n.Contains(h, StringComparison.Ordinal)));
            });
    }

    public void Dispose() => _workspace.Dispose();
}
