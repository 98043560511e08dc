using System.Text;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Squid;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid;

/// <summary>What squid -k parse prints, as Debian's Squid 5.7 writes it.</summary>
public sealed class SquidParseTests
{
    private const string Entry = "# ours\nacl rosewood_social dstdomain -n \"/etc/social.txt\"\nhttp_access deny rosewood_social !rosewood_known\n";
    private static readonly EnforcementTargetConfig Target = new("proxy", EnforcementTargetKind.Squid) { Path = "/etc/squid/rosewood", ConfigFile = "/etc/squid/squid.conf" };

    [Theory]
    [InlineData("2026/11/29 02:11:31| ")]
    [InlineData("2026/11/29 02:11:31 kid1| ")]
    [InlineData("")]
    public void Lines_are_told_from_what_is_said_of_them(string time)
    {
        var parse = new SquidParse(
            string.Join('\n', new[]
            {
                "Processing: dns_v4_first on",
                "ERROR: Directive 'dns_v4_first' is obsolete.",
                "Processing: deny_info ERR|ERROR:_FATAL: staff",
                "Processing: acl rosewood_social dstdomain -n \"/etc/social.txt\"",
                "ERROR: Can not open file /etc/social.txt for reading",
                "Processing: http_access deny rosewood_social !rosewood_known",
                "Processing: http_access allow all",
            }.Select(l => time + l)),
            Entry);

        parse.Remarks.ShouldBe(["ERROR: Directive 'dns_v4_first' is obsolete."]);
        parse.Refusals.ShouldBe(["ERROR: Can not open file /etc/social.txt for reading"]);
        parse.LetThroughBefore.ShouldBeNull();
        parse.HasOwnLog.ShouldBeFalse();
    }

    [Fact]
    public void What_ends_squid_is_a_refusal_wherever_it_stands() =>
        new SquidParse("2026/11/29 02:11:31| Processing: acl z dst 999\n2026/11/29 02:11:31| FATAL: Bungled /etc/squid/squid.conf line 2: acl z dst 999", Entry).Refusals.ShouldHaveSingleItem().ShouldContain("Bungled");

    [Fact]
    public void Of_an_output_that_was_cut_the_order_is_said_not_to_be_checked()
    {
        var plan = new TargetPlan(new PlannedFile("/etc/squid/rosewood/rosewood.conf", Encoding.UTF8.GetBytes(Entry)));
        const string Output = "Processing: http_access allow staff\nProcessing: http_access deny rosewood_social !rosewood_known";

        SquidCheck.Judge(Target, plan, new ToolResult(0, Output)).ShouldNotBeNull().ShouldContain("'http_access allow staff' before the block");
        SquidCheck.Judge(Target with { LogPath = "/var/log/squid/rosewood.log" }, plan, new ToolResult(0, Output, IsCut: true)).ShouldNotBeNull().ShouldMatch("^[^']*order of its http_access lines was not checked[^']*$");
    }
}
