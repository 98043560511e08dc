using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

/// <summary>Walks the whole catalogue that the product ships.</summary>
public sealed class CatalogueDataTests
{
    private static readonly string[] NamedInPolicy = ["Ask.fm", "Facebook", "Instagram", "Kik", "SureSpot", "Tumblr", "Viber", "WhatsApp", "X", "YouTube"];

    /// <summary>What an entry can have been checked against; docs/catalogue.md says what each is.</summary>
    private static readonly string[] Sources =
    [
        "v2fly", "adguard", "nextdns", "ndpi", "ut1", "citizenlab", "maigret", "sherlock", "whatsmyname", "2fa", "bangs", "thunderbird", "freemail", "disposable",
        "sinfonietta", "disconnect", "code",
    ];

    private static IReadOnlyList<SocialMediaService> Services => ServiceCatalogue.BuiltIn.Services;

    [Fact]
    public void It_fits_its_schema()
    {
        var schema = JsonSchema.FromText(Resource("catalogue.schema.json"));
        using var catalogue = JsonDocument.Parse(Resource("catalogue.json"));
        var result = schema.Evaluate(catalogue.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        var errors = (result.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}"));
        result.IsValid.ShouldBeTrue(string.Join('\n', errors));
    }

    [Theory]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\"a*\"")]
    [InlineData("kind", "\"Mail\"")]
    [InlineData("since", "\"1 September\"")]
    [InlineData("hosts", "{}")]
    [InlineData("hosts", """{ "Primary": ["Example.org"] }""")]
    [InlineData("hosts", """{ "Primary": ["example.org."] }""")]
    [InlineData("hosts", """{ "Primary": ["com"] }""")]
    [InlineData("hosts", """{ "Other": ["example.org"] }""")]
    [InlineData("sources", """["The Internet"]""")]
    [InlineData("unverified", "\"\"")]
    [InlineData("colour", "\"green\"")]
    public void The_schema_refuses_what_the_reader_refuses(string key, string value)
    {
        var service = JsonNode.Parse("""{ "name": "Example", "kind": "Other", "since": "2026-09-01", "hosts": { "Primary": ["example.org"] } }""")!;
        service[key] = JsonNode.Parse(value);
        var text = new JsonObject { ["services"] = new JsonArray(service) }.ToJsonString();
        using var document = JsonDocument.Parse(text);
        JsonSchema.FromText(Resource("catalogue.schema.json")).Evaluate(document.RootElement).IsValid.ShouldBeFalse();
        Should.Throw<PolicyAdmin.Commands.FaultException>(() => CatalogueReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "x.json", ServiceSource.School))
            .Fault.Id.ShouldBe("CatalogueInvalid");
    }

    [Fact]
    public void The_schemas_kinds_and_roles_are_the_codes()
    {
        var service = JsonNode.Parse(Resource("catalogue.schema.json"))!["$defs"]!["service"]!["properties"]!;
        service["kind"]!["enum"]!.AsArray().Select(k => (string)k!).ShouldBe(Enum.GetNames<ServiceKind>());
        service["hosts"]!["properties"]!.AsObject().Select(r => r.Key).ShouldBe(Enum.GetNames<HostRole>());
    }

    [Fact]
    public void It_has_at_least_200_services_with_every_kind_and_every_role()
    {
        Services.Count.ShouldBeGreaterThanOrEqualTo(200);
        Services.Select(s => s.Kind).Distinct().Order().ShouldBe(Enum.GetValues<ServiceKind>());
        Services.SelectMany(s => s.Hosts).Select(h => h.Role).Distinct().Order().ShouldBe(Enum.GetValues<HostRole>());
    }

    [Fact]
    public void Every_service_was_found_published_or_says_why_not()
    {
        foreach (var service in JsonNode.Parse(Resource("catalogue.json"))!["services"]!.AsArray())
        {
            var sources = service!["sources"]?.AsArray().Select(s => (string)s!).ToList() ?? [];
            sources.ShouldAllBe(n => Sources.Contains(n, StringComparer.Ordinal));
            (sources.Count > 0).ShouldNotBe(service["unverified"] is not null, (string)service["name"]!);
        }
    }

    [Fact]
    public void Where_each_entry_was_checked_is_told_in_the_docs_with_numbers_that_hold()
    {
        var services = JsonNode.Parse(Resource("catalogue.json"))!["services"]!.AsArray();
        var docs = Repository.Read("docs/catalogue.md");
        docs.ShouldContain($"{services.Count} services with {Services.Sum(s => s.Hosts.Count)} hosts");
        foreach (var source in Sources)
        {
            var count = services.Count(s => s!["sources"]?.AsArray().Any(n => string.Equals((string)n!, source, StringComparison.Ordinal)) == true);
            docs.ShouldMatch($@"\| `{source}` \|[^|\n]+\| {count} \|");
        }
    }

    [Fact]
    public void Each_kind_has_at_least_ten_services() =>
        Services.GroupBy(s => s.Kind).ShouldAllBe(k => k.Count() >= 10);

    [Fact]
    public void A_browsers_policy_of_1000_addresses_has_room_for_all_that_is_blocked_and_fifty_of_the_schools_own() =>
        BlockList.Of(ServiceCatalogue.BuiltIn).Blocked.Count.ShouldBeLessThanOrEqualTo(950);

    [Theory]
    [InlineData("Facebook", "facebook.com fb.com m.facebook.com scontent-lhr8-1.xx.fbcdn.net graph.facebook.com fbsbx.com fb.watch")]
    [InlineData("Twitter", "x.com twitter.com mobile.twitter.com api.x.com pbs.twimg.com abs.twimg.com video.twimg.com")]
    [InlineData("YouTube", "www.youtube.com m.youtube.com youtu.be music.youtube.com i.ytimg.com rr3---sn-cu-aigl6n.googlevideo.com youtubei.googleapis.com youtubekids.com")]
    [InlineData("Ask.fm", "ask.fm api.ask.fm")]
    [InlineData("Instagram", "www.instagram.com i.instagram.com scontent.cdninstagram.com ig.me")]
    [InlineData("Tumblr", "www.tumblr.com someone.tumblr.com 64.media.tumblr.com api.tumblr.com")]
    [InlineData("WhatsApp", "web.whatsapp.com g.whatsapp.net mmg.whatsapp.net wa.me")]
    [InlineData("Kik", "kik.com api.kik.com ws.kik.com profilepicsup.kik.com")]
    [InlineData("SureSpot", "surespot.me server.surespot.me")]
    [InlineData("Viber", "viber.com secure.viber.com dl-media.viber.com vbcdn.net")]
    public void Present_day_hosts_of_the_ten_are_blocked(string service, string hosts)
    {
        foreach (var host in hosts.Split(' '))
        {
            var match = ServiceCatalogue.BuiltIn.Match(host);
            Services[match.ServiceIndex].ShouldBe(ServiceCatalogue.BuiltIn.Find(service), host);
            BlockList.IsBlocked(match.Role).ShouldBeTrue(host);
        }
    }

    [Fact]
    public void The_ten_that_the_policy_names_are_flagged_and_no_others() =>
        Services.Where(s => s.NamedInPolicy).Select(s => s.Name).Order(StringComparer.Ordinal).ShouldBe(NamedInPolicy);

    [Fact]
    public void Every_host_stands_once_in_normal_form_and_is_not_too_wide()
    {
        var hosts = Services.SelectMany(s => s.Hosts).ToList();
        hosts.Select(h => h.Host).Distinct(StringComparer.Ordinal).Count().ShouldBe(hosts.Count);
        hosts.ShouldAllBe(h => HostName.Parse(h.Host) == h.Host);
        hosts.ShouldAllBe(h => !WideHosts.IsRegistry(h.Host));
        hosts.Where(h => WideHosts.IsPlatform(h.Host)).ShouldAllBe(h => h.Role == HostRole.SharedInfrastructure);
    }

    [Fact]
    public void Every_service_has_a_host_that_people_go_to_and_every_host_leads_back_to_it()
    {
        for (var i = 0; i < Services.Count; i++)
        {
            Services[i].Hosts.ShouldContain(h => h.Role == HostRole.Primary, Services[i].Name);
            foreach (var host in Services[i].Hosts)
            {
                ServiceCatalogue.BuiltIn.Match(host.Host).ShouldBe(new HostMatch(i, host.Role), host.Host);
                ServiceCatalogue.BuiltIn.Match("sub." + host.Host).ServiceIndex.ShouldBe(i, host.Host);
            }
        }
    }

    [Fact]
    public void Names_and_aliases_are_unique_sorted_and_lead_to_their_service()
    {
        Services.Select(s => s.Name).ShouldBe(Services.Select(s => s.Name).Order(StringComparer.OrdinalIgnoreCase));
        foreach (var service in Services)
        {
            service.Source.ShouldBe(ServiceSource.BuiltIn);
            service.Aliases.Prepend(service.Name).ShouldAllBe(n => ServiceCatalogue.BuiltIn.Find(n) == service);
        }
    }

    [Theory]
    [InlineData("login.live.com")]
    [InlineData("accounts.google.com")]
    [InlineData("drive.google.com")]
    [InlineData("docs.google.com")]
    [InlineData("classroom.google.com")]
    [InlineData("meet.google.com")]
    [InlineData("outlook.office.com")]
    [InlineData("teams.microsoft.com")]
    [InlineData("www.bbc.co.uk")]
    [InlineData("www.sky.com")]
    [InlineData("www.bt.com")]
    [InlineData("www.aol.com")]
    [InlineData("www.yahoo.com")]
    [InlineData("push.apple.com")]
    [InlineData("a1.akamaihd.net")]
    [InlineData("d111111abcdef8.cloudfront.net")]
    [InlineData("www.teacherstoparents.co.uk")]
    [InlineData("www.gov.uk")]
    [InlineData("fonts.googleapis.com")]
    [InlineData("ajax.googleapis.com")]
    [InlineData("fonts.gstatic.com")]
    [InlineData("lh3.googleusercontent.com")]
    [InlineData("www.google.com")]
    [InlineData("login.microsoftonline.com")]
    [InlineData("graph.microsoft.com")]
    [InlineData("storage.googleapis.com")]
    [InlineData("s3.amazonaws.com")]
    [InlineData("github.com")]
    [InlineData("stackoverflow.com")]
    [InlineData("www.wikipedia.org")]
    [InlineData("translate.google.com")]
    [InlineData("zoom.us")]
    [InlineData("appleid.apple.com")]
    [InlineData("www.virginmedia.com")]
    [InlineData("www.talktalk.co.uk")]
    [InlineData("scratch.mit.edu")]
    public void What_a_school_needs_is_not_swept_up(string host) => ServiceCatalogue.BuiltIn.Match(host).ShouldBe(HostMatch.None);

    [Theory]
    [InlineData("config.edge.skype.com")]
    [InlineData("eur01.prod.outlook.com")]
    [InlineData("gateway.icloud.com")]
    [InlineData("i0.wp.com")]
    [InlineData("secure.gravatar.com")]
    [InlineData("s.yimg.com")]
    public void What_office_and_other_sites_share_is_shared_infrastructure(string host) =>
        ServiceCatalogue.BuiltIn.Match(host).Role.ShouldBe(HostRole.SharedInfrastructure);

    private static string Resource(string name)
    {
        using var stream = typeof(ServiceCatalogue).Assembly.GetManifestResourceStream("Rosewood.PolicyAdmin.Catalogue." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
