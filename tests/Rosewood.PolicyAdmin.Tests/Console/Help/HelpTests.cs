using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Help;

public sealed class HelpTests
{
    private static string Printed(params string[] words)
    {
        using var run = new ConsoleRun();
        run.Run(words).ShouldBe(0);
        return run.Out;
    }

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    public void Help_lists_the_commands_by_capability_with_a_line_for_each(params string[] words)
    {
        var text = Printed(words);
        text.ShouldContain("\nSupport\n");
        text.ShouldContain("\n  Set-FakeThing     Paints things & people (see FakeColour).\n");
        text.ShouldContain("\n  rosewood squid-helper -Snapshot FILE ");
    }

    [Theory]
    [InlineData("help", "Set-FakeThing")]
    [InlineData("help", "set")]
    [InlineData("Set-FakeThing", "-?")]
    [InlineData("Set-FakeThing", "--help")]
    [InlineData("Set-FakeThing", "-Help")]
    public void Help_for_a_command_tells_everything_about_it(params string[] words)
    {
        var text = Printed(words);
        text.ShouldContain("rosewood Set-FakeThing [-User] <string[]> [[-Colour] <FakeColour>]");
        text.ShouldContain("Description\n  First paragraph about -User.\n  Second with code.\n");
        text.ShouldContain("  -User <string[]>  (required)\n      Who; required.\n      Also: -Person, -Who.\n");
        text.ShouldContain("  -Colour <FakeColour>\n      The colour.\n      Values: Red, Green.\n");
        text.ShouldContain("  -Count <int>\n      How many.\n      Default: 3.\n");
        text.ShouldContain("  -Force\n");
        text.ShouldContain("  -Until <time>\n");
        text.ShouldContain("  -For <duration>\n");
        text.ShouldContain("  -WhatIf\n");
        text.ShouldContain("  One thing in red.\n    rosewood Set-FakeThing -User a -Colour Red\n");
        text.ShouldContain("  Two of them.\n    rosewood Set-FakeThing -User a,b\n    rosewood Set-FakeThing -User 'x <y>'\n");
    }

    [Fact]
    public void Help_for_something_unknown_is_wrong_usage()
    {
        using var run = new ConsoleRun();
        run.Run("help", "Set-FakeThng").ShouldBe(2);
        run.Error.ShouldContain("Did you mean Set-FakeThing");
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public void The_version_is_one_line(string word) => Printed(word).ShouldMatch(@"\Arosewood \d+\.\d+\.\d+\S*\n\z");

    [Theory]
    [InlineData("a &lt;b&gt; &amp;\n   c", "a <b> & c")]
    [InlineData("x <see langword=\"null\"/> y", "x null y")]
    [InlineData("<paramref name=\"value\"/>", "value")]
    [InlineData("<see cref=\"M:A.B.Run(System.String)\"/>", "Run")]
    [InlineData("<see cref=\"P:A.B.User\"/>", "-User")]
    public void Documentation_becomes_plain_text(string xml, string text) => DocText.Line(xml).ShouldBe(text);
}
