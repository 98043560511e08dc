using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class HostClassifierTests
{
    [Fact]
    public void It_answers_as_the_catalogue_does_however_many_hosts_it_has_seen()
    {
        var random = new Random(8);
        var known = ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Hosts).Select(h => h.Host).ToArray();
        var hosts = Enumerable.Range(0, 30_000)
            .Select(i => i % 3 == 0 ? known[random.Next(known.Length)] : string.Create(CultureInfo.InvariantCulture, $"h{random.Next(20_000)}.{(i % 2 == 0 ? "example" : "not" + known[random.Next(known.Length)])}"))
            .ToArray();
        var classifier = new HostClassifier(ServiceCatalogue.BuiltIn);
        for (var round = 0; round < 2; round++)
        {
            foreach (var host in hosts)
            {
                classifier.Classify(Encoding.ASCII.GetBytes(host)).Match.ShouldBe(ServiceCatalogue.BuiltIn.Match(host), host);
            }
        }
    }

    [Theory]
    [InlineData("dns.google", "EncryptedDns")]
    [InlineData("mozilla.cloudflare-dns.com", "EncryptedDns")]
    [InlineData("DNS.Quad9.net", "EncryptedDns")]
    [InlineData("api.nordvpn.com", "Vpn")]
    [InlineData("notnordvpn.com", "None")]
    [InlineData("www.rosewood.example", "None")]
    public void Hidden_traffic_is_told(string host, string kind) =>
        new HostClassifier(ServiceCatalogue.BuiltIn).Classify(Encoding.ASCII.GetBytes(host)).Hidden.ToString().ShouldBe(kind);

    [Fact]
    public void What_coverage_counts_as_outside_resolvers_is_what_dns_targets_refuse()
    {
        foreach (var bypass in BypassHost.All.Where(b => !b.IsSignal))
        {
            HiddenTraffic.Of(Encoding.ASCII.GetBytes(bypass.Host)).ShouldBe(HiddenTrafficKind.EncryptedDns, bypass.Host);
        }

        HiddenTraffic.Of("family.adguard-dns.com"u8).ShouldBe(HiddenTrafficKind.EncryptedDns);
        BypassHost.All.ShouldContain(b => b.Host.Equals("doh.pub", StringComparison.Ordinal));
        BypassHost.All.Select(b => b.Host).Distinct(StringComparer.Ordinal).Count().ShouldBe(BypassHost.All.Count);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::a", false)]
    [InlineData("intranet", true)]
    [InlineData("a.example", true)]
    public void An_address_is_no_name(string host, bool named) =>
        new HostClassifier(ServiceCatalogue.BuiltIn).Classify(Encoding.ASCII.GetBytes(host)).IsNamed.ShouldBe(named);
}
