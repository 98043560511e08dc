using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Browsers;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

public sealed class BrowserProbesTests
{
    [Theory]
    [InlineData("[1:1:ERROR:headless_command_handler.cc(403)] Page load failed: net::ERR_BLOCKED_BY_ADMINISTRATOR", false)]
    [InlineData("Page load failed: net::ERR_NAME_NOT_RESOLVED", true)]
    [InlineData("Page load failed: net::ERR_SSL_PROTOCOL_ERROR", true)]
    [InlineData("Page load failed: net::ERR_TUNNEL_CONNECTION_FAILED", true)]
    [InlineData("Page load failed: net::ERR_HTTP_RESPONSE_CODE_FAILURE", true)]
    [InlineData("Page load failed: net::ERR_BLOCKED_BY_CLIENT", null)]
    [InlineData("Page load failed: net::ERR_ABORTED", null)]
    [InlineData("Failed to create a singleton", null)]
    [InlineData("", null)]
    public void A_browsers_words_mean_blocked_let_through_or_not_found_out(string output, bool? allowed) =>
        BrowserProbes.Judge(new ToolResult(0, output), "/nonexistent/page.png").Allowed.ShouldBe(allowed);

    [Theory]
    [InlineData(EnforcementFormat.Firefox, BrowserPlatform.Linux, "/etc/firefox/policies/policies.json", "about:policies")]
    [InlineData(EnforcementFormat.Edge, BrowserPlatform.Windows, null, "edge://policy")]
    [InlineData(EnforcementFormat.Chromium, BrowserPlatform.Linux, "/srv/elsewhere/rosewood.json", "chrome://policy")]
    public void Where_nothing_can_be_tried_it_says_what_to_do_by_hand(EnforcementFormat format, BrowserPlatform platform, string? path, string page)
    {
        using var workspace = new TempWorkspace();
        var scope = new ProbeScope();
        BrowserProbes.For(BrowserSchool.Target(format, platform) with { Path = path }, EnforcementFacts.Load(workspace.Context("x")), scope).ShouldBeEmpty();
        scope.WhyNot.ShouldNotBeNull().ShouldContain(page);
    }
}
