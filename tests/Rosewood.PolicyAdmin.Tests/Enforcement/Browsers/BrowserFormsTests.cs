using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

/// <summary>The same facts give the same policy on every platform, whatever the names in it.</summary>
public sealed class BrowserFormsTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    private EnforcementFacts Facts => EnforcementFacts.Load(_workspace.Context("x"));

    [Property(MaxTest = 60)]
    public Property Every_platform_holds_the_same_policy_for_the_same_facts()
    {
        var facts = Facts;
        var label = Gen.Elements("a", "b", "c", "xn--bcher-kva", "0", "a-b");
        var host = label.ListOf().Where(l => l.Count is > 0 and < 5).Select(l => string.Join('.', l.Append("example")));
        var entry = Gen.Zip(host, Gen.Elements(Enum.GetValues<HostRole>()));
        var services = Gen.Zip(Text(), entry.ListOf().Where(l => l.Count is > 0 and < 6)).ListOf().Select(l => l.Take(8).ToList());
        return Prop.ForAll(
            Gen.Zip(Text(), Gen.Zip(services, host.ListOf())).ToArbitrary(),
            sample =>
            {
                var (name, (made, own)) = sample;
                var school = made.Select((s, i) => BrowserSchool.Service($"{s.Item1} {i}", i % 2 == 0, [.. s.Item2.DistinctBy(h => h.Item1, StringComparer.Ordinal).Select(h => new ServiceHost(h.Item1, h.Item2))]));
                var changed = facts.With(ServiceCatalogue.Of([.. school]).With([], [], own));
                foreach (var browser in BrowserSchool.Browsers)
                {
                    var policies = Enum.GetValues<BrowserPlatform>()
                        .Select(p => BrowserSchool.ReadAsync(BrowserSchool.Target(browser, p, name), changed).GetAwaiter().GetResult())
                        .ToList();
                    policies.ShouldAllBe(p => JsonNode.DeepEquals(p.Policy, policies[0].Policy));
                    policies.ShouldAllBe(p => Path.GetFullPath(p.Plan.Entry.Path).StartsWith(Path.GetFullPath(facts.Paths.Feeds), StringComparison.Ordinal));
                    policies.SelectMany(p => Path.GetFileName(p.Plan.Entry.Path)).ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || "-_.".Contains(c));
                    foreach (var known in changed.Access.Catalogue.Services.SelectMany(s => s.Hosts.Select(h => h.Host)).Concat(own))
                    {
                        var match = changed.Access.Catalogue.Match(known);
                        var lost = policies[0].Plan.Notes.Any(n => n.Contains(known, StringComparison.Ordinal));
                        (BrowserSchool.Blocks(policies[0].Policy, known) || lost).ShouldBe((match.Found && BlockList.IsBlocked(match.Role)) || lost, known);
                    }
                }
            });
    }

    [Theory]
    [InlineData("Zoë's \"list\" #1 100% <x> & co")]
    [InlineData("two\r\nlines\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n\"x\"=\"y\"")]
    [InlineData("</string><key>URLAllowlist</key>")]
    [InlineData("../../etc/passwd")]
    [InlineData("学校 🏫 ‮gnirts")]
    [InlineData("\0\u0001\ufffe")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa🏫 cut between halves")]
    public async Task A_targets_name_changes_nothing_of_the_policy(string name)
    {
        foreach (var browser in BrowserSchool.Browsers)
        {
            foreach (var platform in Enum.GetValues<BrowserPlatform>())
            {
                var plain = await BrowserSchool.ReadAsync(BrowserSchool.Target(browser, platform), Facts);
                var odd = await BrowserSchool.ReadAsync(BrowserSchool.Target(browser, platform, name), Facts);
                JsonNode.DeepEquals(odd.Policy, plain.Policy).ShouldBeTrue();
                Path.GetDirectoryName(odd.Plan.Entry.Path).ShouldBe(Path.GetDirectoryName(plain.Plan.Entry.Path));
            }
        }
    }

    [Fact]
    public async Task What_is_set_is_the_block_and_the_ways_around_it()
    {
        foreach (var browser in BrowserSchool.Browsers)
        {
            var (_, policy) = await BrowserSchool.ReadAsync(BrowserSchool.Target(browser), Facts);
            if (browser == EnforcementFormat.Firefox)
            {
                policy.Select(p => p.Key).ShouldBe(["WebsiteFilter", "DNSOverHTTPS", "Preferences"]);
                policy["DNSOverHTTPS"]!.ToJsonString().ShouldBe("""{"Enabled":false,"Locked":true}""");
                policy["Preferences"]!.ToJsonString().ShouldBe("""{"network.http.http3.enable":{"Value":false,"Status":"locked"}}""");
                policy["WebsiteFilter"]!["Block"]!.AsArray().ShouldContain(e => e!.GetValue<string>() == "*://*.facebook.com/*");
            }
            else
            {
                policy["QuicAllowed"]!.GetValue<bool>().ShouldBeFalse();
                policy["DnsOverHttpsMode"]!.GetValue<string>().ShouldBe("off");
                BrowserSchool.Blocks(policy, "facebook.com").ShouldBeTrue();
            }
        }
    }

    public void Dispose() => _workspace.Dispose();

    private static Gen<string> Text() => Gen.Elements("a", "Z", " ", "\"", "'", "\n", "\r", "\t", "#", "%", "%20", "\\", "&", "<", ">", "[", "]", "é", "ü", "学", "🏫", "\u202e", "\uf000", "\0", "..", "/")
        .ListOf().Select(l => string.Concat(l.Take(60))).Where(t => t.Length > 0);
}
