using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Catalogue;

public sealed class GetSocialMediaServiceTests
{
    [Theory]
    [InlineData("face*", "Facebook,FaceFlow,FaceTime,Messenger")]
    [InlineData("TWITTER", "X")]
    [InlineData("*tube", "DTube,PeerTube,Rutube,YouTube")]
    [InlineData("?iber", "Viber")]
    [InlineData("nonesuch*", "")]
    public async Task Names_and_aliases_are_found_in_any_case_with_wildcards(string name, string expected)
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new GetSocialMediaService { Name = [name] });
        string.Join(',', sink.Of<SocialMediaService>().Select(s => s.Name)).ShouldBe(expected, StringCompareShould.IgnoreCase);
        sink.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plain_name_that_is_not_there_is_a_fault_and_the_others_are_still_given()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new GetSocialMediaService { Name = ["Nonesuch", "Kik"] });
        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("ServiceNotFound");
        sink.Of<SocialMediaService>().ShouldHaveSingleItem().Name.ShouldBe("Kik");
    }

    [Fact]
    public async Task Near_names_are_told_wherever_a_service_is_not_found()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var asked = (await workspace.RunAsync(new GetSocialMediaService { Name = ["facebok"] })).Faults.ShouldHaveSingleItem();
        var granted = await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["n.obrien"], Service = ["facebok"], AuthorisedBy = "head", Reason = "Fair" });
        var removed = await workspace.FaultOfAsync(new RemoveSocialMediaService { Name = ["facebok"] });

        asked.Message.ShouldContain("Did you mean Facebook");
        granted.ShouldBe(asked);
        removed.ShouldBe(asked);
    }

    [Fact]
    public async Task A_kind_gives_its_services_alone()
    {
        using var workspace = new TempWorkspace();
        var services = (await workspace.RunAsync(new GetSocialMediaService { Kind = ServiceKind.WebMail })).Of<SocialMediaService>().ToList();
        services.ShouldContain(s => s.Name == "Gmail");
        services.ShouldAllBe(s => s.Kind == ServiceKind.WebMail);
    }

    [Fact]
    public async Task A_host_is_answered_with_its_service_role_and_scope()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new GetSocialMediaService
        {
            HostName = ["https://Graph.Facebook.com/me", "www.bbc.co.uk", "edge.skype.com", "mail.rosewood.example", "no host"],
        });
        var answers = sink.Of<HostAnswer>().ToList();
        answers.Select(a => (a.Service, a.HostName, a.MatchedHost, a.Role, a.InScope)).ShouldBe(
        [
            ("Facebook", "graph.facebook.com", "graph.facebook.com", HostRole.Api, true),
            (null, "www.bbc.co.uk", null, null, false),
            ("Skype", "edge.skype.com", "skype.com", HostRole.SharedInfrastructure, false),
            (null, "mail.rosewood.example", "rosewood.example", null, false),
        ]);
        answers[0].NamedInPolicy.ShouldBeTrue();
        answers[0].Kind.ShouldBe(ServiceKind.SocialNetwork);
        answers[3].Explanation.ShouldContain("school's own");
        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("HostInvalid");
    }

    [Fact]
    public async Task With_names_only_their_hosts_are_answered()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(new GetSocialMediaService { Name = ["Twitter"], HostName = ["t.co", "kik.com", "www.bbc.co.uk"] });
        sink.Of<HostAnswer>().ShouldHaveSingleItem().HostName.ShouldBe("t.co");
    }

    [Fact]
    public async Task It_answers_anyone_from_the_built_in_catalogue_without_a_workspace()
    {
        var command = CommandTable.For(typeof(GetSocialMediaService));
        command.Roles.ShouldBe(RoleSet.None);
        command.Needs.ShouldBe(WorkspaceNeed.Optional);
        var sink = new RecordingSink();
        var context = new CommandContext(command.Name, new Operator("nobody", Person: null, RoleSet.None), TimeProvider.System, workspace: null);
        await command.CreateHandler().HandleAsync(new GetSocialMediaService { HostName = ["x.com"] }, context, sink, CancellationToken.None);
        sink.Of<HostAnswer>().ShouldHaveSingleItem().Service.ShouldBe("X");
    }
}
