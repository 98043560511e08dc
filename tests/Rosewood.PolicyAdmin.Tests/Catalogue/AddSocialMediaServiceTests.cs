using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class AddSocialMediaServiceTests
{
    [Fact]
    public async Task A_name_typed_with_a_combining_accent_is_kept_composed()
    {
        using var workspace = new TempWorkspace();
        var service = (await workspace.RunAsync(new AddSocialMediaService { Name = "Cafe\u0301 Chat", HostName = ["chat.cafe.example"] })).Of<SocialMediaService>().Single();
        service.Name.ShouldBe("Caf\u00E9 Chat");
    }

    [Fact]
    public async Task A_new_service_counts_from_now_on_and_is_in_the_audit_trail()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new AddSocialMediaService
        {
            Name = " Playground Chat ",
            HostName = ["https://Chat.Playground.example/login", "bücher.example"],
            Kind = ServiceKind.Messaging,
            Alias = ["PG"],
            NamedInPolicy = true,
        });

        var service = sink.Of<SocialMediaService>().ShouldHaveSingleItem();
        service.Name.ShouldBe("Playground Chat");
        service.Kind.ShouldBe(ServiceKind.Messaging);
        service.NamedInPolicy.ShouldBeTrue();
        service.Since.ShouldBe(new DateOnly(2026, 11, 24));
        service.Source.ShouldBe(ServiceSource.School);
        service.Hosts.ShouldBe([new("chat.playground.example", HostRole.Primary), new("xn--bcher-kva.example", HostRole.Primary)]);

        var catalogue = CatalogueLoader.Load(workspace.Context("Get-SocialMediaService"));
        catalogue.Services[catalogue.Match("www.chat.playground.example:443").ServiceIndex].Name.ShouldBe("Playground Chat");
        catalogue.Find("pg")!.Name.ShouldBe("Playground Chat");

        var entry = workspace.Store.Audit.Read().ShouldHaveSingleItem();
        entry.Clause.ShouldBe("USE-4");
        entry.Subject.ShouldBe("service:Playground Chat");
        entry.Command.ShouldBe("Add-SocialMediaService");
        entry.Before.ShouldBeNull();
        entry.After!.ShouldContain("chat.playground.example");
    }

    [Fact]
    public async Task What_is_added_or_removed_counts_from_the_answer()
    {
        using var workspace = new TempWorkspace();
        var began = workspace.Clock.Now;
        RecordingSink Slow() => new() { Meanwhile = () => workspace.Clock.Now += TimeSpan.FromMinutes(10) };

        await workspace.RunAsync(new AddSocialMediaService { Name = "Playground Chat", HostName = ["chat.playground.example", "m.playground.example"] }, sink: Slow());
        await workspace.RunAsync(new RemoveSocialMediaService { HostName = ["m.playground.example"] }, sink: Slow());
        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["Playground Chat"] }, sink: Slow());

        workspace.Store.Services.Load().Select(f => f.At - began).ShouldBe([TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)]);
    }

    [Fact]
    public async Task A_built_in_service_is_extended_through_its_alias_and_still_has_its_own_hosts()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new AddSocialMediaService { Name = "twitter", HostName = ["bird.example"], Role = HostRole.Media });
        var service = CatalogueLoader.Load(workspace.Context("x")).Find("X")!;
        service.Hosts.ShouldContain(new ServiceHost("bird.example", HostRole.Media));
        service.Hosts.ShouldContain(new ServiceHost("twimg.com", HostRole.Media));
        service.Kind.ShouldBe(ServiceKind.SocialNetwork);
        service.NamedInPolicy.ShouldBeTrue();
        service.Since.ShouldBe(ServiceCatalogue.BuiltIn.Find("X")!.Since);
        service.Source.ShouldBe(ServiceSource.School);
    }

    [Fact]
    public async Task A_hosts_role_changes_only_when_a_role_is_given()
    {
        using var workspace = new TempWorkspace();
        var same = await workspace.RunAsync(new AddSocialMediaService { Name = "X", HostName = ["t.co"] });
        same.Warnings.ShouldHaveSingleItem().ShouldContain("already");
        workspace.Store.Audit.Read().ShouldBeEmpty();

        await workspace.RunAsync(new AddSocialMediaService { Name = "X", HostName = ["t.co"], Role = HostRole.Primary });
        CatalogueLoader.Load(workspace.Context("x")).Match("t.co").Role.ShouldBe(HostRole.Primary);
        CatalogueLoader.Load(workspace.Context("x")).Find("X")!.Hosts.Count(h => string.Equals(h.Host, "t.co", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("com", "HostTooWide")]
    [InlineData("co.uk", "HostTooWide")]
    [InlineData("com.au", "HostTooWide")]
    [InlineData("kent.sch.uk", "HostTooWide")]
    [InlineData("cloudfront.net", "HostShared")]
    [InlineData("google.com", "HostShared")]
    [InlineData("facebook.com", "HostBelongsElsewhere")]
    [InlineData("chat.facebook.com", "HostBelongsElsewhere")]
    [InlineData("qq.com", "HostBelongsElsewhere")]
    [InlineData("rosewood.example", "HostIsSchools")]
    [InlineData("teams.microsoft.com", "HostIsSchools")]
    [InlineData("10.0.0.1", "HostInvalid")]
    [InlineData("two words", "HostInvalid")]
    public async Task A_host_that_is_too_wide_or_anothers_is_a_fault_and_nothing_changes(string host, string fault)
    {
        using var workspace = new TempWorkspace();
        (await workspace.FaultOfAsync(new AddSocialMediaService { Name = "Playground", HostName = ["fine.example", host] })).Id.ShouldBe(fault);
        workspace.Store.Services.Load().ShouldBeEmpty();
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_below_a_shared_platform_can_be_a_services_own()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new AddSocialMediaService { Name = "Video Nook", HostName = ["nook.skype.com", "d123.cloudfront.net"] });
        await workspace.RunAsync(new AddSocialMediaService { Name = "Video Nook", HostName = ["akamaihd.net"], Role = HostRole.SharedInfrastructure });
        var catalogue = CatalogueLoader.Load(workspace.Context("x"));
        catalogue.Services[catalogue.Match("nook.skype.com").ServiceIndex].Name.ShouldBe("Video Nook");
        catalogue.Match("x.akamaihd.net").Role.ShouldBe(HostRole.SharedInfrastructure);
    }

    [Theory]
    [InlineData("", "ServiceNameInvalid")]
    [InlineData("a*", "ServiceNameInvalid")]
    [InlineData("a,b", "ServiceNameInvalid")]
    [InlineData("Without a host", "ServiceNeedsHost")]
    public async Task A_name_that_cannot_be_one_or_has_no_host_is_a_fault(string name, string fault)
    {
        using var workspace = new TempWorkspace();
        (await workspace.FaultOfAsync(new AddSocialMediaService { Name = name })).Id.ShouldBe(fault);
    }

    [Fact]
    public async Task An_alias_of_another_service_is_taken()
    {
        using var workspace = new TempWorkspace();
        var fault = await workspace.FaultOfAsync(new AddSocialMediaService { Name = "Playground", HostName = ["a.example"], Alias = ["Hotmail"] });
        fault.Id.ShouldBe("ServiceNameTaken");
        fault.Message.ShouldContain("Outlook.com");
    }

    [Fact]
    public async Task A_service_that_was_switched_off_comes_back_as_shipped_without_naming_a_host()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new AddSocialMediaService { Name = "Snapchat", HostName = ["snap.example"] });
        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["Snapchat"] });
        await workspace.RunAsync(new AddSocialMediaService { Name = "snapchat" });
        var service = CatalogueLoader.Load(workspace.Context("x")).Find("Snapchat")!;
        service.ShouldBe(ServiceCatalogue.BuiltIn.Find("Snapchat"));
    }

    [Fact]
    public async Task Under_what_if_nothing_changes()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new AddSocialMediaService { Name = "Playground", HostName = ["a.example"] }, sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldBe([("Playground", "Add to the catalogue as Other, with a.example (Primary)")]);
        sink.Outputs.ShouldBeEmpty();
        workspace.Store.Services.Load().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_apostrophe_and_composed_letters_in_a_name_are_kept()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new AddSocialMediaService { Name = "O'Brien's Café", HostName = ["cafe.example"] });
        CatalogueLoader.Load(workspace.Context("x")).Find("o'brien's café")!.Hosts.ShouldHaveSingleItem();
    }
}
