using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class RemoveSocialMediaServiceTests
{
    [Fact]
    public async Task A_built_in_service_is_switched_off_with_an_audit_entry()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["goodreads"] });
        var catalogue = CatalogueLoader.Load(workspace.Context("x"));
        catalogue.Find("Goodreads").ShouldBeNull();
        catalogue.Match("www.goodreads.com").Found.ShouldBeFalse();
        var entry = workspace.Store.Audit.Read().ShouldHaveSingleItem();
        entry.Clause.ShouldBe("USE-4");
        entry.Before!.ShouldContain("goodreads.com");
        entry.After.ShouldBeNull();
        var fact = workspace.Store.Services.Load().ShouldHaveSingleItem();
        fact.OperatorId.ShouldBe(TempWorkspace.Technician.Id);
        fact.At.ShouldBe(workspace.Clock.Now);
    }

    [Fact]
    public async Task What_the_policy_names_needs_force()
    {
        using var workspace = new TempWorkspace();
        (await workspace.FaultOfAsync(new RemoveSocialMediaService { Name = ["Goodreads", "twitter"] })).Id.ShouldBe("ServiceNamedInPolicy");
        (await workspace.FaultOfAsync(new RemoveSocialMediaService { HostName = ["x.com"] })).Id.ShouldBe("ServiceNamedInPolicy");
        workspace.Store.Services.Load().ShouldBeEmpty();

        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["Goodreads", "twitter"], Force = true });
        CatalogueLoader.Load(workspace.Context("x")).Find("X").ShouldBeNull();
        workspace.Store.Audit.Read().Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_school_added_to_a_named_service_goes_without_force_and_leaves_it_as_shipped()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new AddSocialMediaService { Name = "YouTube", HostName = ["tube.example"] });
        await workspace.RunAsync(new RemoveSocialMediaService { HostName = ["tube.example"] });
        CatalogueLoader.Load(workspace.Context("x")).Find("YouTube").ShouldBe(ServiceCatalogue.BuiltIn.Find("YouTube"));
    }

    [Fact]
    public async Task The_schools_own_service_is_taken_back_and_can_be_added_anew()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new AddSocialMediaService { Name = "Playground", HostName = ["a.example", "b.example"], Kind = ServiceKind.Blog });
        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["playground"] });
        CatalogueLoader.Load(workspace.Context("x")).Match("a.example").Found.ShouldBeFalse();
        await workspace.RunAsync(new AddSocialMediaService { Name = "Playground", HostName = ["b.example"] });
        var service = CatalogueLoader.Load(workspace.Context("x")).Find("Playground")!;
        service.Hosts.ShouldBe([new ServiceHost("b.example", HostRole.Primary)]);
        service.Kind.ShouldBe(ServiceKind.Other);
    }

    [Fact]
    public async Task A_single_host_can_be_taken_out_of_a_built_in_service()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["iCloud Mail"], HostName = ["www.icloud.com"] });
        var catalogue = CatalogueLoader.Load(workspace.Context("x"));
        catalogue.Match("www.icloud.com").Role.ShouldBe(HostRole.SharedInfrastructure);
        catalogue.Match("mail.icloud.com").Role.ShouldBe(HostRole.Primary);
    }

    [Fact]
    public async Task The_last_host_an_unknown_host_and_an_unknown_service_are_faults()
    {
        using var workspace = new TempWorkspace();
        (await workspace.FaultOfAsync(new RemoveSocialMediaService { HostName = ["mewe.com"] })).Id.ShouldBe("ServiceLastHost");
        (await workspace.FaultOfAsync(new RemoveSocialMediaService { HostName = ["www.mewe.com"] })).Id.ShouldBe("HostNotFound");
        (await workspace.FaultOfAsync(new RemoveSocialMediaService { Name = ["MeWe"], HostName = ["minds.com"] })).Id.ShouldBe("HostNotInService");
        (await workspace.FaultOfAsync(new RemoveSocialMediaService { Name = ["Nonesuch"] })).Id.ShouldBe("ServiceNotFound");
        (await workspace.FaultOfAsync(new RemoveSocialMediaService())).Id.ShouldBe("NothingToRemove");
        workspace.Store.Services.Load().ShouldBeEmpty();
    }

    [Fact]
    public async Task Under_what_if_nothing_changes()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new RemoveSocialMediaService { Name = ["MeWe"] }, sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Target.ShouldBe("MeWe");
        workspace.Store.Services.Load().ShouldBeEmpty();
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }
}
