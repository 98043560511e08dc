using Rosewood.PolicyAdmin.Console.Help;
using Rosewood.PolicyAdmin.Console.Help.Markdown;
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
    public void Help_lists_the_commands_by_area_with_a_line_for_each(params string[] words)
    {
        var text = Printed(words);
        text.ShouldContain("\nTests\n");
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

    [Theory]
    [InlineData("Get-A -As List", "Get-A | Format-List", "rosewood Get-A -As List")]
    [InlineData("Get-A -As Json", "Get-A | ConvertTo-Json", "rosewood Get-A -As Json")]
    [InlineData("Get-A x.gz -As Csv", "Get-A x.gz | ConvertTo-Csv", "rosewood Get-A x.gz -As Csv")]
    [InlineData("Get-A -B c | Set-D -E 'f'", "Get-A -B c | Set-D -E 'f'", "rosewood Get-A -B c -As Json | rosewood Set-D -E 'f' -InputJson -")]
    public void An_example_is_written_as_each_shell_takes_it(string line, string inPowerShell, string inConsole)
    {
        var example = new ExampleHelp([line], []);
        example.InPowerShell.ShouldBe([inPowerShell]);
        example.InConsole.ShouldBe([inConsole]);
    }

    [Theory]
    [InlineData("help", "-Export")]
    [InlineData("help", "-Export", "-As", "Maml")]
    [InlineData("help", "-Export", "folder", "-As", "Pdf")]
    public void An_export_that_cannot_be_understood_is_wrong_usage(params string[] words)
    {
        using var run = new ConsoleRun();
        run.Run(words).ShouldBe(2);
        run.Error.ShouldContain("rosewood help -Export FOLDER -As Maml|Markdown");
    }

    [Fact]
    public void An_export_writes_its_pages_and_removes_those_of_commands_that_are_gone()
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Get-Gone.md"), MarkdownText.Mark + "\n\n# Get-Gone\n");
            File.WriteAllText(Path.Combine(folder, "guide.md"), "# Written by hand\n");
            Printed("help", "-Export", folder, "-As", "Markdown").ShouldStartWith("4 files written");
            Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)
                .ShouldBe(["Get-FakeThing.md", "README.md", "Remove-FakeThing.md", "Set-FakeThing.md", "guide.md"]);
            var page = File.ReadAllText(Path.Combine(folder, "Set-FakeThing.md"));
            page.ShouldContain("## SYNOPSIS\n\nPaints things & people (see FakeColour).\n");
            page.ShouldContain("### -Colour\n\nThe colour.\n\n- `Red`\n- `Green`\n");
            page.ShouldContain("Aliases: Person, Who\nRequired: True\nPosition: 0\n");
            page.ShouldContain("## RELATED LINKS\n\n- [Get-FakeThing](Get-FakeThing.md)\n- [Remove-FakeThing](Remove-FakeThing.md)\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
