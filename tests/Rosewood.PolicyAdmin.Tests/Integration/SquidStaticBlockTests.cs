using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Squid under the static form's ACL files, without a helper.</summary>
public sealed class SquidStaticBlockTests
{
    private const string Facebook = "www.facebook.com";

    [Fact]
    public async Task Each_person_gets_on_each_device_what_the_decision_gives_them_and_a_due_publication_ends_it()
    {
        await using var block = await SquidBlock.StartAsync([Facebook, "x.com", "notfacebook.com", "ordinary.example", "example.com"], static policy => policy["enforcement"]!["targets"]![0]!["format"] = "Static");
        var grant = block.Grant("deputy", DateTimeOffset.UtcNow.AddMinutes(50), "Facebook");

        block.Publish().Outcome.ShouldBe(PublicationOutcome.Proved);

        foreach (var (user, client, host, open) in new[]
        {
            ("n.obrien", SquidBlock.SchoolPc, Facebook, false),
            ("n.obrien", SquidBlock.OwnPhone, Facebook, false),
            ("stranger", SquidBlock.SchoolPc, Facebook, false),
            ("d.puty", SquidBlock.SchoolPc, Facebook, true),
            ("d.puty@rosewood.example", SquidBlock.Elsewhere, Facebook, true),
            ("d.puty", SquidBlock.SchoolPc, "x.com", false),
            ("h.teach", SquidBlock.SchoolMobile, "x.com", true),
            ("n.obrien", SquidBlock.SchoolPc, "notfacebook.com", true),
            ("n.obrien", SquidBlock.SchoolPc, "ordinary.example", true),
        })
        {
            var status = open ? 200 : 403;
            (await block.Proxy.GetAsync(user, client, host)).ShouldBe(status, $"GET {host} by {user} at {client}");
            (await block.Proxy.ConnectAsync(user, client, host)).ShouldBe(status, $"CONNECT {host} by {user} at {client}");
        }

        // The page says what is closed without a helper's reason.
        using (var connection = await block.Proxy.OpenAsync("n.obrien", SquidBlock.SchoolPc))
        {
            (await connection.GetAsync(Facebook)).Body.ShouldContain("except for people whom the senior leadership team authorised");
        }

        block.Run(new RevokeSocialMediaAccess { Id = [grant], Reason = "Done" });
        block.Run(new GetSocialMediaBlock()).Of<BlockStatus>().ShouldHaveSingleItem().State.ShouldBe(BlockState.Drifted);
        block.Run(new PublishSocialMediaBlock { Due = true }).Of<BlockPublication>().ShouldHaveSingleItem().Outcome.ShouldBe(PublicationOutcome.Proved);
        await block.UntilAsync(403, "d.puty", SquidBlock.SchoolPc, Facebook);
        (await block.Proxy.GetAsync("h.teach", SquidBlock.SchoolMobile, "x.com")).ShouldBe(200);
    }
}
